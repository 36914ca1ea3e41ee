import { mapAt } from "../../model/map-at.ts";
import { isListOf, leafAt, type MapValue, mapsIn } from "../../schema/value.ts";
import type { Node } from "../../syntax/tree.ts";
import type { ContentPath } from "../content.ts";
import type { CellValue } from "./cells.ts";
import type { Public } from "./known-publics.ts";

/** A service of the configuration, with all that it takes over. */
export interface WantedService {
  readonly path: ContentPath;
  readonly matiere: string;
  readonly isActive: boolean;
  readonly value: MapValue;
  /** The names and subjects of its parts. */
  readonly parts: ReadonlySet<string>;
}

/** The services of a class or a group; those whose subject or state cannot be read are left out. */
export function wantedServices(root: MapValue, { section, name }: Public): readonly WantedService[] {
  const services = mapAt(root, [section, name, "services"]);
  return [...(services?.entries.values() ?? [])].flatMap(({ name: key, value }) => {
    if (value.kind !== "map") return [];
    const matiere = value.has("matiere") ? leafAt(value, "matiere", "string")?.value : key;
    const actif = value.has("actif") ? leafAt(value, "actif", "boolean")?.value : true;
    if (matiere === undefined || actif === undefined) return [];
    return [
      { path: [section, name, "services", key], matiere, isActive: actif, value, parts: partsIn(value) },
    ];
  });
}

function partsIn(value: MapValue): ReadonlySet<string> {
  const parts = value.get("sous-services");
  const names = [...mapsIn(parts?.kind === "map" ? parts : undefined)];
  return new Set(
    names.flatMap(({ name, value: part }) => [name, leafAt(part, "matiere", "string")?.value ?? name]),
  );
}

/** A value that is wanted, and where it is written. */
export interface WantedValue extends CellValue {
  readonly node?: Node;
}

/** What a thing wants at a key, defaults included; `undefined` if that cannot be read, or nothing follows. */
export function wantedAt(thing: MapValue, key: string): WantedValue | undefined {
  const entry = thing.entries.get(key);
  const value = entry?.value;
  if (value?.kind === "leaf")
    return { items: [String(value.value)], shown: String(value.value), node: value.node };
  if (isListOf(value, "string")) {
    const items = value.items.map((item) => item.value);
    return { items: [...new Set(items)], shown: items.join(", "), node: value.node };
  }
  if (value !== undefined && value.kind !== "removed" && value.kind !== "absent") return undefined;
  if (thing.open) return undefined;
  return following(thing, key);
}

/** What follows where nothing is written. */
function following(thing: MapValue, key: string): WantedValue | undefined {
  // Several teachers may share a service without teaching together: unless it is written, nobody knows.
  if (key === "co-enseignement") return undefined;
  const standard = thing.schema.properties.get(key)?.default ?? [];
  const items = (Array.isArray(standard) ? standard : [standard]).map(String);
  return { items, shown: items.join(", ") };
}
