import { memo, memoTuple } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { converted } from "../schema/convert.ts";
import type { Pronote } from "../schema/generated/types.ts";
import { kinds } from "../schema/kinds.ts";
import { rootSchema } from "../schema/schema.ts";
import { type Entry, MapValue, type TypedMap, type Value } from "../schema/value.ts";
import type { File } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";
import { overlay, overlayEntries, unite } from "./merge.ts";
import type { Snapshot } from "./snapshot.ts";

/** What the files of an establishment say: the effective values, each leaf with its origin. */
export interface Establishment {
  readonly value: TypedMap<Pronote>;
  readonly problems: readonly Problem[];
}

/** The effective values. One that did not change is the same object as in the snapshot before. */
export const establishmentOf = memo((snapshot: Snapshot): Establishment => {
  const members = unite(snapshot.members.map(sharedBy));
  const late = inherited(overlay([members.value, ...snapshot.bases.map(sharedBy)]));
  return {
    // The types are made of the schema, and so are the values.
    value: late.value as TypedMap<Pronote>,
    problems: late.problems.length > 0 ? [...members.problems, ...late.problems] : members.problems,
  };
});

/** What a file says for its establishment: all but the keys that belong to the file itself. */
export function sharedBy(file: File): MapValue {
  return withoutOwn(converted(file).value);
}

const ownKeys = [...rootSchema.properties].flatMap(([key, schema]) => (schema.ownFile ? [key] : []));

const withoutOwn = memo((value: MapValue): MapValue => {
  if (!ownKeys.some((key) => value.entries.has(key))) return value;
  const entries = new Map([...value.entries].filter(([key]) => !ownKeys.includes(key)));
  return new MapValue(value.schema, entries, value.nodes, value);
});

interface Late {
  readonly value: MapValue;
  readonly problems: readonly Problem[];
}

/** The kinds of things that may lie over others, by the path to their map. `niveaux` first: classes lie over them. */
export const inheriting = [...kinds.values()]
  .filter(
    ({ at, schema }) =>
      at === "key" && [...(schema.additional?.properties.values() ?? [])].some((key) => key.inherits),
  )
  .flatMap(({ paths }) => paths)
  .filter((path) => !path.includes("*"))
  .sort((a, b) => rank(a) - rank(b));

function rank([section]: readonly string[]): number {
  return ["niveaux", "classes", "groupes-eleves"].indexOf(section ?? "") >>> 0;
}

/** Lays things over those that their `comme` and `niveau` name. */
function inherited(written: MapValue): Late {
  let value = written;
  const problems: Problem[] = [];
  for (const path of inheriting) {
    const map = mapAt(value, path);
    if (!map) continue;
    const under =
      path[0] === "classes"
        ? mapAt(value, ["niveaux"])
        : path[0] === "groupes-eleves"
          ? mapAt(value, ["classes"])
          : undefined;
    const late = under ? lateMap([map, under]) : lateMap([map]);
    if (late.value !== map) value = withMap(value, path, late.value);
    problems.push(...late.problems);
  }
  return { value, problems };
}

const lateMap = memoTuple((...[map, under]: readonly MapValue[]): Late => {
  if (!map) throw new RangeError("no map");
  const inheritance = new Inheritance(map, under);
  let entries: Map<string, Entry> | undefined;
  for (const entry of map.entries.values()) {
    const effective = inheritance.effective(entry);
    if (effective === entry) continue;
    entries ??= new Map(map.entries);
    entries.set(entry.name, effective);
  }
  const value = entries ? new MapValue(map.schema, entries, map.nodes, map) : map;
  return { value, problems: inheritance.problems };
});

class Inheritance {
  readonly problems: Problem[] = [];
  readonly #map: MapValue;
  readonly #under: MapValue | undefined;
  readonly #known = new Map<string, Entry>();
  readonly #way: string[] = [];

  constructor(map: MapValue, under: MapValue | undefined) {
    this.#map = map;
    this.#under = under;
  }

  /** The entry with what lies under it: the thing that `comme` names, and below that its niveau. */
  effective(entry: Entry): Entry {
    const own = this.#withLike(entry);
    const value = own.value;
    if (value.kind !== "map" || !this.#under) return own;
    const under = value.schema.properties.has("niveau")
      ? this.#niveau(value)
      : this.#sharedPeriodicite(value);
    return under ? overlayEntries([own, under]) : own;
  }

  #withLike(entry: Entry): Entry {
    const value = entry.value;
    const like = value.kind === "map" ? value.get("comme") : undefined;
    const other = like?.kind === "leaf" ? this.#map.entries.get(String(like.value)) : undefined;
    if (like?.kind !== "leaf" || !other) return entry;
    const known = this.#known.get(entry.name);
    if (known) return known;
    let result = entry;
    this.#way.push(entry.name);
    if (this.#way.includes(other.name)) this.#cycle(like.node, other.name);
    else result = overlayEntries([entry, without(this.#withLike(other))]);
    this.#way.pop();
    this.#known.set(entry.name, result);
    return result;
  }

  #cycle(at: Problem["at"], name: string): void {
    const way = [...this.#way.slice(this.#way.indexOf(name)), name].join(" → ");
    this.problems.push({
      id: "inheritance-cycle",
      at,
      message: message("“comme” goes round in a circle: {0}. Nothing is taken over here.", way),
    });
  }

  #niveau(value: MapValue): Entry | undefined {
    const niveau = value.get("niveau");
    const entry = niveau?.kind === "leaf" ? this.#under?.entries.get(String(niveau.value)) : undefined;
    return entry ? belowClasses(entry, value) : undefined;
  }

  /** A group of pupils takes over a `periodicite` that all of its classes share, and nothing else. */
  #sharedPeriodicite(value: MapValue): Entry | undefined {
    const classes = value.get("classes");
    if (classes?.kind !== "list" || value.has("periodicite")) return undefined;
    const names = classes.items.flatMap((item) => this.#selected(item));
    const found = names.map((name) => periodiciteOf(this.#under?.entries.get(name)));
    const [first] = found;
    if (!first || found.some((entry) => !entry || !sameLeaf(entry, first))) return undefined;
    return alone(first, value);
  }

  #selected(item: Value): readonly string[] {
    if (item.kind !== "leaf" || !this.#under) return [];
    const name = String(item.value);
    const all = [...this.#under.entries.keys()];
    if (name === "toutes") return all;
    if (this.#under.entries.has(name)) return [name];
    return all.filter((other) => {
      const value = this.#under?.entries.get(other)?.value;
      const niveau = value?.kind === "map" ? value.get("niveau") : undefined;
      return niveau?.kind === "leaf" && niveau.value === name;
    });
  }
}

function periodiciteOf(entry: Entry | undefined): Entry | undefined {
  const value = entry?.value;
  return value?.kind === "map" ? value.entries.get("periodicite") : undefined;
}

function sameLeaf(one: Entry, other: Entry): boolean {
  const a = one.value;
  const b = other.value;
  return a.kind === "leaf" && b.kind === "leaf" && a.value === b.value;
}

const aloneMaps = new WeakMap<Entry, Entry>();

/** An entry as the only one of a map that lies under another. */
function alone(entry: Entry, over: MapValue): Entry {
  const known = aloneMaps.get(entry);
  if (known) return known;
  const value = new MapValue(over.schema, new Map([[entry.name, entry]]), []);
  const made: Entry = { name: entry.name, key: entry.key, value };
  aloneMaps.set(entry, made);
  return made;
}

/** What a `comme` takes over: all but the `comme` itself. */
export const without = memo((entry: Entry): Entry => {
  const value = entry.value;
  if (value.kind !== "map" || !value.entries.has("comme")) return entry;
  const entries = new Map(value.entries);
  entries.delete("comme");
  return { ...entry, value: new MapValue(value.schema, entries, value.nodes, value) };
});

/** What a niveau says of its classes: the keys that a class may have, but for its own name and its `comme`. */
export const belowNiveau = memo((entry: Entry): Entry => {
  const value = entry.value;
  if (value.kind !== "map") return entry;
  const allowed = kinds.get("classes")?.schema.additional?.properties;
  const entries = new Map(
    [...value.entries].filter(([key]) => key !== "comme" && key !== "libelle" && allowed?.has(key)),
  );
  return { ...entry, value: new MapValue(value.schema, entries, value.nodes, value) };
});

function belowClasses(entry: Entry, over: MapValue): Entry | undefined {
  const value = entry.value;
  return value.kind === "map" && over.schema !== value.schema ? belowNiveau(entry) : undefined;
}

/** The map at a path of keys, if there is one that can be understood. */
export function mapAt(root: MapValue, path: readonly string[]): MapValue | undefined {
  let map: MapValue | undefined = root;
  for (const key of path) {
    const value: Value | undefined = map?.get(key);
    map = value?.kind === "map" ? value : undefined;
  }
  return map;
}

function withMap(root: MapValue, [key, ...rest]: readonly string[], map: MapValue): MapValue {
  if (key === undefined) return map;
  const entry = root.entries.get(key);
  const value = entry?.value;
  if (!entry || value?.kind !== "map") return root;
  const entries = new Map(root.entries);
  entries.set(key, withValue([entry, withMap(value, rest, map)]));
  return new MapValue(root.schema, entries, root.nodes, root);
}

const withValue = memoTuple((entry: Entry, value: MapValue): Entry => ({ ...entry, value }));
