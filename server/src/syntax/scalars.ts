import type { Node, ScalarNode } from "./tree.ts";

const NUMBER = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** The name that a key is: names compare in Unicode's composed form. */
export function nameOf(key: ScalarNode): string {
  return key.text.normalize("NFC");
}

/** Whether a node is a written removal: `~` or `null`, without quotes. (`Null` and `NULL` are text.) */
export function isRemoval(node: Node): boolean {
  return node.kind === "scalar" && node.style === "plain" && (node.text === "~" || node.text === "null");
}

/** The boolean that YAML's core schema sees in a plain scalar. */
export function booleanOf({ text, style }: ScalarNode): boolean | undefined {
  if (style !== "plain") return undefined;
  if (text === "true" || text === "True" || text === "TRUE") return true;
  if (text === "false" || text === "False" || text === "FALSE") return false;
  return undefined;
}

/** The decimal number that YAML's core schema sees in a plain scalar. */
export function numberOf({ text, style }: ScalarNode): number | undefined {
  return style === "plain" && NUMBER.test(text) ? Number(text) : undefined;
}

/** What a scalar is where a type is wanted: its text for text, else what YAML's core schema makes of it. */
export function scalarOf(node: ScalarNode, type: string): string | number | boolean | undefined {
  if (type === "string") return node.text;
  if (type === "boolean") return booleanOf(node);
  const number = numberOf(node);
  return type === "integer" && !Number.isInteger(number) ? undefined : number;
}
