import { expect, test } from "vitest";
import type { Range } from "vscode-languageserver-types";
import { fixture } from "../../../test/support/fixture.ts";
import { selectionRanges } from "./selection-ranges.ts";

/** The parts around the cursor, from the smallest, each on a line of its own: line breaks are ⏎. */
function parts(source: string): string {
  const target = fixture(source);
  const { context, position, texts } = target;
  const [first] = selectionRanges(context, { positions: [position] });
  const lines = (texts.get(context.file.uri) ?? "").split("\n");
  const found: string[] = [];
  for (let at = first; at; at = at.parent) {
    const { start, end } = at.range;
    const covered = lines.slice(start.line, end.line + 1);
    const last = covered.length - 1;
    covered[last] = (covered[last] ?? "").slice(0, end.character);
    covered[0] = (covered[0] ?? "").slice(start.character);
    found.push(covered.join("⏎"));
  }
  return found.join("\n");
}

const CASES = [
  ["a plain scalar in flow", "classes:\n  6A: { niveau: 6$0e }\n  6B: {}\n"],
  ["a quoted scalar", 'classes:\n  6A: { libelle: "Six$0 A" }\n'],
  ["a key", "classes:\n  6A:\n    niv$0eau: 6e\n    services: {}\n"],
  ["an item of a block list", "rgpd:\n  a:\n    - un\n    - deux$0 mots # c\n"],
  ["a map in an item of a block list", "a:\n  - b: 1\n    c: $02\n  - d: 3\n"],
  ["an item of a flow list", "a: [b, [c, d$0], e]\n"],
  ["the text of a block scalar", "a:\n  b: |\n    un\n    d$0eux\n  c: 1\n"],
  ["a comment", "a: 1 # u$0n\n"],
  ["an empty place", "a: 1\n\n$0\nb: 2\n"],
  ["a single quote with its escapes", "a: 'l''a$0b'\n"],
  ["an alias", "a: &x 1\nb: *x$0\n"],
  ["an open bracket", "classes:\n  6A: { niveau: [6$0e, 5e\n  6B: { niveau: 6e }\n"],
  ["an open quote", 'classes:\n  6A: { libelle: "Si$0x\n  6B: {}\n'],
  ["a second document", "a: 1\n---\nb: [c$0]\n"],
  ["the first of two documents", "a: 1$0\n---\nb: [c]\n"],
  ["an empty file", "$0"],
] as const;

test("the parts around a position", async () => {
  const text = CASES.map(([name, source]) => `# ${name}\n${parts(source)}\n`).join("\n");
  await expect(text).toMatchFileSnapshot("selection-ranges.expected.txt");
});

test("each position has its own parts; of several, none is left out", () => {
  const { context } = fixture("a: 1\nb: 2\n");
  const at = (line: number, character: number) => ({ line, character });
  const ranges = selectionRanges(context, { positions: [at(1, 3), at(0, 0), at(99, 99)] });
  expect(ranges.map(({ range: { start } }) => start)).toEqual([at(1, 3), at(0, 0), at(99, 99)]);
});

test("of very many parts, those next to the cursor and the whole are told", () => {
  const depth = 20_000;
  const { context } = fixture(`classes: ${"{a: ".repeat(depth)}\n`);
  const position = { line: 0, character: "classes: ".length + 4 * depth };
  const [first] = selectionRanges(context, { positions: [position] });
  const ranges: Range[] = [];
  for (let at = first; at; at = at.parent) ranges.push(at.range);
  expect(ranges.length).toBe(200);
  expect(ranges[1]?.start).toEqual({ line: 0, character: position.character - 4 });
  expect(ranges.at(-1)?.start).toEqual({ line: 0, character: 0 });
});
