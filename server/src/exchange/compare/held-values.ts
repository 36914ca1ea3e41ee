import { mapAt } from "../../model/map-at.ts";
import type { ListKind } from "../../schema/lists.ts";
import { scalarText } from "../../schema/problems.ts";
import { schemaAt } from "../../schema/schema.ts";
import type { MapValue } from "../../schema/value.ts";
import type { ContentPath } from "../content.ts";
import { newPersonKey } from "../person-keys.ts";
import { reservedNames } from "../propose.ts";
import type { CellValue } from "./cells.ts";
import type { HeldValue } from "./comparison.ts";
import type { ListedService, ListedValue } from "./listed-services.ts";

/** A value of a list as YAML on one line, as it is written at a path; empty for no value. */
export function heldText(path: ContentPath, items: readonly string[]): string {
  const [only, ...others] = items;
  if (only === undefined) return "";
  const { type = "string" } = schemaAt(path) ?? {};
  if (type === "array")
    return others.length === 0 ? scalarText(only) : `[${items.map(scalarText).join(", ")}]`;
  return type === "string" ? scalarText(only) : only;
}

/** What a row of a subject that is known holds, as a new service; `undefined` if the list does not say enough. */
export function heldService(
  services: ContentPath,
  matiere: string,
  { values }: ListedService,
  taken: ReadonlySet<string>,
): HeldValue | undefined {
  let name = matiere;
  for (let number = 2; taken.has(name); number++) name = `${matiere}-${number}`;
  const path = [...services, name];
  const keys = heldKeys(path, values);
  if (!keys) return undefined;
  const all = name === matiere ? keys : [`matiere: ${scalarText(matiere)}`, ...keys];
  return { path, text: mapText(all) };
}

/** What a row of a person or class holds, as a new entry; `undefined` if the list does not say enough. */
export function heldThing(
  kind: ListKind,
  cells: ReadonlyMap<string, string>,
  values: ReadonlyMap<string, ListedValue>,
  root: MapValue,
): HeldValue | undefined {
  const [nom = "", prenom = ""] = [cells.get("nom"), cells.get("prenom")];
  if (kind === "classes") return named([kind, nom], [], values);
  if (kind !== "professeurs" && kind !== "personnels") return undefined;
  const sections = (["professeurs", "personnels"] as const).map((section) => mapAt(root, [section]));
  const taken = new Set([...reservedNames(), ...sections.flatMap((map) => [...(map?.entries.keys() ?? [])])]);
  const names = [`nom: ${scalarText(nom)}`, ...(prenom === "" ? [] : [`prenom: ${scalarText(prenom)}`])];
  return named([kind, newPersonKey({ nom, prenom }, taken)], names, values);
}

function named(
  path: ContentPath,
  own: readonly string[],
  values: ReadonlyMap<string, ListedValue>,
): HeldValue | undefined {
  const keys = heldKeys(path, values);
  return keys && { path, text: mapText([...own, ...keys]) };
}

/** What a new thing has to say beyond what follows by itself. */
function heldKeys(
  path: ContentPath,
  values: ReadonlyMap<string, ListedValue>,
): readonly string[] | undefined {
  const keys: string[] = [];
  for (const [key, value] of values) {
    if (value === "not-shown") continue;
    if (typeof value === "string" || value.strangers) return undefined;
    const at = [...path, key];
    const text = heldText(at, value.items);
    if (text !== "" && !isStandard(at, value)) keys.push(`${key}: ${text}`);
  }
  return keys;
}

function isStandard(path: ContentPath, { items }: CellValue): boolean {
  const standard = schemaAt(path)?.default;
  return standard !== undefined && items.length === 1 && items[0] === String(standard);
}

function mapText(keys: readonly string[]): string {
  return keys.length === 0 ? "{}" : `{ ${keys.join(", ")} }`;
}
