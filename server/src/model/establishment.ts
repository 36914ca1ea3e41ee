import { memo, memoTuple } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { converted } from "../schema/convert.ts";
import type { Pronote } from "../schema/generated/types.ts";
import { kinds } from "../schema/kinds.ts";
import { rootSchema } from "../schema/schema.ts";
import { type Entry, MapValue, type TypedMap, type Value } from "../schema/value.ts";
import { conflictsIn } from "../syntax/conflicts.ts";
import type { File } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";
import { mapAt, withMap } from "./map-at.ts";
import { overlay, overlayEntries, unite } from "./merge.ts";
import { niveauxOfClasse } from "./niveaux.ts";
import type { Snapshot } from "./snapshot.ts";
import { withUnderlying } from "./underlying.ts";

/** The effective values of an establishment; each leaf knows the node that it comes from. */
export interface Establishment {
  readonly value: TypedMap<Pronote>;
  readonly problems: readonly Problem[];
}

/** The establishment of a snapshot. A value that did not change is the same object as in the snapshot before. */
export const establishmentOf = memo((snapshot: Snapshot): Establishment => {
  const members = unite(snapshot.members.map(sharedBy));
  const merged = withInheritance(overlay([members.value, ...snapshot.bases.map(sharedBy)]));
  return {
    // The types are generated from the schema that the values were converted with.
    value: withUnderlying(merged.value) as TypedMap<Pronote>,
    problems: merged.problems.length > 0 ? [...members.problems, ...merged.problems] : members.problems,
  };
});

/**
 * The part of a file that counts for the whole establishment: all but the keys about the file itself. Nothing of a file
 * with git conflicts is known: which of its lines count, and below what, is still to be decided.
 */
export function sharedBy(file: File): MapValue {
  const { value } = converted(file);
  return conflictsIn(file.root).length > 0 ? unknownContent(value) : withoutOwn(value);
}

const unknownContent = memo(
  (value: MapValue) => new MapValue(value.schema, new Map(), value.nodes, { open: true }),
);

const ownKeys = [...rootSchema.properties].flatMap(([key, schema]) => (schema.ownFile ? [key] : []));

const withoutOwn = memo((value: MapValue): MapValue => {
  if (!ownKeys.some((key) => value.entries.has(key))) return value;
  const entries = new Map([...value.entries].filter(([key]) => !ownKeys.includes(key)));
  return new MapValue(value.schema, entries, value.nodes, value);
});

interface MergeResult {
  readonly value: MapValue;
  readonly problems: readonly Problem[];
}

/** The paths to the maps whose things may inherit from others. `niveaux` come first, as classes inherit from them. */
export const inheritingPaths = [...kinds.values()]
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

/** Merges each thing with those that its `comme` and `niveau` name. */
function withInheritance(root: MapValue): MergeResult {
  let value = root;
  const problems: Problem[] = [];
  for (const path of inheritingPaths) {
    const map = mapAt(value, path);
    if (!map) continue;
    const lower = lowerSections(path).map((section) => mapAt(value, [section]) ?? NOTHING);
    const merged = mergeThings([map, ...lower]);
    if (merged.value !== map) value = withMap(value, path, merged.value);
    problems.push(...merged.problems);
  }
  return { value, problems };
}

/** The sections from which things take over more than `comme` names, and that decide about it. */
function lowerSections([section]: readonly string[]): readonly string[] {
  if (section === "classes") return ["niveaux"];
  return section === "groupes-eleves" ? ["classes", "niveaux"] : [];
}

const NOTHING = new MapValue(rootSchema, new Map(), []);

const mergeThings = memoTuple((...[map, lower, niveaux]: readonly MapValue[]): MergeResult => {
  if (!map) throw new RangeError("no map");
  const inheritance = new Inheritance(map, lower, niveaux);
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
  readonly #lower: MapValue | undefined;
  readonly #niveaux: MapValue | undefined;
  readonly #merged = new Map<string, Entry>();
  readonly #chain: string[] = [];

  constructor(map: MapValue, lower: MapValue | undefined, niveaux: MapValue | undefined) {
    this.#map = map;
    this.#lower = lower;
    this.#niveaux = niveaux;
  }

  /** An entry merged with what is below it: the thing that its `comme` names, then its niveau. */
  effective(entry: Entry): Entry {
    const own = this.#withComme(entry);
    const value = own.value;
    if (value.kind !== "map" || !this.#lower) return own;
    const lower = value.schema.properties.has("niveau")
      ? this.#niveau(value)
      : this.#sharedPeriodicite(value);
    return lower ? overlayEntries([own, lower]) : own;
  }

  #withComme(entry: Entry): Entry {
    const value = entry.value;
    const comme = value.kind === "map" ? value.get("comme") : undefined;
    const other = comme?.kind === "leaf" ? this.#map.entries.get(String(comme.value)) : undefined;
    if (comme?.kind !== "leaf" || !other) return entry;
    const cached = this.#merged.get(entry.name);
    if (cached) return cached;
    let result = entry;
    this.#chain.push(entry.name);
    if (this.#chain.includes(other.name)) this.#cycle(comme.node, other.name);
    else result = overlayEntries([entry, withoutComme(this.#withComme(other))]);
    this.#chain.pop();
    this.#merged.set(entry.name, result);
    return result;
  }

  #cycle(at: Problem["at"], name: string): void {
    const cycle = [...this.#chain.slice(this.#chain.indexOf(name)), name].join(" → ");
    this.problems.push({
      id: "inheritance-cycle",
      at,
      message: message("“comme” goes round in a circle (“{0}”). Nothing is taken over here.", cycle),
    });
  }

  #niveau(value: MapValue): Entry | undefined {
    const niveau = value.get("niveau");
    const entry = niveau?.kind === "leaf" ? this.#lower?.entries.get(String(niveau.value)) : undefined;
    return entry ? belowClasses(entry, value) : undefined;
  }

  /** A group of pupils inherits a `periodicite` if all its classes share it, and nothing else. */
  #sharedPeriodicite(value: MapValue): Entry | undefined {
    const classes = value.get("classes");
    if (classes?.kind !== "list" || value.has("periodicite")) return undefined;
    const names = classes.items.flatMap((item) => this.#selected(item));
    const found = names.map((name) => periodiciteOf(this.#lower?.entries.get(name)));
    const [first] = found;
    if (!first || found.some((entry) => !entry || !sameLeaf(entry, first))) return undefined;
    return onlyEntry(first, value);
  }

  #selected(item: Value): readonly string[] {
    if (item.kind !== "leaf" || !this.#lower) return [];
    const name = String(item.value);
    const all = [...this.#lower.entries.keys()];
    if (name === "toutes") return all;
    if (this.#lower.entries.has(name)) return [name];
    return all.filter((other) => {
      const value = this.#lower?.entries.get(other)?.value;
      return value?.kind === "map" && niveauxOfClasse(value, this.#niveaux).includes(name);
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

const onlyEntryMaps = new WeakMap<Entry, Entry>();

/** A map that contains only this entry, to be put below another map. */
function onlyEntry(entry: Entry, upper: MapValue): Entry {
  const cached = onlyEntryMaps.get(entry);
  if (cached) return cached;
  const value = new MapValue(upper.schema, new Map([[entry.name, entry]]), []);
  const made: Entry = { name: entry.name, key: entry.key, value };
  onlyEntryMaps.set(entry, made);
  return made;
}

/** What is inherited through `comme`: everything but `comme` itself. */
export const withoutComme = memo((entry: Entry): Entry => {
  const value = entry.value;
  if (value.kind !== "map" || !value.entries.has("comme")) return entry;
  const entries = new Map(value.entries);
  entries.delete("comme");
  return { ...entry, value: new MapValue(value.schema, entries, value.nodes, value) };
});

/** What classes inherit from a niveau: the keys that a class may have, except `libelle` and `comme`. */
export const belowNiveau = memo((entry: Entry): Entry => {
  const value = entry.value;
  if (value.kind !== "map") return entry;
  const allowed = kinds.get("classes")?.schema.additional?.properties;
  const entries = new Map(
    [...value.entries].filter(([key]) => key !== "comme" && key !== "libelle" && allowed?.has(key)),
  );
  return { ...entry, value: new MapValue(value.schema, entries, value.nodes, value) };
});

function belowClasses(entry: Entry, upper: MapValue): Entry | undefined {
  const value = entry.value;
  return value.kind === "map" && upper.schema !== value.schema ? belowNiveau(entry) : undefined;
}
