import { memo, memoTuple } from "../base/memo.ts";
import { type Message, message } from "../base/message.ts";
import { kinds } from "../schema/kinds.ts";
import { type Entry, type Leaf, MapValue, mapsIn, type Value } from "../schema/value.ts";
import type { Problem } from "../syntax/problem.ts";
import { circleText } from "./circle-text.ts";
import { overlayEntries } from "./merge.ts";
import { niveauxOfClasse } from "./niveaux.ts";

/** Effective values, and what is wrong with how they were merged. */
export interface MergeResult {
  readonly value: MapValue;
  readonly problems: readonly Problem[];
}

/**
 * Merges each thing of a section with those that its `comme` and `niveau` name. The arguments: the section, then those
 * below it (for groups of pupils the classes and the niveaux, for classes the niveaux).
 */
export const mergeThings = memoTuple(([map, lower, niveaux]: readonly MapValue[]): MergeResult => {
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

/** How many things one may inherit from through `comme`, one through the other; schools need three or four. */
const MAX_COMME = 32;

/** A thing merged with the one that its `comme` names. */
interface MergedThing {
  readonly entry: Entry;
  /** From how many things it inherits, one through the other. */
  readonly depth: number;
}

class Inheritance {
  readonly problems: Problem[] = [];
  readonly #map: MapValue;
  readonly #lower: MapValue | undefined;
  readonly #niveaux: MapValue | undefined;
  readonly #merged = new Map<string, MergedThing>();
  #byNiveau: ReadonlyMap<string, readonly string[]> | undefined;

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

  /** Merges all things of a chain, the last first: a recursion would go as deep as the chain is long. */
  #withComme(entry: Entry): Entry {
    if (!commeOf(entry)) return entry;
    const chain = new Map<string, Entry>();
    let next: Entry | undefined = entry;
    while (next && !this.#merged.has(next.name) && !chain.has(next.name)) {
      chain.set(next.name, next);
      next = this.#named(next);
    }
    for (const one of [...chain.values()].reverse()) this.#merged.set(one.name, this.#merge(one, chain));
    return this.#merged.get(entry.name)?.entry ?? entry;
  }

  #merge(entry: Entry, chain: ReadonlyMap<string, Entry>): MergedThing {
    const other = this.#named(entry);
    if (!other) return { entry, depth: 0 };
    const lower = this.#merged.get(other.name);
    if (!lower) {
      this.#report(entry, circleMessage([...chain.keys()], other.name));
      return { entry: withUnknownComme(entry), depth: 0 };
    }
    const depth = lower.depth + 1;
    if (depth === MAX_COMME + 1) this.#report(entry, tooDeep());
    if (depth > MAX_COMME) return { entry: withUnknownComme(entry), depth };
    return { entry: overlayEntries([entry, withoutComme(lower.entry)]), depth };
  }

  /** The thing that the `comme` of another names. */
  #named(entry: Entry): Entry | undefined {
    const comme = commeOf(entry);
    return comme && this.#map.entries.get(String(comme.value));
  }

  #report(entry: Entry, text: Message): void {
    const at = commeOf(entry)?.node;
    if (at) this.problems.push({ id: "inheritance-cycle", at, message: text });
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
    if (name === "toutes") return [...this.#lower.entries.keys()];
    if (this.#lower.entries.has(name)) return [name];
    this.#byNiveau ??= classesByNiveau(this.#lower, this.#niveaux);
    return this.#byNiveau.get(name) ?? [];
  }
}

/** The names of the classes that each niveau selects. */
function classesByNiveau(
  classes: MapValue,
  niveaux: MapValue | undefined,
): ReadonlyMap<string, readonly string[]> {
  const selected = new Map<string, string[]>();
  for (const { name, value } of mapsIn(classes)) {
    for (const niveau of niveauxOfClasse(value, niveaux)) {
      const known = selected.get(niveau);
      if (known) known.push(name);
      else selected.set(niveau, [name]);
    }
  }
  return selected;
}

function commeOf({ value }: Entry): Leaf | undefined {
  const comme = value.kind === "map" ? value.get("comme") : undefined;
  return comme?.kind === "leaf" ? comme : undefined;
}

function circleMessage(chain: readonly string[], name: string): Message {
  const circle = circleText([...chain.slice(chain.indexOf(name)), name]);
  return message("“comme” goes round in a circle (“{0}”). Nothing is taken over here.", circle);
}

function tooDeep(): Message {
  return message("“comme” leads through more than {0} things: nothing is taken over here.", MAX_COMME);
}

/**
 * A thing from which the end of a circle, or of a chain that is too long, is cut off: its `comme` is unknown. So
 * whoever follows `comme` in an effective value comes to an end, after a few steps.
 */
const withUnknownComme = memo((entry: Entry): Entry => {
  const value = entry.value;
  const comme = commeOf(entry);
  const own = value.kind === "map" ? value.entries.get("comme") : undefined;
  if (value.kind !== "map" || !comme || !own) return entry;
  const entries = new Map(value.entries);
  entries.set("comme", { ...own, value: { kind: "unknown", node: comme.node } });
  return {
    ...entry,
    value: new MapValue(value.schema, entries, value.nodes, value),
  };
});

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
