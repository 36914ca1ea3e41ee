import { expect, test } from "vitest";
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

/**
 * The tokens of a text in words: `key` for a scalar that is a key, `!` after a kind that is not closed; colons are
 * omitted.
 */
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
  ["indicators in a value", "a: b#c, [d] :e", "key a | plain b#c, [d] :e"],
  ["keys in quotes", `'l''hôte' : "a\\"b"`, `key 'l''hôte' | quoted "a\\"b"`],
  ["a non-breaking space", "a\u00a0b: c\u00a0d", "key a\u00a0b | plain c\u00a0d"],
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
    "flow over several lines",
    "a: {\n  b: c, # d\n}\ne:",
    "key a | open { | key b | plain c | comma , | comment # d | close } | key e",
  ],
  ["a marker", "--- a\n...", "document-marker --- | plain a | document-marker ..."],
  ["explicit keys", "? a\n: b", "question ? | plain a | plain b"],
  ["a quote that is not closed", 'a: "b # c\nd: "e"', 'key a | quoted! "b # c | key d | quoted "e"'],
  ["a quoted text over several lines", 'a: "b\n  c: d"\ne:', 'key a | quoted "b\n  c: d" | key e'],
  [
    "a backslash at the end of a line in an unclosed quote",
    'a: "C:\\\nb: c',
    'key a | quoted! "C:\\ | key b | plain c',
  ],
  ["an incomplete quoted key", 'a: b\n"c\nd: e', 'key a | plain b | quoted! "c | key d | plain e'],
  ["a bracket that is not closed", "a: [b\nc: d", "key a | open! [ | plain b | close! | key c | plain d"],
  ["the same above items", "- [b\n- c", "item - | open! [ | plain b | close! | item - | plain c"],
  ["the same above deeper lines", "a: [\n  b: c\n", "key a | open! [ | key b | plain c | close!"],
  [
    "a bracket closed by one of another kind",
    "{ a: [b }",
    "open { | key a | open! [ | plain b | close! | close }",
  ],
  ["a closing bracket of the other kind", "[b } c", "open [ | plain b | close } | plain c"],
  ["an extra bracket", "a: {} }", "key a | open { | close } | close }"],
  [
    "a bracket before a key",
    "a: b\n[c: d\n  e: f",
    "key a | plain b | open! [ | key c | plain d | close! | key e | plain f",
  ],
  [
    "a file between braces",
    "{\na: b,\nc: d }",
    "open { | key a | plain b | comma , | key c | plain d | close }",
  ],
  ["text after quotes", `a: "b" c ] # d`, `key a | quoted "b" | plain c | close ] | comment # d`],
  ["a missing key", ": a\n- : b", "plain a | item - | plain b"],
];

test.each(CASES)("%s", (_, text, tokens) => {
  expect(shown(text)).toBe(tokens);
});

test("every line outside of brackets and multi-line scalars begins with an indentation token", () => {
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
