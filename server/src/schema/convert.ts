import { memo } from "../base/memo.ts";
import { secondDocument } from "../syntax/documents.ts";
import type { File } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";
import { isRemoval, scalarOf } from "../syntax/scalars.ts";
import type { AliasNode, ListNode, MapNode, Node } from "../syntax/tree.ts";
import { Aliases } from "./aliases.ts";
import { isUnclosed } from "./broken.ts";
import { MapReader } from "./maps.ts";
import { doubtfulValue } from "./near-misses.ts";
import { namesSomebody, privateList, privateValue } from "./privacy.ts";
import { unfinished, unknownAnchor } from "./problems.ts";
import { rootSchema, type Schema } from "./schema.ts";
import { IndexBuilder, type SemanticIndex } from "./semantic-index.ts";
import { opensWithKey, textHint } from "./text-hints.ts";
import { type Entry, MapValue, type Value } from "./value.ts";
import { wrongType, wrongValue } from "./wrong-values.ts";

/** A file converted with the schema: its value and its semantic index. */
export interface ConvertedFile {
  readonly value: MapValue;
  readonly index: SemanticIndex;
}

/** Converts a file. What did not change since the last version of the file is the same object as before. */
export const converted = memo((file: File): ConvertedFile => {
  const { root } = file;
  // A second document is not read, so its keys are unknown.
  const open = file.unreadable !== undefined || secondDocument(root) !== undefined;
  const whole = { block: root, line: 0, col: 0, endLine: root.lines, endCol: 0 };
  const node: MapNode = { ...whole, kind: "map", pairs: root.pairs, flow: false };
  const { value, index } = new Converter(file).whole(node);
  return { value: open ? new MapValue(rootSchema, value.entries, value.nodes, { open }) : value, index };
});

class Converter {
  readonly #index = new IndexBuilder();
  readonly #aliases: Aliases;
  readonly #maps: MapReader;

  constructor(file: File) {
    this.#aliases = new Aliases(file);
    this.#maps = new MapReader(
      this.#index,
      this.#aliases,
      (node, schema, name) => this.#value(node, schema, name),
      file.transient !== true,
    );
  }

  whole(node: MapNode): ConvertedFile {
    const mark = this.#index.begin();
    const value = this.#maps.read(node, rootSchema);
    return { value, index: this.#index.end(mark) };
  }

  #value(node: Node, schema: Schema, name: string): Value {
    if (node.kind === "alias") return this.#aliased(node, schema, name);
    if (node.kind === "absent") {
      this.#index.problem(unfinished(node, name));
      return { kind: "absent", node };
    }
    if (isRemoval(node)) return { kind: "removed", node };
    if (node.kind === "scalar" && isUnclosed(node)) return { kind: "unknown", node };
    const privacyProblem = node.kind === "scalar" ? privateValue(node, schema) : undefined;
    if (privacyProblem) return this.#unknown(privacyProblem);
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
    if (node.kind === "map") return this.#maps.read(node, schema);
    if (schema.nobody && namesSomebody(node)) return this.#unknown(privateList(node));
    if (node.kind === "scalar" && opensWithKey(node, schema)) return this.#unknown(wrongType(node, schema));
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
    if (node.kind !== "scalar" || !schema.single || textHint(node, schema))
      return this.#unknown(wrongType(node, schema));
    const value = this.#value(node, items, node.text);
    return value.kind === "leaf" ? { kind: "list", items: [value], node, schema } : value;
  }

  #list(node: ListNode, schema: Schema, itemSchema: Schema): Value {
    const all = node.items.map((item) => this.#value(item, itemSchema, "-"));
    return { kind: "list", items: all.every(isItem) ? all : all.filter(isItem), node, schema };
  }

  #scalar(node: Node, schema: Schema): Value {
    const value = node.kind === "scalar" ? scalarOf(node, schema.type) : undefined;
    if (node.kind !== "scalar" || value === undefined) return this.#unknown(wrongType(node, schema));
    if (schema.allows && !schema.allows(value)) return this.#unknown(wrongValue(node, schema));
    if (schema.mentions) this.#index.mention(node, schema, schema.mentions);
    if (schema.declares) this.#index.declaration(node, schema.declares.kind);
    const doubtful = doubtfulValue(node, schema);
    if (!doubtful) return { kind: "leaf", value, node, schema };
    const { problem, counts } = doubtful;
    this.#index.problem(problem);
    return counts === undefined ? { kind: "unknown", node } : { kind: "leaf", value: counts, node, schema };
  }

  #unknown(problem: Problem): Value {
    this.#index.problem(problem);
    return { kind: "unknown", node: problem.at };
  }

  /**
   * The value of an alias is that of its anchored node, by reference. Faults in the anchored text are reported there;
   * here only that it does not fit.
   */
  #aliased(alias: AliasNode, schema: Schema, name: string): Value {
    const target = this.#aliases.resolve(alias);
    if (!target) return this.#unknown(unknownAnchor(alias));
    const value = this.#aliases.text(target, schema, () => {
      const mark = this.#index.begin();
      const value = this.#value(target, schema, name);
      this.#index.end(mark);
      return value;
    });
    if (value.kind === "unknown") this.#index.problem(wrongType(alias, schema));
    return value;
  }
}

function isItem({ kind }: Value): boolean {
  return kind === "leaf" || kind === "map" || kind === "list";
}
