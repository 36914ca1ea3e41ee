import { message } from "../../base/message.ts";
import { replaceBy, scalarText } from "../../schema/problems.ts";
import type { Schema } from "../../schema/schema.ts";
import type { ScalarNode } from "../../syntax/tree.ts";
import type { RuleResult } from "../api/rule.ts";

/** What people write between names in place of brackets. */
const SEPARATOR = /[,;/+&]|\set\s/;

/**
 * The finding for a text that is several names: `professeurs: martin, roux`. `undefined` if one of its parts is no
 * name. `place` is what the schema wants where the text is.
 */
export function severalNames(
  node: ScalarNode,
  place: Schema["type"],
  isName: (name: string) => boolean,
): RuleResult | undefined {
  const parts = node.text.split(SEPARATOR).map((part) => part.trim());
  if (parts.length < 2 || !parts.every(isName)) return undefined;
  if (place !== "array")
    return {
      at: node,
      message: message("“{0}” is {1} names; only one can stand here.", node.text, parts.length),
    };
  const list = `[${parts.map(scalarText).join(", ")}]`;
  return {
    at: node,
    message: message(
      "“{0}” is {1} names: a list of names stands in square brackets.",
      node.text,
      parts.length,
    ),
    fixes: [replaceBy(node, list, "sure")],
  };
}
