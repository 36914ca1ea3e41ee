import { mapAt } from "../model/map-at.ts";
import type { Subject } from "../rules/api/rule-context.ts";
import { kinds } from "../schema/kinds.ts";
import type { Entry, MapValue, Value } from "../schema/value.ts";

/** Answers queries about one effective value. The queries are explained in `RuleContext`. */
export class ValueQueries {
  readonly root: MapValue;
  readonly #mapsByKind = new Map<string, readonly MapValue[]>();
  readonly #valuesByKind = new Map<string, ReadonlySet<string>>();

  constructor(root: MapValue) {
    this.root = root;
  }

  has(kind: string, name: string): boolean | undefined {
    const { predeclared, at, paths = [], schema } = kinds.get(kind) ?? {};
    if (predeclared?.has(name)) return true;
    if (at === "value" && this.#values(kind, paths).has(name)) return true;
    const maps = this.#maps(kind);
    if (at !== "value" && maps.some((map) => map.has(name))) return true;
    if (maps.length === 0 && !schema?.declares?.closed) return undefined;
    if (maps.some((map) => map.open)) return undefined;
    return this.root.open || paths.some((path) => this.#isOpenAt(path)) ? undefined : false;
  }

  the(kind: string, name: string): Subject | undefined {
    return subjectsIn(this.#maps(kind).map((map) => map.entries.get(name))).at(-1);
  }

  all(kind: string): readonly Subject[] {
    return subjectsIn(this.#maps(kind).flatMap((map) => [...map.entries.values()]));
  }

  names(kind: string): readonly string[] {
    const { predeclared = [], at, paths = [] } = kinds.get(kind) ?? {};
    if (at === "value") return [...this.#values(kind, paths)];
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
    return this.root.open || map?.open || this.#isOpenAt(path) ? undefined : false;
  }

  /** Whether a map on this path could not be read completely. */
  #isOpenAt(path: readonly string[]): boolean {
    return path.some((key, length) => {
      const map = mapAt(this.root, path.slice(0, length));
      return map?.open === true || map?.entries.get(key)?.value.kind === "unknown";
    });
  }

  /** The maps whose keys declare a kind; for a kind that is declared by values, the maps that contain these. */
  #maps(kind: string): readonly MapValue[] {
    const cached = this.#mapsByKind.get(kind);
    if (cached) return cached;
    const upToNames = (path: readonly string[]) =>
      path.includes("*") ? path.slice(0, path.indexOf("*")) : path;
    const maps = (kinds.get(kind)?.paths ?? []).flatMap((path) => mapAt(this.root, upToNames(path)) ?? []);
    this.#mapsByKind.set(kind, maps);
    return maps;
  }

  /** The names of a kind that is declared by values, such as `personnels.*.fonction`. */
  #values(kind: string, paths: readonly (readonly string[])[]): ReadonlySet<string> {
    const known = this.#valuesByKind.get(kind);
    if (known) return known;
    const read = (value: Value, [key, ...rest]: readonly string[]): readonly string[] => {
      if (key === undefined) return value.kind === "leaf" ? [String(value.value)] : [];
      if (value.kind !== "map") return [];
      const below = key === "*" ? [...value.entries.values()] : [value.entries.get(key)];
      return below.flatMap((entry) => (entry ? read(entry.value, rest) : []));
    };
    const values = new Set(paths.flatMap((path) => read(this.root, path)));
    this.#valuesByKind.set(kind, values);
    return values;
  }
}

function subjectsIn(entries: readonly (Entry | undefined)[]): readonly Subject[] {
  return entries.filter((entry): entry is Subject => entry?.value.kind === "map");
}
