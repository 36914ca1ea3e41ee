import { memo } from "../base/memo.ts";
import type { Schema } from "../schema/schema.ts";
import { type Entry, holdsMaps, type MapValue, type Value } from "../schema/value.ts";

/** The names that the effective value mentions, updated from one revision to the next by what changed. */
export class MentionIndex {
  #current: MapMentions | undefined;
  /** How many times each name is mentioned, by kind. Names that are not mentioned are absent. */
  readonly #counts = new Map<string, Map<string, number>>();
  /** The counts before the last update, of the names that it may have changed. */
  readonly #touched: MentionCounts = new Map();

  /** Whether a part of the value is unknown, so that it may mention any name. */
  get open(): boolean {
    return this.#current?.open === true;
  }

  /** Whether a name of a kind is mentioned in what can be read. */
  has(kind: string, name: string): boolean {
    return this.#counts.get(kind)?.has(name) === true;
  }

  /** The names of a kind that are mentioned. */
  names(kind: string): readonly string[] {
    return [...(this.#counts.get(kind)?.keys() ?? [])];
  }

  /**
   * Moves on to the next value of the same establishment. Returns, by kind, the names that only one of the two values
   * mentions.
   */
  update(root: MapValue): ReadonlyMap<string, ReadonlySet<string>> {
    const before = this.#current;
    this.#current = mentionedIn(root);
    this.#touched.clear();
    if (before) this.#replace([before], [this.#current]);
    else this.#count(this.#current, 1, true);
    const changed = new Map<string, Set<string>>();
    for (const [kind, names] of this.#touched) {
      for (const [name, count] of names) if (count > 0 !== this.has(kind, name)) add(changed, kind, name);
    }
    return changed;
  }

  /** Replaces the parts of a map; those that are the same in both are skipped. */
  #replace(before: readonly MapMentions[], after: readonly MapMentions[]): void {
    const removed = new Set(before);
    const added = [...new Set(after)].filter((part) => !removed.delete(part));
    const pairs = Math.min(removed.size, added.length);
    const removedParts = [...removed];
    for (let i = 0; i < pairs; i++) this.#replace(removedParts[i]?.below ?? [], added[i]?.below ?? []);
    for (const [i, part] of removedParts.entries()) this.#count(part, -1, i >= pairs);
    for (const [i, part] of added.entries()) this.#count(part, 1, i >= pairs);
  }

  #count({ names, below }: MapMentions, by: 1 | -1, deep: boolean): void {
    for (let at = 0; at < names.length; at += 2) {
      const kind = names[at] ?? "";
      const name = names[at + 1] ?? "";
      const counts = countsOf(this.#counts, kind);
      const touched = countsOf(this.#touched, kind);
      const count = counts.get(name) ?? 0;
      if (!touched.has(name)) touched.set(name, count);
      if (count + by === 0) counts.delete(name);
      else counts.set(name, count + by);
    }
    if (deep) for (const part of new Set(below)) this.#count(part, by, true);
  }
}

type MentionCounts = Map<string, Map<string, number>>;

function countsOf(counts: MentionCounts, kind: string): Map<string, number> {
  let known = counts.get(kind);
  if (!known) {
    known = new Map();
    counts.set(kind, known);
  }
  return known;
}

function add(sets: Map<string, Set<string>>, kind: string, name: string): void {
  const known = sets.get(kind);
  if (known) known.add(name);
  else sets.set(kind, new Set([name]));
}

/** The names that a map mentions, with those of the maps below it. */
interface MapMentions {
  /** Kinds and names in turn, repeated as often as they are mentioned. */
  readonly names: readonly string[];
  readonly below: readonly MapMentions[];
  readonly open: boolean;
}

/** A map includes the names below it while they are at most so many, counting kinds and names. */
const MAX_INLINE = 128;

/** The names that a map mentions, with those below it; cached for maps that did not change. */
const mentionedIn: (map: MapValue) => MapMentions = memo((map: MapValue): MapMentions => {
  const counts: MutableCounts = { names: [], below: [], open: false };
  gather(map, counts);
  return counts;
});

type MutableCounts = { names: string[]; below: MapMentions[]; open: boolean };

function gather(map: MapValue, target: MutableCounts): void {
  const { mentions } = map.schema;
  target.open ||= map.open;
  for (const entry of map.entries.values()) {
    if (mentions?.at === "key" && isMention(entry, mentions.unless))
      push(target.names, map.schema, entry.name);
    const value = entry.value;
    if (value.kind === "map") gatherBelow(value, target);
    else gatherValue(value, target);
  }
}

/** For a map without maps in it, an object of its own would not be worth it. */
function gatherBelow(map: MapValue, target: MutableCounts): void {
  if (!holdsMaps(map)) {
    gather(map, target);
    return;
  }
  const part = mentionedIn(map);
  target.open ||= part.open;
  if (part.below.length > 0 || target.names.length + part.names.length > MAX_INLINE) target.below.push(part);
  else for (const one of part.names) target.names.push(one);
}

function isMention({ value }: Entry, unless: string | undefined): boolean {
  return value.kind !== "removed" && !(unless !== undefined && value.kind === "map" && value.has(unless));
}

function gatherValue(value: Value, target: MutableCounts): void {
  if (value.kind === "unknown") target.open = true;
  if (value.kind === "leaf" && value.schema.mentions) push(target.names, value.schema, String(value.value));
  if (value.kind === "list") for (const item of value.items) gatherValue(item, target);
}

function push(names: string[], { mentions }: Schema, name: string): void {
  for (const kind of mentions?.kinds ?? []) names.push(kind, name);
}
