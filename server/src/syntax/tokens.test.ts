import fc from "fast-check";
import { expect, test } from "vitest";
import { isCollection, isScalar, type Node, parseAllDocuments, type Scalar, visit } from "yaml";
import { corpora } from "../../../test/corpus/foreign.ts";
import type { Token } from "./token-cursor.ts";
import { tokensOf } from "./tokens.ts";

const SHORT: { readonly [kind: string]: string } = {
  "single-quoted": "quoted",
  "double-quoted": "quoted",
  "sequence-entry": "item",
  "mapping-value": "colon",
  "mapping-key": "question",
  "flow-start": "open",
  "flow-entry": "comma",
  "flow-end": "close",
  "block-header": "header",
  "block-content": "content",
};

/** Tokens in words: `key` for a scalar that is one, `!` behind what is not closed; colons are left out. */
function shown(text: string): string {
  return tokensOf(text)
    .filter(({ kind }) => kind !== "indentation" && kind !== "mapping-value")
    .map(({ kind, from, to, closed, isKey }) => {
      const name = isKey ? "key" : (SHORT[kind] ?? kind);
      return `${name}${closed ? "" : "!"} ${text.slice(from, to)}`.trim();
    })
    .join(" | ");
}

const CASES: readonly (readonly [name: string, text: string, tokens: string])[] = [
  ["an entry", "nom: Lycée # c", "key nom | plain Lycée | comment # c"],
  ["colons in a value", "nom: Lycée: général", "key nom | plain Lycée: général"],
  ["signs in a value", "a: b#c, [d] :e", "key a | plain b#c, [d] :e"],
  ["keys in quotes", `'l''hôte' : "a\\"b"`, `key 'l''hôte' | quoted "a\\"b"`],
  ["a space that is none", "a\u00a0b: c\u00a0d", "key a\u00a0b | plain c\u00a0d"],
  ["items", "- - a\n- b: c\n-d", "item - | item - | plain a | item - | key b | plain c | plain -d"],
  [
    "properties",
    "a: &x !t b\n&y c: *x",
    "key a | anchor &x | tag !t | plain b | anchor &y | key c | alias *x",
  ],
  [
    "a block scalar",
    "a: |- # c\n  b: \n\n  'c\nd:",
    "key a | header |- | comment # c | content   b: \n\n  'c | key d",
  ],
  ["a block scalar in an item", "- a: |\n  b: c", "item - | key a | header | | key b | plain c"],
  [
    "flow",
    "a: [b c, {d: e, 'f':g}]",
    "key a | open [ | plain b c | comma , | open { | key d | plain e | comma , | key 'f' | plain g | close } | close ]",
  ],
  [
    "flow over lines",
    "a: {\n  b: c, # d\n}\ne:",
    "key a | open { | key b | plain c | comma , | comment # d | close } | key e",
  ],
  ["a marker", "--- a\n...", "document-marker --- | plain a | document-marker ..."],
  ["explicit keys", "? a\n: b", "question ? | plain a | plain b"],
  ["a quote that is not closed", 'a: "b # c\nd: "e"', 'key a | quoted! "b # c | key d | quoted "e"'],
  ["a text in quotes over lines", 'a: "b\n  c: d"\ne:', 'key a | quoted "b\n  c: d" | key e'],
  ["a quote at a backslash", 'a: "C:\\\nb: c', 'key a | quoted! "C:\\ | key b | plain c'],
  ["a key in quotes that is begun", 'a: b\n"c\nd: e', 'key a | plain b | quoted! "c | key d | plain e'],
  ["a bracket that is not closed", "a: [b\nc: d", "key a | open! [ | plain b | close! | key c | plain d"],
  ["the same above items", "- [b\n- c", "item - | open! [ | plain b | close! | item - | plain c"],
  ["the same above deeper lines", "a: [\n  b: c\n", "key a | open! [ | key b | plain c | close!"],
  ["a bracket closed by another", "{ a: [b }", "open { | key a | open! [ | plain b | close! | close }"],
  ["a bracket of the other kind", "[b } c", "open [ | plain b | close } | plain c"],
  ["a bracket too many", "a: {} }", "key a | open { | close } | close }"],
  [
    "a bracket in front of a line",
    "a: b\n[c: d\n  e: f",
    "key a | plain b | open! [ | key c | plain d | close! | key e | plain f",
  ],
  [
    "a file between braces",
    "{\na: b,\nc: d }",
    "open { | key a | plain b | comma , | key c | plain d | close }",
  ],
  ["text behind quotes", `a: "b" c ] # d`, `key a | quoted "b" | plain c | close ] | comment # d`],
  ["no key", ": a\n- : b", "plain a | item - | plain b"],
];

test.each(CASES)("%s", (_, text, tokens) => {
  expect(shown(text)).toBe(tokens);
});

const PIECES = [
  "a: ",
  "b:",
  "- ",
  "{",
  "}",
  "[",
  "]",
  ",",
  '"',
  "'",
  "\n",
  "\n  ",
  "\n    ",
  "x",
  "#",
  " # ",
  "|\n",
];
const MORE = [":", "? ", "\t", "\r\n", "&a ", "*a", "!t ", "---\n", "é", "\u00a0", "\\", "''", ">", "%"];
const anyText = fc.array(fc.constantFrom(...PIECES, ...MORE), { maxLength: 25 }).map((all) => all.join(""));

test("everything but white space is in one token, and all that is opened ends", () => {
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

test("every line outside of brackets and texts begins with its indentation", () => {
  const begins = (text: string) =>
    tokensOf(text).flatMap(({ kind, from, to }) => (kind === "indentation" ? [[from, to]] : []));
  expect(begins("a:\n  b: 'c\n  d'\n\n   # e\nf: {\n}")).toEqual([
    [0, 0],
    [3, 5],
    [16, 16],
    [17, 20],
    [24, 24],
  ]);
  expect(begins("a\n")).toEqual([
    [0, 0],
    [2, 2],
  ]);
});

const KINDS: { readonly [type: string]: Token["kind"] } = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single-quoted",
  QUOTE_DOUBLE: "double-quoted",
  BLOCK_LITERAL: "block-header",
  BLOCK_FOLDED: "block-header",
};

/**
 * What YAML allows and the tokens do not know: a list between brackets with entries at the left, `<` in a tag, a colon
 * on the line below its key, `?` with more than a scalar or between brackets, a byte order mark in the middle.
 */
const UNKNOWN = new Set([
  ...[
    "5MUD",
    "5WE3",
    "7FWL",
    "8UDB",
    "A2M4",
    "CN3R",
    "CT4Q",
    "DFF7",
    "FRK4",
    "K3WX",
    "KK5P",
    "QF4Y",
    "V9D5",
  ].map((id) => `${id}.yaml`),
  "test/venvironment-schema-v3.2.0/unicode-1.yaml",
]);

test.each(["yaml-test-suite", "schemastore"])(
  "%s: of a text that is right, tokens say what YAML says",
  (name) => {
    const right = (corpora.get(name) ?? []).filter(({ text }) => parsed(text).length > 0);
    expect(right.length).toBeGreaterThan(20);
    const wrong = right.filter(({ text }) => differences(text).length > 0).map((one) => one.name);
    expect(wrong.filter((one) => !UNKNOWN.has(one))).toEqual([]);
    expect(right.filter((one) => UNKNOWN.has(one.name) && !wrong.includes(one.name))).toEqual([]);
  },
);

test("of any line that is right, tokens say what YAML says", () => {
  const pieces = [...PIECES, ...MORE].filter((piece) => !/[\n?\t]/.test(piece));
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

/** The nodes of all documents of a text; none if something is wrong in it. */
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

/** The scalars and brackets that YAML sees in a text that is right, and the tokens do not. */
function differences(text: string): readonly string[] {
  const tokens = new Map(tokensOf(text).map((one) => [one.kind === "indentation" ? -1 : one.from, one]));
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
