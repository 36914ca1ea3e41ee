import { memo } from "../memo.ts";
import { secondDocument } from "../syntax/documents.ts";
import type { File } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";
import { isCut, nameOf, scalarOf } from "../syntax/scalars.ts";
import type { AliasNode, ListNode, MapNode, Node, Pair } from "../syntax/tree.ts";
import { Aliases, NO_USES, type Uses } from "./aliases.ts";
import { isBroken, isUnclosed } from "./broken.ts";
import { type Facts, Gathering } from "./facts.ts";
import { namesSomebody, privateKey, privateList, privateValue } from "./privacy.ts";
import { duplicateKey, mergeKey, unfinished, unknownAnchor, unknownKey } from "./problems.ts";
import { rootSchema, type Schema, schemaOfKey } from "./schema.ts";
import { settle, strayEntry, strayOf } from "./strays.ts";
import { textSlip } from "./text-slips.ts";
import { type Entry, MapValue, NO_STRAYS, type Value, writes } from "./value.ts";
import { wrongType, wrongValue } from "./wrong-values.ts";

/** What a file says, as the schema understands it. */
export interface Converted {
  readonly value: MapValue;
  readonly facts: Facts;
}

/** What a file says; what did not change since the last version of the file is the same object as before. */
export const converted = memo((file: File): Converted => {
  const { root } = file;
  // What a second document says is not read: it is not known what there is.
  const open = file.unreadable !== undefined || secondDocument(root) !== undefined;
  const whole = { block: root, line: 0, col: 0, endLine: root.lines, endCol: 0 };
  const node: MapNode = { ...whole, kind: "map", pairs: root.pairs, flow: false };
  const { value, facts } = new Walk(file).whole(node);
  return { value: open ? new MapValue(rootSchema, value.entries, value.nodes, { open }) : value, facts };
});

interface Kept {
  readonly schema: Schema;
  readonly entry: Entry;
  readonly facts: Facts;
  readonly uses: Uses;
}

const kept = new WeakMap<Pair, Kept>();

/** Unknown keys of a map, by name; most maps have none. */
type Strays = Map<string, Entry> | undefined;

class Walk {
  readonly #aliases: Aliases;
  readonly #facts = new Gathering();
  readonly #merging = new Set<Node>();

  constructor(file: File) {
    this.#aliases = new Aliases(file);
  }

  whole(node: MapNode): Converted {
    const mark = this.#facts.begin();
    const value = this.#map(node, rootSchema);
    return { value, facts: this.#facts.end(mark) };
  }

  #value(node: Node, schema: Schema, name: string): Value {
    if (node.kind === "alias") return this.#aliased(node, schema, name);
    if (node.kind === "absent") {
      this.#facts.problem(unfinished(node, name));
      return { kind: "absent", node };
    }
    if (isCut(node)) return { kind: "cut", node };
    if (node.kind === "scalar" && isUnclosed(node)) return { kind: "unknown", node };
    const told = node.kind === "scalar" ? privateValue(node, schema) : undefined;
    if (told) return this.#unknown(told);
    switch (schema.type) {
      case "object":
        return this.#object(node, schema);
      case "array":
        return this.#array(node, schema);
      default:
        return this.#scalar(node, schema);
    }
  }

  #object(node: Node, schema: Schema): Value {
    if (node.kind === "map") return this.#map(node, schema);
    if (schema.nobody && namesSomebody(node)) return this.#unknown(privateList(node));
    const short = schema.short === undefined ? undefined : schema.properties.get(schema.short);
    if (!short || schema.short === undefined) return this.#unknown(wrongType(node, schema));
    const value = this.#value(node, short, schema.short);
    const entry: Entry = { name: schema.short, key: node, value };
    return new MapValue(schema, new Map([[schema.short, entry]]), [node]);
  }

  #array(node: Node, schema: Schema): Value {
    const { items } = schema;
    if (!items) return { kind: "unknown", node };
    if (node.kind === "list") return this.#list(node, schema, items);
    if (node.kind !== "scalar" || !schema.single || textSlip(node, schema))
      return this.#unknown(wrongType(node, schema));
    const value = this.#value(node, items, node.text);
    return value.kind === "leaf" ? { kind: "list", items: [value], node, schema } : value;
  }

  #list(node: ListNode, schema: Schema, itemSchema: Schema): Value {
    const items = node.items
      .map((item) => this.#value(item, itemSchema, "-"))
      .filter((value) => value.kind === "leaf" || value.kind === "map" || value.kind === "list");
    return { kind: "list", items, node, schema };
  }

  #scalar(node: Node, schema: Schema): Value {
    const value = node.kind === "scalar" ? scalarOf(node, schema.type) : undefined;
    if (node.kind !== "scalar" || value === undefined) return this.#unknown(wrongType(node, schema));
    if (schema.allows && !schema.allows(value)) return this.#unknown(wrongValue(node, schema));
    if (schema.mentions) this.#facts.mention(node, schema, schema.mentions);
    if (schema.declares) this.#facts.declaration(node, schema.declares.kind);
    return { kind: "leaf", value, node, schema };
  }

  #unknown(problem: Problem): Value {
    this.#facts.problem(problem);
    return { kind: "unknown", node: problem.at };
  }

  /** A map. Entries that are blocks of their own are kept from one version of the file to the next. */
  #map(node: MapNode, schema: Schema): MapValue {
    const entries = new Map<string, Entry>();
    const merged: MapValue[] = [];
    let strays: Strays;
    const pieces = this.#aliases.enter(node);
    for (const pair of node.pairs) {
      pieces?.reach(pair.block);
      if (pair.key.text === "<<" && pair.key.style === "plain") merged.push(...this.#merge(pair, schema));
      else strays = this.#add(pair, node, schema, entries, strays);
    }
    pieces?.reach();
    for (const { entries: more } of merged)
      for (const [name, entry] of more) if (!entries.has(name)) entries.set(name, entry);
    const unknown = strays ? [...strays.values()] : NO_STRAYS;
    settle(schema, entries, unknown);
    return new MapValue(schema, entries, [node], { open: isBroken(node), strays: unknown });
  }

  /** Puts an entry among those of its map, and what the schema does not know among the strays. */
  #add(pair: Pair, map: MapNode, schema: Schema, entries: Map<string, Entry>, strays: Strays): Strays {
    const name = nameOf(pair.key);
    const first = entries.get(name) ?? strays?.get(name);
    const entry = first ? this.#again(pair, first, map) : this.#pair(pair, name, map, schema);
    if (entry) entries.set(entry.name, entry);
    if (entry?.name === name) return strays;
    return (strays ?? new Map<string, Entry>()).set(name, strayOf(pair, name));
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
      return strayEntry(pair, schema, taken);
    }
    const { block } = pair;
    if (block === map.block || (block.aliases && this.#aliases.away))
      return this.#entry(pair, name, schema, below);
    const hit = kept.get(pair);
    if (hit && hit.schema === below && this.#aliases.hold(hit.uses)) {
      this.#aliases.use(hit.uses);
      this.#facts.include(hit.facts);
      return hit.entry;
    }
    const mark = this.#facts.begin();
    const outer = block.aliases ? this.#aliases.begin() : undefined;
    const entry = this.#entry(pair, name, schema, below);
    const uses = outer ? this.#aliases.end(outer, block) : NO_USES;
    const facts = this.#facts.end(mark);
    kept.set(pair, { schema: below, entry, facts, uses });
    this.#facts.include(facts);
    return entry;
  }

  #entry(pair: Pair, name: string, schema: Schema, below: Schema): Entry {
    const { key } = pair;
    const isName = !schema.properties.has(name);
    const { declares, mentions } = schema;
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
      return value.kind === "map" ? [value as MapValue] : [];
    });
  }

  /**
   * What an alias stands for, by reference. The anchored text is judged where it stands; here, only whether it can
   * stand here at all.
   */
  #aliased(alias: AliasNode, schema: Schema, name: string): Value {
    const target = this.#aliases.resolve(alias);
    if (!target) return this.#unknown(unknownAnchor(alias));
    const value = this.#aliases.text(target, schema, () => {
      const mark = this.#facts.begin();
      const value = this.#value(target, schema, name);
      this.#facts.end(mark);
      return value;
    });
    if (value.kind === "unknown" && value.node === target) this.#facts.problem(wrongType(alias, schema));
    return value;
  }
}
