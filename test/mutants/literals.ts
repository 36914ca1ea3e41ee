import type { Node } from "oxc-parser";
import type { Change, TextRange } from "./mutant.ts";

type Literal = Extract<Node, { readonly type: "Literal" }>;

/** The changes of a literal: the other boolean, the next numbers, an empty text, other patterns. */
export function literalChanges(
  node: Literal | Extract<Node, { readonly type: "TemplateLiteral" }>,
  source: string,
): readonly Change[] {
  const change = (operator: Change["operator"], text: string): Change => ({
    operator,
    start: node.start,
    end: node.end,
    text,
  });
  if (node.type === "TemplateLiteral")
    return source.slice(node.start, node.end) === "``" ? [] : [change("string", "``")];
  if ("regex" in node) return regexChanges(node.regex, node);
  if ("bigint" in node)
    return [`${BigInt(node.bigint) + 1n}n`, `${BigInt(node.bigint) - 1n}n`].map((text) =>
      change("number", text),
    );
  switch (typeof node.value) {
    case "boolean":
      return [change("boolean", String(!node.value))];
    case "number":
      return [node.value + 1, node.value - 1].map((value) => change("number", String(value)));
    case "string":
      return [change("string", node.value === "" ? '"?"' : '""')];
    default:
      return [];
  }
}

/** Parts of a regular expression, and what replaces them. */
const PATTERN_CHANGES: readonly (readonly [part: RegExp, text: string])[] = [
  [/^\^/g, ""],
  [/(?<!\\)\$$/g, ""],
  [/\[\^/g, "["],
  [/(?<!\\)\[(?!\^)/g, "[^"],
  [/(?<=[\])}\w.])\+/g, ""],
  [/(?<=[\])}\w.])\*/g, "+"],
  [/(?<=[\])}\w.])\?(?!\))/g, ""],
  [/\\d/g, "\\D"],
  [/\\D/g, "\\d"],
  [/\\s/g, "\\S"],
  [/\\S/g, "\\s"],
  [/\\w/g, "\\W"],
  [/\\b/g, ""],
  [/\(\?=/g, "(?!"],
  [/\(\?!/g, "(?="],
  [/\(\?<=/g, "(?<!"],
  [/\(\?<!/g, "(?<="],
];

function regexChanges(
  { pattern, flags }: { readonly pattern: string; readonly flags: string },
  { start, end }: TextRange,
): readonly Change[] {
  const patterns = PATTERN_CHANGES.flatMap(([part, text]) =>
    Array.from(
      pattern.matchAll(part),
      ({ 0: found, index }) => pattern.slice(0, index) + text + pattern.slice(index + found.length),
    ),
  ).map((other) => [other, flags] as const);
  const looser = flags.includes("i") ? [[pattern, flags.replace("i", "")] as const] : [];
  return [...patterns, ...looser]
    .filter(([other, these]) => other !== "" && isPattern(other, these))
    .map(([other, these]) => ({ operator: "regex", start, end, text: `/${other}/${these}` }));
}

function isPattern(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}
