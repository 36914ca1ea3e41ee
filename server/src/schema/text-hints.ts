import { message } from "../base/message.ts";
import type { Problem } from "../syntax/problem.ts";
import { booleanOf, numberOf } from "../syntax/scalars.ts";
import type { ScalarNode, Span } from "../syntax/tree.ts";
import { replace, replaceBy, scalarText } from "./problems.ts";
import type { Schema } from "./schema.ts";

const KEY_AND_VALUE = /^([\p{L}_][^\s:]*):(?=[^\s/:])/u;
const DASHED = /^( *)-(?=[^\s-])/;
const IN_QUOTES = /^[“”„«](.+)[“”»]$/;

/**
 * Finds typing errors that YAML reads as text where the schema wants something else: `rne:0759998K` for keys, `-6A` for
 * a list, “6e” in typographic quotes. Where the schema wants text, it is taken as it is.
 */
export function textHint(node: ScalarNode, schema: Schema): Problem | undefined {
  if (node.style !== "plain") return undefined;
  if (schema.type === "object") return missingSpace(node);
  if (schema.type === "array") return missingDashSpaces(node);
  return typographicQuotes(node, schema) ?? gluedComment(node, (text) => fits({ ...node, text }, schema));
}

/** A comment that begins right behind a value, and so is read as a part of it: `true#why`. */
export function gluedComment(node: ScalarNode, isRight: (text: string) => boolean): Problem | undefined {
  const at = node.text.indexOf("#");
  if (at < 1 || node.style !== "plain" || node.line !== node.endLine) return undefined;
  if (!isRight(node.text.slice(0, at).trimEnd())) return undefined;
  const from = node.col + at;
  const sign = { ...spanAt(node, node.line, from), endCol: from + 1 };
  return {
    id: "yaml-syntax",
    at: sign,
    message: message("A space is missing before the comment."),
    fixes: [
      {
        title: message("Add a space"),
        safety: "sure",
        edits: [{ at: spanAt(node, node.line, from), newText: " " }],
      },
    ],
  };
}

/** Whether a text begins with a key of a map that may be written as a text: `delai-max:1 jour`. */
export function opensWithKey(node: ScalarNode, { properties }: Schema): boolean {
  const [key] = node.style === "plain" ? (KEY_AND_VALUE.exec(node.text) ?? []) : [];
  return key !== undefined && properties.has(key.slice(0, -1));
}

function missingSpace(node: ScalarNode): Problem | undefined {
  const [key] = KEY_AND_VALUE.exec(node.text) ?? [];
  if (key === undefined || node.line !== node.endLine) return undefined;
  const at = { ...spanAt(node, node.line, node.col), endCol: node.col + key.length };
  return {
    id: "yaml-syntax",
    at,
    message: message("A space is missing after “{0}:”.", key.slice(0, -1)),
    fixes: [
      {
        title: message("Add a space"),
        safety: "sure",
        edits: [{ at: { ...at, col: at.endCol }, newText: " " }],
      },
    ],
  };
}

function missingDashSpaces(node: ScalarNode): Problem | undefined {
  const lines = node.block.text.split("\n").slice(node.line, node.endLine + 1);
  const dashes = lines.flatMap((text, index) => {
    const before = DASHED.exec(text)?.[1];
    return before === undefined ? [] : [spanAt(node, node.line + index, before.length + 1)];
  });
  const [first] = dashes;
  if (!first || dashes.length !== lines.length) return undefined;
  return {
    id: "yaml-syntax",
    at: { ...first, col: first.col - 1 },
    message: message("A space is missing after the dash of this item."),
    fixes: [{ title: message("Add a space"), safety: "sure", edits: dashes.map((at) => replace(at, " ")) }],
  };
}

function typographicQuotes(node: ScalarNode, schema: Schema): Problem | undefined {
  const inner = IN_QUOTES.exec(node.text)?.[1]?.trim();
  if (!inner || !fits({ ...node, text: inner }, schema)) return undefined;
  return {
    id: "yaml-syntax",
    at: node,
    message: message("“{0}” stands in typographic quotes, which are only letters here.", inner),
    fixes: [replaceBy(node, schema.type === "string" ? scalarText(inner) : inner, "sure")],
  };
}

function fits(node: ScalarNode, schema: Schema): boolean {
  const value =
    schema.type === "boolean" ? booleanOf(node) : schema.type === "string" ? node.text : numberOf(node);
  return value !== undefined && (schema.allows?.(value) ?? true);
}

function spanAt({ block }: ScalarNode, line: number, col: number): Span {
  return { block, line, col, endLine: line, endCol: col };
}
