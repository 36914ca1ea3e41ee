import type { Node, ScalarNode } from "./tree.ts";

const NUMBER = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** The name written in a key, in Unicode's composed form, in which names are compared. */
export function nameOf(key: ScalarNode): string {
  return key.text.normalize("NFC");
}

/** Whether a node requests a removal: `~` or `null`, without quotes. (`Null` and `NULL` are text.) */
export function isRemoval(node: Node): boolean {
  return node.kind === "scalar" && node.style === "plain" && (node.text === "~" || node.text === "null");
}

/** The boolean value of a plain scalar in YAML's core schema; `undefined` if it is none. */
export function booleanOf({ text, style }: ScalarNode): boolean | undefined {
  if (style !== "plain") return undefined;
  if (text === "true" || text === "True" || text === "TRUE") return true;
  if (text === "false" || text === "False" || text === "FALSE") return false;
  return undefined;
}

/** The decimal number of a plain scalar in YAML's core schema; `undefined` if it is none. */
export function numberOf({ text, style }: ScalarNode): number | undefined {
  return style === "plain" && NUMBER.test(text) ? Number(text) : undefined;
}

/**
 * The value of a scalar for a type of JSON Schema: its text for `string`, else its value in YAML's core schema;
 * `undefined` if it has another type.
 */
export function scalarOf(node: ScalarNode, type: string): string | number | boolean | undefined {
  if (type === "string") return node.text;
  if (type === "boolean") return booleanOf(node);
  const number = numberOf(node);
  return type === "integer" && !Number.isInteger(number) ? undefined : number;
}
