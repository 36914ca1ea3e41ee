import { type Message, message } from "../base/message.ts";
import type { Fix, Problem } from "../syntax/problem.ts";
import { booleanOf } from "../syntax/scalars.ts";
import type { ListNode, Node, ScalarNode } from "../syntax/tree.ts";
import { quoted, replaceBy, scalarText } from "./problems.ts";
import type { Schema } from "./schema.ts";

/**
 * The problem of a list or a scalar in place of a map, where it is clear how the map is written: boxes or names in a
 * list, or a value without the key that it belongs to. `undefined` if it is not.
 */
export function wrongShape(node: Node, schema: Schema): Problem | undefined {
  if (schema.type !== "object") return undefined;
  if (node.kind === "list") return keysInList(node, schema);
  return node.kind === "scalar" ? valueWithoutKey(node, schema) : undefined;
}

function keysInList(node: ListNode, schema: Schema): Problem | undefined {
  const names = node.items.flatMap((item) => (item.kind === "scalar" ? [item.text] : []));
  const [first] = names;
  if (first === undefined || names.length < node.items.length || new Set(names).size < names.length)
    return undefined;
  if (names.every((name) => isBox(schemaOf(name, schema))))
    return keysProblem(node, names, "true", (example) =>
      message("Boxes are expected here, not a list: write “{0}”, and so on for each.", example),
    );
  if (schema.properties.size > 0 || schema.additional?.type !== "object") return undefined;
  return keysProblem(node, names, "{}", (example) =>
    message("Names are keys here, not items of a list: write “{0}”, and so on for each.", example),
  );
}

function keysProblem(
  node: ListNode,
  [first = "", ...others]: readonly string[],
  value: string,
  describe: (example: string) => Message,
): Problem {
  const entry = (name: string) => `${scalarText(name)}: ${value}`;
  const at = node.flow ? node : (node.items[0] ?? node);
  return {
    id: "wrong-type",
    at,
    message: describe(entry(first)),
    // A block list may stand in the column of its key, where a map in its place would not be the key's value.
    ...(node.flow && {
      fixes: [replaceBy(node, `{ ${[first, ...others].map(entry).join(", ")} }`, "probable")],
    }),
  };
}

/** The schema of a key; for a key with a short form, that of its value. */
function schemaOf(name: string, schema: Schema): Schema | undefined {
  const own = schema.properties.get(name) ?? schema.additional;
  return own?.short === undefined ? own : own.properties.get(own.short);
}

function isBox(schema: Schema | undefined): boolean {
  return schema?.type === "boolean";
}

function valueWithoutKey(node: ScalarNode, schema: Schema): Problem | undefined {
  const meant = meantEntry(node, schema);
  if (meant === undefined) return undefined;
  const fixes: readonly Fix[] = [replaceBy(node, `{ ${meant} }`, "probable")];
  return {
    id: "wrong-type",
    at: node,
    message: message("“{0}” has a key of its own here: write “{1}”.", quoted(node), meant),
    fixes,
  };
}

/** The entry of a map that a scalar in its place stands for. */
function meantEntry(node: ScalarNode, schema: Schema): string | undefined {
  if (isBox(schemaOf(node.text, schema)) && schema.properties.has(node.text)) return `${node.text}: true`;
  const [main] = schema.properties;
  const isTrue = booleanOf(node);
  if (isTrue !== undefined) return main && isBox(main[1]) ? `${main[0]}: ${isTrue}` : undefined;
  const fitting = [...schema.properties].filter(([key, below]) => key !== "comme" && takes(below, node.text));
  const words = fitting.filter(([, below]) => below.enum);
  const [only, ...more] = words.length > 0 ? words : fitting;
  return only && more.length === 0 ? `${only[0]}: ${scalarText(node.text)}` : undefined;
}

/** Whether a key could hold the text: a text, or a list of which it is the only item. */
function takes({ type, secret, single, allows }: Schema, text: string): boolean {
  if (type === "array") return single === true;
  return type === "string" && !secret && text !== "" && (allows?.(text) ?? true);
}
