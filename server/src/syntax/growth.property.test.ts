/** The time to read a text with syntax errors is linear in its length, whatever one of its lines is filled with. */
import { test } from "vitest";
import { expectLinear } from "../../../test/support/growth.ts";
import { splitRoot } from "./block-splitter.ts";
import { bare } from "./blocks.ts";
import { bracketHints } from "./bracket-hints.ts";
import { changeRoot } from "./change.ts";
import { secondDocument } from "./documents.ts";
import { ErroneousBlock, type RecoveryHint } from "./erroneous-block.ts";
import { lineHints } from "./line-hints.ts";
import { headOf } from "./line-kinds.ts";
import { parentLineHints } from "./parent-line-hints.ts";
import { quotingHints } from "./quoting-hints.ts";
import { cursorContextIn } from "./recovering-parser.ts";
import { signHints } from "./sign-hints.ts";
import { mayClose, missingCloser } from "./unclosed.ts";
import { whitespaceHints } from "./whitespace-hints.ts";

const URI = "file:///a.pronote.yaml";

/** What a line is filled with. */
const FILLINGS = [
  ...[" ", "\u00a0", "\t", " #", ": ", " : ", ", ", "a b ", "a: ", "a : ", "- "],
  ...['"', '" ', "'", "' ", "“", "“ ", "„\u00a0", "[", "]", "{a: ", "[]", "? ", "&a "],
];

/** Texts with a syntax error and such a line, of up to 32,000 characters, which is long for a line. */
const texts = (filling: string) => (size: number) => {
  const full = filling.repeat(Math.ceil(size / 4 / filling.length));
  return [
    `e:\n  nom: ${full}x\n  - y\n`,
    `e:\n  nom: a\n${full}\n  rne: "\n`,
    `e: [ a ${full} b\n  c: "d\nf: 1\n`,
    `e:\n  nom: “${full}\n  - ${full}\n`,
    `${full}: "a\n b: c\n`,
    `e: "a"${full}\n`,
    `g${full}h\n`,
  ];
};

test.each(FILLINGS)("a line full of “%s”: its tokens, and what is derived from them", (filling) => {
  expectLinear(texts(filling), (all) =>
    all.map((text) => [
      cursorContextIn(text, text.length - 3, 0, 0),
      headOf(text.slice(3)),
      ...["[", "{", '"', "'"].map((open) => missingCloser(open + text)),
      ...(["]", "}", '"', "'"] as const).map((close) => mayClose(close, text)),
    ]),
  );
});

test.each(FILLINGS)("a line full of “%s”: the search for hints", (filling) => {
  expectLinear(texts(filling), (all) => all.forEach(searchHints));
});

test.each([" ", "a b ", "a: "])("a line full of “%s”: a second document", (filling) => {
  expectLinear(texts(filling), (all) =>
    all.map((text) => secondDocument(splitRoot(URI, [`a: 1\n---\n${text}`]))),
  );
});

test("many lines that may be directives: a change after them", () => {
  const prepare = (size: number) => splitRoot(URI, [`${"%a\n".repeat(size / 20)}b: 1\n`]);
  const change = { fromLine: 0, fromCol: 2, toLine: 0, toCol: 2, text: "c" };
  expectLinear(prepare, (root) => changeRoot(root, [change]));
});

const SEARCHES: readonly ((leaf: ErroneousBlock) => Iterable<RecoveryHint>)[] = [
  whitespaceHints,
  bracketHints,
  quotingHints,
  signHints,
  lineHints,
  parentLineHints,
];

/** Searches for as many hints of each kind as the server tries: fewer for a long text. */
function searchHints(text: string): void {
  const block = bare(URI, text);
  const fault = (code: string, line: number) => ({ block, code, line, col: 0, endLine: line, endCol: 1 });
  block.faults = [fault("UNFIT", 0), fault("BAD_INDENT", 1), fault("BAD_DQ_ESCAPE", 1)];
  const leaf = new ErroneousBlock(block);
  for (const search of SEARCHES) {
    let remaining = Math.ceil(100_000 / text.length);
    for (const _ of search(leaf)) if (--remaining === 0) break;
  }
}
