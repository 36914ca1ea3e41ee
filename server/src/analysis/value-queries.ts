import { mapAt } from "../model/establishment.ts";
import type { Subject } from "../rules/api/rule-context.ts";
import { kinds } from "../schema/kinds.ts";
import type { Entry, MapValue, Value } from "../schema/value.ts";

/** What one effective value answers. */
export class ValueQueries {
  readonly root: MapValue;
  readonly #known = new Map<string, readonly MapValue[]>();

  constructor(root: MapValue) {
    this.root = root;
  }

  has(kind: string, name: string): boolean | undefined {
    const { predeclared, at, paths = [], schema } = kinds.get(kind) ?? {};
    if (predeclared?.has(name)) return true;
    if (at === "value" && this.#values(paths).includes(name)) return true;
    const maps = this.#maps(kind);
    if (at !== "value" && maps.some((map) => map.has(name))) return true;
    if (maps.length === 0 && !schema?.declares?.closed) return undefined;
    if (maps.some((map) => map.open)) return undefined;
    return this.root.open || paths.some((path) => this.#opens(path)) ? undefined : false;
  }

  the(kind: string, name: string): Subject | undefined {
    return understood(this.#maps(kind).map((map) => map.entries.get(name))).at(-1);
  }

  all(kind: string): readonly Subject[] {
    return understood(this.#maps(kind).flatMap((map) => [...map.entries.values()]));
  }

  names(kind: string): readonly string[] {
    const { predeclared = [], at, paths = [] } = kinds.get(kind) ?? {};
    if (at === "value") return [...new Set(this.#values(paths))];
    const declared = this.#maps(kind).flatMap((map) =>
      [...map.entries.keys()].filter((name) => map.has(name)),
    );
    return [...new Set([...declared, ...predeclared])];
  }

  get(path: readonly string[]): Value | undefined {
    return mapAt(this.root, path.slice(0, -1))?.get(path.at(-1) ?? "");
  }

  written(path: readonly string[]): boolean | undefined {
    const map = mapAt(this.root, path.slice(0, -1));
    if (map?.has(path.at(-1) ?? "")) return true;
    return this.root.open || map?.open || this.#opens(path) ? undefined : false;
  }

  /** Whether a map on the way to this path could not be read whole. */
  #opens(path: readonly string[]): boolean {
    return path.some((key, length) => {
      const map = mapAt(this.root, path.slice(0, length));
      return map?.open === true || map?.entries.get(key)?.value.kind === "unknown";
    });
  }

  /** The maps whose keys declare a kind; of one that is declared by values, those in which these stand. */
  #maps(kind: string): readonly MapValue[] {
    const known = this.#known.get(kind);
    if (known) return known;
    const upToNames = (path: readonly string[]) =>
      path.includes("*") ? path.slice(0, path.indexOf("*")) : path;
    const maps = (kinds.get(kind)?.paths ?? []).flatMap((path) => mapAt(this.root, upToNames(path)) ?? []);
    this.#known.set(kind, maps);
    return maps;
  }

  /** The texts of a kind that is declared by values: `personnels.*.fonction`. */
  #values(paths: readonly (readonly string[])[]): readonly string[] {
    const read = (value: Value, [key, ...rest]: readonly string[]): readonly string[] => {
      if (key === undefined) return value.kind === "leaf" ? [String(value.value)] : [];
      if (value.kind !== "map") return [];
      const below = key === "*" ? [...value.entries.values()] : [value.entries.get(key)];
      return below.flatMap((entry) => (entry ? read(entry.value, rest) : []));
    };
    return paths.flatMap((path) => read(this.root, path));
  }
}

function understood(entries: readonly (Entry | undefined)[]): readonly Subject[] {
  return entries.filter((entry): entry is Subject => entry?.value.kind === "map");
}
