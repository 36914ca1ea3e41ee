import { appendAll } from "../base/append-all.ts";
import { nameOf } from "../syntax/scalars.ts";
import type { Block, MapNode, Node, Pair } from "../syntax/tree.ts";
import type { Aliases, AliasUses } from "./aliases.ts";
import { isBroken } from "./broken.ts";
import { isLongMap, type LongMap, previousVersionOf, remember } from "./long-maps.ts";
import { misplacedEntry, settleMisplacedKeys, unknownEntry } from "./misplaced-keys.ts";
import { doubtfulKey } from "./near-misses.ts";
import { duplicateKey, mergeKey, movedKey, unfinished } from "./problems.ts";
import { type Schema, schemaOfKey } from "./schema.ts";
import type { IndexBuilder, SemanticIndex } from "./semantic-index.ts";
import { isKeyOfThings, isTakenIn, unknownKeyIn } from "./unknown-keys.ts";
import { type Entry, MapValue, NO_MISPLACED_KEYS, type Value, writes } from "./value.ts";

/** An entry as it was converted; right until its text changes, or a node that its aliases refer to. */
interface CachedEntry {
  readonly schema: Schema;
  readonly entry: Entry;
  readonly index: SemanticIndex;
  readonly uses: AliasUses;
}

const cachedEntries = new WeakMap<Pair, CachedEntry>();

/** Unknown keys of a map, by name; `undefined` if there are none, as in most maps. */
type MisplacedKeys = Map<string, Entry> | undefined;

/**
 * Converts maps; `convert` converts the values in them. Results are cached for the next version of the file, if there
 * may be one.
 */
export class MapReader {
  readonly #index: IndexBuilder;
  readonly #aliases: Aliases;
  readonly #convert: (node: Node, schema: Schema, name: string) => Value;
  readonly #caches: boolean;
  readonly #merging = new Set<Node>();

  constructor(
    index: IndexBuilder,
    aliases: Aliases,
    value: (node: Node, schema: Schema, name: string) => Value,
    caches: boolean,
  ) {
    this.#index = index;
    this.#aliases = aliases;
    this.#convert = value;
    this.#caches = caches;
  }

  /** Converts a map. Entries that are blocks of their own are taken over from one version of the file to the next. */
  read(node: MapNode, schema: Schema): MapValue {
    if (!isLongMap(node) || this.#isInAlias(node.block)) return this.#entries(node, schema);
    const previous = previousVersionOf(node, schema);
    const mark = this.#index.begin();
    const outer = this.#aliases.begin(node.block);
    const value =
      previous && this.#aliases.areStillRight(previous.uses)
        ? this.#update(node, previous)
        : this.#entries(node, schema);
    const uses = this.#aliases.end(outer, node.block);
    const index = this.#index.end(mark);
    this.#index.include(index);
    if (this.#caches) remember({ pairs: node.pairs, value, index, uses });
    return value;
  }

  /** Converts a long map of which few values changed, without looking at the others. */
  #update(node: MapNode, { pairs, value: { schema, entries: before }, index, uses }: LongMap): MapValue {
    const entries = copyOf(before);
    const parts = [...index.below];
    // Done first: the names refer to what is anchored above the map, not to anchors in it.
    this.#aliases.use(uses);
    const blocks = this.#aliases.enter(node);
    node.pairs.forEach((pair, at) => {
      if (pair === pairs[at]) return;
      blocks?.advanceTo(pair.block);
      const name = nameOf(pair.key);
      const below = schemaOfKey(schema, name);
      if (!below) return;
      const entry = this.#block(pair, name, schema, below);
      entries.set(name, entry.entry);
      parts[at] = entry.index;
    });
    blocks?.advanceTo();
    for (const part of parts) this.#index.include(part);
    settleMisplacedKeys(schema, entries, NO_MISPLACED_KEYS);
    return new MapValue(schema, entries, [node], { open: isBroken(node) });
  }

  #entries(node: MapNode, schema: Schema): MapValue {
    const entries = new Map<string, Entry>();
    const merged: MapValue[] = [];
    let misplaced: MisplacedKeys;
    const blocks = this.#aliases.enter(node);
    for (const pair of node.pairs) {
      blocks?.advanceTo(pair.block);
      if (pair.key.text === "<<" && pair.key.style === "plain") appendAll(merged, this.#merge(pair, schema));
      else misplaced = this.#add(pair, node, schema, entries, misplaced);
    }
    blocks?.advanceTo();
    for (const { entries: more } of merged)
      for (const [name, entry] of more) if (!entries.has(name)) entries.set(name, entry);
    const unknown = misplaced ? [...misplaced.values()] : NO_MISPLACED_KEYS;
    settleMisplacedKeys(schema, entries, unknown);
    return new MapValue(schema, entries, [node], { open: isBroken(node), misplaced: unknown });
  }

  /** Adds an entry to those of its map, and a key that the schema does not know to the misplaced ones. */
  #add(
    pair: Pair,
    map: MapNode,
    schema: Schema,
    entries: Map<string, Entry>,
    misplaced: MisplacedKeys,
  ): MisplacedKeys {
    const name = nameOf(pair.key);
    const first = entries.get(name) ?? misplaced?.get(name);
    const entry = first ? this.#duplicate(pair, first, map) : this.#pair(pair, name, map, schema, entries);
    if (entry) entries.set(entry.name, entry);
    if (entry?.name === name) return misplaced;
    return (misplaced ?? new Map<string, Entry>()).set(name, unknownEntry(name, pair));
  }

  /** A key for the second time: which of the two values counts is unknown. */
  #duplicate(pair: Pair, { name, key }: Entry, map: MapNode): Entry {
    this.#index.problem(duplicateKey(pair.key, key, map.pairs.length));
    return { name, key, value: { kind: "unknown", node: pair } };
  }

  #pair(
    pair: Pair,
    name: string,
    map: MapNode,
    schema: Schema,
    entries: Map<string, Entry>,
  ): Entry | undefined {
    const below = schemaOfKey(schema, name);
    if (!below || isKeyOfThings(pair, name, schema)) {
      const { problem, entry, known } = unknownKeyIn(pair, name, map, schema, entries);
      if (problem) this.#index.problem(problem);
      if (!known || !below) return entry;
    }
    if (schema.open && !schema.properties.has(name)) return this.#other(pair, name, map, schema, below);
    return this.#known(pair, name, map, schema, below);
  }

  #known(pair: Pair, name: string, map: MapNode, schema: Schema, below: Schema): Entry {
    if (pair.block === map.block || this.#isInAlias(pair.block))
      return this.#entry(pair, name, schema, below);
    const { entry, index } = this.#block(pair, name, schema, below);
    this.#index.include(index);
    return entry;
  }

  /** A key of an open map that is none of the known ones; but it may mean one. */
  #other(pair: Pair, name: string, map: MapNode, schema: Schema, below: Schema): Entry | undefined {
    const taken = isTakenIn(map);
    const doubtful = doubtfulKey(pair, schema, taken);
    if (!doubtful) return this.#known(pair, name, map, schema, below);
    const { problem, counts } = doubtful;
    this.#index.problem(problem);
    const meant = counts === undefined ? undefined : schema.properties.get(counts);
    return counts !== undefined && meant
      ? this.#known(pair, counts, map, schema, meant)
      : misplacedEntry(pair, schema, taken);
  }

  /** Converts an entry that is a block of its own. */
  #block(pair: Pair, name: string, schema: Schema, below: Schema): CachedEntry {
    const { block } = pair;
    const hit = cachedEntries.get(pair);
    if (hit && hit.schema === below && this.#aliases.areStillRight(hit.uses)) {
      this.#aliases.use(hit.uses);
      return hit;
    }
    const mark = this.#index.begin();
    const outer = this.#aliases.begin(block);
    const entry = this.#entry(pair, name, schema, below);
    const uses = this.#aliases.end(outer, block);
    const converted = { schema: below, entry, index: this.#index.end(mark, block), uses };
    if (this.#caches) cachedEntries.set(pair, converted);
    return converted;
  }

  /** Whether a block with aliases is converted in the place of an alias: then the result is not cached. */
  #isInAlias({ aliases }: Block): boolean {
    return aliases && this.#aliases.inAlias;
  }

  #entry(pair: Pair, name: string, schema: Schema, below: Schema): Entry {
    const { key } = pair;
    const { declares, mentions } = schema;
    const isName = (declares || mentions) && !schema.properties.has(name);
    if (below.deprecated) this.#index.problem(movedKey(key, below));
    if (declares && declares.at !== "value" && isName) this.#index.declaration(key, declares.kind);
    const value =
      pair.value.kind === "absent" ? this.#absent(pair, name) : this.#convert(pair.value, below, name);
    if (mentions?.at === "key" && isName && !writes(value, mentions.unless))
      this.#index.mention(key, schema, mentions);
    return { name, key, value };
  }

  #absent(pair: Pair, name: string): Value {
    this.#index.problem(unfinished(pair.key, name));
    return { kind: "absent", node: pair.value };
  }

  /** `<<`: explicit keys win over merged ones, and the first of several maps over the others. */
  #merge(pair: Pair, schema: Schema): readonly MapValue[] {
    // Elsewhere there is no `comme` to prefer.
    if (schema.properties.has("comme")) this.#index.problem(mergeKey(pair.key));
    const sources = pair.value.kind === "list" ? pair.value.items : [pair.value];
    return sources.flatMap((source) => {
      if (this.#merging.has(source)) return [];
      this.#merging.add(source);
      const value = this.#convert(source, schema, "<<");
      this.#merging.delete(source);
      return value.kind === "map" ? [value] : [];
    });
  }
}

/** Copies a map without the pairs that `new Map` would create for all its entries. */
function copyOf(entries: ReadonlyMap<string, Entry>): Map<string, Entry> {
  const copy = new Map<string, Entry>();
  entries.forEach((entry, name) => {
    copy.set(name, entry);
  });
  return copy;
}
