import { memo } from "../base/memo.ts";
import type { Schema } from "../schema/schema.ts";
import { type Entry, holdsMaps, type MapValue, type Value } from "../schema/value.ts";

/** The names that an effective value mentions. Follows the value from one moment to the next by what changed in it. */
export class MentionIndex {
  #now: MapMentions | undefined;
  /** How often a name of a kind is mentioned; one that is no more is not in it. */
  readonly #counts = new Map<string, Map<string, number>>();
  /** How often names were mentioned before, of those that may have changed. */
  readonly #touched: MentionCounts = new Map();

  /** Whether some of the value cannot be read: a name may be mentioned there. */
  get open(): boolean {
    return this.#now?.open === true;
  }

  has(kind: string, name: string): boolean {
    return this.#counts.get(kind)?.has(name) === true;
  }

  /** The names of a kind that are mentioned. */
  names(kind: string): readonly string[] {
    return [...(this.#counts.get(kind)?.keys() ?? [])];
  }

  /** Goes on to another value of the same establishment. Gives the names, by kind, that only one of both mentions. */
  follow(root: MapValue): ReadonlyMap<string, ReadonlySet<string>> {
    const before = this.#now;
    this.#now = mentionedIn(root);
    this.#touched.clear();
    if (before) this.#replace([before], [this.#now]);
    else this.#count(this.#now, 1, true);
    const changed = new Map<string, Set<string>>();
    for (const [kind, names] of this.#touched) {
      for (const [name, count] of names) if (count > 0 !== this.has(kind, name)) add(changed, kind, name);
    }
    return changed;
  }

  /** Parts that both have are not looked at. */
  #replace(before: readonly MapMentions[], after: readonly MapMentions[]): void {
    const gone = new Set(before);
    const come = [...new Set(after)].filter((part) => !gone.delete(part));
    const pairs = Math.min(gone.size, come.length);
    const left = [...gone];
    for (let i = 0; i < pairs; i++) this.#replace(left[i]?.below ?? [], come[i]?.below ?? []);
    for (const [i, part] of left.entries()) this.#count(part, -1, i >= pairs);
    for (const [i, part] of come.entries()) this.#count(part, 1, i >= pairs);
  }

  #count({ names, below }: MapMentions, by: 1 | -1, deep: boolean): void {
    for (let at = 0; at < names.length; at += 2) {
      const kind = names[at] ?? "";
      const name = names[at + 1] ?? "";
      const counts = valueIn(this.#counts, kind);
      const touched = valueIn(this.#touched, kind);
      const count = counts.get(name) ?? 0;
      if (!touched.has(name)) touched.set(name, count);
      if (count + by === 0) counts.delete(name);
      else counts.set(name, count + by);
    }
    if (deep) for (const part of new Set(below)) this.#count(part, by, true);
  }
}

type MentionCounts = Map<string, Map<string, number>>;

function valueIn(counts: MentionCounts, kind: string): Map<string, number> {
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

/** What a map mentions, and what else is mentioned below it. */
interface MapMentions {
  /** Kind and name in turn; the same ones again as often as they are mentioned. */
  readonly names: readonly string[];
  readonly below: readonly MapMentions[];
  readonly open: boolean;
}

/** A map takes over what is mentioned below it as long as it has no more than that: kinds and names. */
const FEW = 128;

/** What a map mentions, with all below it. Of what did not change it is not made again. */
const mentionedIn: (map: MapValue) => MapMentions = memo((map: MapValue): MapMentions => {
  const gathering: MutableCounts = { names: [], below: [], open: false };
  gather(map, gathering);
  return gathering;
});

type MutableCounts = { names: string[]; below: MapMentions[]; open: boolean };

function gather(map: MapValue, into: MutableCounts): void {
  const { mentions } = map.schema;
  into.open ||= map.open;
  for (const entry of map.entries.values()) {
    if (mentions?.at === "key" && isMention(entry, mentions.unless)) push(into.names, map.schema, entry.name);
    const value = entry.value;
    if (value.kind === "map") gatherBelow(value, into);
    else collect(value, into);
  }
}

/** A map without maps in it is not worth an object of its own. */
function gatherBelow(map: MapValue, into: MutableCounts): void {
  if (!holdsMaps(map)) {
    gather(map, into);
    return;
  }
  const part = mentionedIn(map);
  into.open ||= part.open;
  if (part.below.length > 0 || into.names.length + part.names.length > FEW) into.below.push(part);
  else for (const one of part.names) into.names.push(one);
}

function isMention({ value }: Entry, unless: string | undefined): boolean {
  return value.kind !== "removed" && !(unless !== undefined && value.kind === "map" && value.has(unless));
}

function collect(value: Value, into: MutableCounts): void {
  if (value.kind === "unknown") into.open = true;
  if (value.kind === "leaf" && value.schema.mentions) push(into.names, value.schema, String(value.value));
  if (value.kind === "list") for (const item of value.items) collect(item, into);
}

function push(names: string[], { mentions }: Schema, name: string): void {
  for (const kind of mentions?.kinds ?? []) names.push(kind, name);
}
