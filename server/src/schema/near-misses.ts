import { message } from "../base/message.ts";
import { meantName } from "../base/misspelling.ts";
import type { Problem } from "../syntax/problem.ts";
import type { Pair, ScalarNode } from "../syntax/tree.ts";
import { meantKey, quoted, replaceBy, scalarText, WHOLE } from "./problems.ts";
import type { Schema } from "./schema.ts";

/** A text that nearly is a known one. */
export interface NearMiss {
  readonly problem: Problem;
  /** What it counts as, if only the spelling differs; otherwise what it means is unknown. */
  readonly counts?: string;
}

/**
 * A key that any map of this schema may have, but that is nearly one of the known ones; `undefined` if it is one of
 * these, or far from all of them. A key that may be another one counts as such beside the known one.
 */
export function doubtfulKey(
  { key }: Pair,
  schema: Schema,
  taken: (key: string) => boolean,
): NearMiss | undefined {
  const meant = meantKey(key.text, schema);
  if (!meant || (taken(meant.key) && !meant.sure)) return undefined;
  if (taken(meant.key)) {
    const text = message("“{0}” is not known; “{1}” is already written here.", quoted(key), meant.key);
    return { problem: { id: "doubtful-key", at: key, message: text } };
  }
  const problem: Problem = {
    id: "doubtful-key",
    at: key,
    message: message("“{0}” is not known. Did you mean “{1}”?", quoted(key), meant.key),
    fixes: [replaceBy(key, scalarText(meant.key), meant.sure ? "sure" : "probable")],
  };
  return meant.sure ? { problem, counts: meant.key } : { problem };
}

/**
 * A text where any text is valid, but that is nearly one of the known ones; `undefined` if it is one of these, or far
 * from all of them. The case of a label does not matter: `connexion` is as good as `Connexion`.
 */
export function doubtfulValue(node: ScalarNode, schema: Schema): NearMiss | undefined {
  const meant = schema.suggestions && meantName(node.text, schema.suggestions);
  if (!meant || isSameLabel(node.text, meant.name)) return undefined;
  const problem: Problem = {
    id: "doubtful-value",
    at: node,
    message: message(
      "“{0}” is not among the known values of “{1}”. Did you mean “{2}”?",
      quoted(node),
      schema.title ?? WHOLE,
      meant.name,
    ),
    fixes: [replaceBy(node, scalarText(meant.name), meant.sure ? "sure" : "probable")],
  };
  return meant.sure ? { problem, counts: meant.name } : { problem };
}

/** Whether a text is the same label; a known text in small letters is no label, but a word of the language. */
function isSameLabel(text: string, label: string): boolean {
  const small = label.toLowerCase();
  return small !== label && small === text.toLowerCase();
}
