import { nameOf } from "../syntax/scalars.ts";
import type { Block, MapNode, Node, Pair } from "../syntax/tree.ts";
import type { Aliases, AliasUses } from "./aliases.ts";
import { isBroken } from "./broken.ts";
import { formerOf, isLongMap, type LongMap, remember } from "./long-maps.ts";
import { misplacedEntry, misplacedKeyOf, settleMisplacedKeys } from "./misplaced-keys.ts";
import { privateKey } from "./privacy.ts";
import { duplicateKey, mergeKey, unfinished, unknownKey } from "./problems.ts";
import { type Schema, schemaOfKey } from "./schema.ts";
import type { IndexBuilder, SemanticIndex } from "./semantic-index.ts";
import { type Entry, MapValue, NO_MISPLACED_KEYS, type Value, writes } from "./value.ts";

/** An entry as it was read, until its text changes, or what its aliases stand for. */
interface CachedEntry {
  readonly schema: Schema;
  readonly entry: Entry;
  readonly facts: SemanticIndex;
  readonly uses: AliasUses;
}

const kept = new WeakMap<Pair, CachedEntry>();

/** Unknown keys of a map, by name; most maps have none. */
type MisplacedKeys = Map<string, Entry> | undefined;

/** Reads maps; `value` reads what stands in them. What was read is kept for a next version of the file, if there may be one. */
export class MapReader {
  readonly #facts: IndexBuilder;
  readonly #aliases: Aliases;
  readonly #value: (node: Node, schema: Schema, name: string) => Value;
  readonly #keeps: boolean;
  readonly #merging = new Set<Node>();

  constructor(
    facts: IndexBuilder,
    aliases: Aliases,
    value: (node: Node, schema: Schema, name: string) => Value,
    keeps: boolean,
  ) {
    this.#facts = facts;
    this.#aliases = aliases;
    this.#value = value;
    this.#keeps = keeps;
  }

  /** A map. Entries that are blocks of their own are kept from one version of the file to the next. */
  read(node: MapNode, schema: Schema): MapValue {
    if (!isLongMap(node) || this.#isElsewhere(node.block)) return this.#entries(node, schema);
    const was = formerOf(node, schema);
    const mark = this.#facts.begin();
    const outer = this.#aliases.begin(node.block);
    const value =
      was && this.#aliases.hold(was.uses) ? this.#renewed(node, was) : this.#entries(node, schema);
    const uses = this.#aliases.end(outer, node.block);
    const facts = this.#facts.end(mark);
    this.#facts.include(facts);
    if (this.#keeps) remember({ pairs: node.pairs, value, facts, uses });
    return value;
  }

  /** A long map of which few values changed: the others are not looked at. */
  #renewed(node: MapNode, { pairs, value: { schema, entries: before }, facts, uses }: LongMap): MapValue {
    const entries = copied(before);
    const parts = [...facts.below];
    // First: what a name stood for above the map counts, not what it stands for behind an anchor in it.
    this.#aliases.use(uses);
    const pieces = this.#aliases.enter(node);
    node.pairs.forEach((pair, index) => {
      if (pair === pairs[index]) return;
      pieces?.reach(pair.block);
      const name = nameOf(pair.key);
      const below = schemaOfKey(schema, name);
      if (!below) return;
      const piece = this.#piece(pair, name, schema, below);
      entries.set(name, piece.entry);
      parts[index] = piece.facts;
    });
    pieces?.reach();
    for (const part of parts) this.#facts.include(part);
    settleMisplacedKeys(schema, entries, NO_MISPLACED_KEYS);
    return new MapValue(schema, entries, [node], { open: isBroken(node) });
  }

  #entries(node: MapNode, schema: Schema): MapValue {
    const entries = new Map<string, Entry>();
    const merged: MapValue[] = [];
    let strays: MisplacedKeys;
    const pieces = this.#aliases.enter(node);
    for (const pair of node.pairs) {
      pieces?.reach(pair.block);
      if (pair.key.text === "<<" && pair.key.style === "plain") merged.push(...this.#merge(pair, schema));
      else strays = this.#add(pair, node, schema, entries, strays);
    }
    pieces?.reach();
    for (const { entries: more } of merged)
      for (const [name, entry] of more) if (!entries.has(name)) entries.set(name, entry);
    const unknown = strays ? [...strays.values()] : NO_MISPLACED_KEYS;
    settleMisplacedKeys(schema, entries, unknown);
    return new MapValue(schema, entries, [node], { open: isBroken(node), strays: unknown });
  }

  /** Puts an entry among those of its map, and what the schema does not know among the strays. */
  #add(
    pair: Pair,
    map: MapNode,
    schema: Schema,
    entries: Map<string, Entry>,
    strays: MisplacedKeys,
  ): MisplacedKeys {
    const name = nameOf(pair.key);
    const first = entries.get(name) ?? strays?.get(name);
    const entry = first ? this.#again(pair, first, map) : this.#pair(pair, name, map, schema);
    if (entry) entries.set(entry.name, entry);
    if (entry?.name === name) return strays;
    return (strays ?? new Map<string, Entry>()).set(name, misplacedKeyOf(pair, name));
  }

  /** A key for the second time: which of both holds is not known. */
  #again(pair: Pair, { name, key }: Entry, map: MapNode): Entry {
    this.#facts.problem(duplicateKey(pair.key, key, map.pairs.length));
    return { name, key, value: { kind: "unknown", node: pair } };
  }

  #pair(pair: Pair, name: string, map: MapNode, schema: Schema): Entry | undefined {
    const below = schemaOfKey(schema, name);
    if (!below) {
      const taken = (key: string) => map.pairs.some((other) => nameOf(other.key) === key);
      this.#facts.problem(privateKey(pair, schema) ?? unknownKey(pair, schema, taken));
      return misplacedEntry(pair, schema, taken);
    }
    if (pair.block === map.block || this.#isElsewhere(pair.block))
      return this.#entry(pair, name, schema, below);
    const { entry, facts } = this.#piece(pair, name, schema, below);
    this.#facts.include(facts);
    return entry;
  }

  /** An entry that is a block of its own. */
  #piece(pair: Pair, name: string, schema: Schema, below: Schema): CachedEntry {
    const { block } = pair;
    const hit = kept.get(pair);
    if (hit && hit.schema === below && this.#aliases.hold(hit.uses)) {
      this.#aliases.use(hit.uses);
      return hit;
    }
    const mark = this.#facts.begin();
    const outer = this.#aliases.begin(block);
    const entry = this.#entry(pair, name, schema, below);
    const uses = this.#aliases.end(outer, block);
    const made = { schema: below, entry, facts: this.#facts.end(mark), uses };
    if (this.#keeps) kept.set(pair, made);
    return made;
  }

  /** Whether the aliases of a block are read in the place of another: nothing is kept then of what they say. */
  #isElsewhere({ aliases }: Block): boolean {
    return aliases && this.#aliases.away;
  }

  #entry(pair: Pair, name: string, schema: Schema, below: Schema): Entry {
    const { key } = pair;
    const { declares, mentions } = schema;
    const isName = (declares || mentions) && !schema.properties.has(name);
    if (declares && declares.at !== "value" && isName) this.#facts.declaration(key, declares.kind);
    const value =
      pair.value.kind === "absent" ? this.#absent(pair, name) : this.#value(pair.value, below, name);
    if (mentions?.at === "key" && isName && !writes(value, mentions.unless))
      this.#facts.mention(key, schema, mentions);
    return { name, key, value };
  }

  #absent(pair: Pair, name: string): Value {
    this.#facts.problem(unfinished(pair.key, name));
    return { kind: "absent", node: pair.value };
  }

  /** `<<`: explicit keys win, and earlier of several. */
  #merge(pair: Pair, schema: Schema): readonly MapValue[] {
    this.#facts.problem(mergeKey(pair.key));
    const sources = pair.value.kind === "list" ? pair.value.items : [pair.value];
    return sources.flatMap((source) => {
      if (this.#merging.has(source)) return [];
      this.#merging.add(source);
      const value = this.#value(source, schema, "<<");
      this.#merging.delete(source);
      return value.kind === "map" ? [value] : [];
    });
  }
}

/** Without the pairs that `new Map` would make of all entries on the way. */
function copied(entries: ReadonlyMap<string, Entry>): Map<string, Entry> {
  const copy = new Map<string, Entry>();
  entries.forEach((entry, name) => {
    copy.set(name, entry);
  });
  return copy;
}
