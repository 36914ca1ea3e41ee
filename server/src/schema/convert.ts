import { memo } from "../memo.ts";
import { secondDocument } from "../syntax/documents.ts";
import { type File, resolveAlias } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";
import { isCut, nameOf, scalarOf } from "../syntax/scalars.ts";
import type { AliasNode, ListNode, MapNode, Node, Pair, ScalarNode } from "../syntax/tree.ts";
import { isBroken, isUnclosed } from "./broken.ts";
import { type Facts, type Gathering, newFacts } from "./facts.ts";
import { namesSomebody, privateKey, privateList, privateValue } from "./privacy.ts";
import { duplicateKey, mergeKey, unfinished, unknownAnchor, unknownKey } from "./problems.ts";
import { rootSchema, type Schema, schemaOfKey } from "./schema.ts";
import { settle, strayEntry, strayOf } from "./strays.ts";
import { textSlip } from "./text-slips.ts";
import { type Entry, MapValue, type Value, writes } from "./value.ts";
import { wrongType, wrongValue } from "./wrong-values.ts";

/** What a file says, as the schema understands it. */
export interface Converted {
  readonly value: MapValue;
  readonly facts: Facts;
}

/** What a file says; what did not change since the last version of the file is the same object as before. */
export const converted = memo((file: File): Converted => {
  const { root } = file;
  const facts = newFacts();
  // What a second document says is not read: it is not known what there is.
  const open = file.unreadable !== undefined || secondDocument(root) !== undefined;
  const whole = { block: root, line: 0, col: 0, endLine: root.lines, endCol: 0 };
  const node: MapNode = { ...whole, kind: "map", pairs: root.pairs, flow: false };
  const value = new Walk(file).map(node, rootSchema, facts);
  return { value: open ? new MapValue(rootSchema, value.entries, value.nodes, { open }) : value, facts };
});

interface Kept {
  readonly schema: Schema;
  readonly entry: Entry;
  readonly facts: Facts;
  /** What its aliases stood for. */
  readonly aliases: Aliases;
}

type Aliases = readonly (readonly [AliasNode, Node | undefined])[];

const kept = new WeakMap<Pair, Kept>();

class Walk {
  readonly #file: File;
  readonly #merging = new Set<Node>();
  #aliases: (readonly [AliasNode, Node | undefined])[] = [];

  constructor(file: File) {
    this.#file = file;
  }

  value(node: Node, schema: Schema, facts: Gathering, name: string): Value {
    if (node.kind === "alias") return this.#aliased(node, schema, facts, name);
    if (node.kind === "absent") {
      facts.problems.push(unfinished(node, name));
      return { kind: "absent", node };
    }
    if (isCut(node)) return { kind: "cut", node };
    if (node.kind === "scalar" && isUnclosed(node)) return { kind: "unknown", node };
    const told = node.kind === "scalar" ? privateValue(node, schema) : undefined;
    if (told) return this.#unknown(told, facts);
    switch (schema.type) {
      case "object":
        return this.#object(node, schema, facts);
      case "array":
        return this.#array(node, schema, facts);
      default:
        return this.#scalar(node, schema, facts);
    }
  }

  #object(node: Node, schema: Schema, facts: Gathering): Value {
    if (node.kind === "map") return this.map(node, schema, facts);
    if (schema.nobody && namesSomebody(node)) return this.#unknown(privateList(node), facts);
    const short = schema.short === undefined ? undefined : schema.properties.get(schema.short);
    if (!short || schema.short === undefined) return this.#unknown(wrongType(node, schema), facts);
    const value = this.value(node, short, facts, schema.short);
    const entry: Entry = { name: schema.short, key: node, value };
    return new MapValue(schema, new Map([[schema.short, entry]]), [node]);
  }

  #array(node: Node, schema: Schema, facts: Gathering): Value {
    const { items } = schema;
    if (!items) return { kind: "unknown", node };
    if (node.kind === "list") return this.#list(node, schema, items, facts);
    if (node.kind !== "scalar" || !schema.single || textSlip(node, schema))
      return this.#unknown(wrongType(node, schema), facts);
    const value = this.value(node, items, facts, node.text);
    return value.kind === "leaf" ? { kind: "list", items: [value], node, schema } : value;
  }

  #list(node: ListNode, schema: Schema, itemSchema: Schema, facts: Gathering): Value {
    const items = node.items
      .map((item) => this.value(item, itemSchema, facts, "-"))
      .filter((value) => value.kind === "leaf" || value.kind === "map" || value.kind === "list");
    return { kind: "list", items, node, schema };
  }

  #scalar(node: Node, schema: Schema, facts: Gathering): Value {
    const value = node.kind === "scalar" ? scalarOf(node, schema.type) : undefined;
    if (node.kind !== "scalar" || value === undefined) return this.#unknown(wrongType(node, schema), facts);
    if (schema.allows && !schema.allows(value)) return this.#unknown(wrongValue(node, schema), facts);
    if (schema.mentions) facts.mentions.push({ node, schema, mentions: schema.mentions });
    if (schema.declares) facts.declarations.push({ node, kind: schema.declares.kind });
    return { kind: "leaf", value, node, schema };
  }

  #unknown(problem: Problem, facts: Gathering): Value {
    facts.problems.push(problem);
    return { kind: "unknown", node: problem.at };
  }

  /** A map. Entries that are blocks of their own are kept from one version of the file to the next. */
  map(node: MapNode, schema: Schema, facts: Gathering): MapValue {
    const entries = new Map<string, Entry>();
    const keys = new Map<string, ScalarNode>();
    const merges: Pair[] = [];
    const strays: Entry[] = [];
    for (const pair of node.pairs) {
      if (pair.key.text === "<<" && pair.key.style === "plain") {
        merges.push(pair);
        continue;
      }
      const name = nameOf(pair.key);
      const first = keys.get(name);
      if (first) {
        facts.problems.push(duplicateKey(pair.key, first, node.pairs.length));
        entries.set(name, { name, key: first, value: { kind: "unknown", node: pair } });
        continue;
      }
      keys.set(name, pair.key);
      const entry = this.#pair(pair, name, node, schema, facts);
      if (entry) entries.set(entry.name, entry);
      if (entry?.name !== name) strays.push(strayOf(pair, name));
    }
    for (const pair of merges) this.#merge(pair, schema, entries, facts);
    settle(schema, entries, strays);
    return new MapValue(schema, entries, [node], { open: isBroken(node), strays });
  }

  #pair(pair: Pair, name: string, map: MapNode, schema: Schema, facts: Gathering): Entry | undefined {
    const below = schemaOfKey(schema, name);
    if (!below) {
      const taken = (key: string) => map.pairs.some((other) => nameOf(other.key) === key);
      facts.problems.push(privateKey(pair, schema) ?? unknownKey(pair, schema, taken));
      return strayEntry(pair, schema, taken);
    }
    if (pair.block === map.block) return this.#entry(pair, name, schema, below, facts);
    const hit = kept.get(pair);
    if (hit && hit.schema === below && this.#unchanged(hit.aliases)) {
      this.#aliases.push(...hit.aliases);
      facts.below.push(hit.facts);
      return hit.entry;
    }
    const outer = this.#aliases;
    this.#aliases = [];
    const own = newFacts();
    const entry = this.#entry(pair, name, schema, below, own);
    kept.set(pair, { schema: below, entry, facts: own, aliases: this.#aliases });
    outer.push(...this.#aliases);
    this.#aliases = outer;
    facts.below.push(own);
    return entry;
  }

  #entry(pair: Pair, name: string, schema: Schema, below: Schema, facts: Gathering): Entry {
    const { key } = pair;
    if (schema.declares && schema.declares.at !== "value" && !schema.properties.has(name)) {
      facts.declarations.push({ node: key, kind: schema.declares.kind });
    }
    const value =
      pair.value.kind === "absent"
        ? this.#absent(pair, name, facts)
        : this.value(pair.value, below, facts, name);
    const { mentions } = schema;
    if (mentions?.at === "key" && !schema.properties.has(name) && !writes(value, mentions.unless)) {
      facts.mentions.push({ node: key, schema, mentions });
    }
    return { name, key, value };
  }

  #absent(pair: Pair, name: string, facts: Gathering): Value {
    facts.problems.push(unfinished(pair.key, name));
    return { kind: "absent", node: pair.value };
  }

  /** `<<`: explicit keys win, and earlier of several. */
  #merge(pair: Pair, schema: Schema, entries: Map<string, Entry>, facts: Gathering): void {
    facts.problems.push(mergeKey(pair.key));
    const sources = pair.value.kind === "list" ? pair.value.items : [pair.value];
    for (const source of sources) {
      if (this.#merging.has(source)) continue;
      this.#merging.add(source);
      const value = this.value(source, schema, facts, "<<");
      this.#merging.delete(source);
      if (value.kind !== "map") continue;
      for (const [name, entry] of value.entries) if (!entries.has(name)) entries.set(name, entry);
    }
  }

  /**
   * What an alias stands for, by reference. The anchored text is judged where it stands; here, only whether it can
   * stand here at all.
   */
  #aliased(alias: AliasNode, schema: Schema, facts: Gathering, name: string): Value {
    const target = resolveAlias(this.#file, alias);
    this.#aliases.push([alias, target]);
    if (!target) {
      facts.problems.push(unknownAnchor(alias));
      return { kind: "unknown", node: alias };
    }
    const known = shared.get(target);
    const { value, aliases } =
      known?.schema === schema && this.#unchanged(known.aliases) ? known : this.#shared(target, schema, name);
    // What it stands for stands on these in its turn.
    this.#aliases.push(...aliases);
    if (value.kind === "unknown" && value.node === target) facts.problems.push(wrongType(alias, schema));
    return value;
  }

  #shared(target: Node, schema: Schema, name: string): Shared {
    const outer = this.#aliases;
    this.#aliases = [];
    const value = this.value(target, schema, newFacts(), name);
    // Each once: of what names one anchor many times, level by level, there would be too many.
    const result: Shared = { schema, value, aliases: [...new Map(this.#aliases)] };
    this.#aliases = outer;
    shared.set(target, result);
    return result;
  }

  #unchanged(aliases: Aliases): boolean {
    return aliases.every(([alias, node]) => resolveAlias(this.#file, alias) === node);
  }
}

interface Shared {
  readonly schema: Schema;
  readonly value: Value;
  readonly aliases: Aliases;
}

/** What anchored nodes were for the aliases that last asked. */
const shared = new WeakMap<Node, Shared>();
