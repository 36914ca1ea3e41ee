import fc from "fast-check";
import { expect, test } from "vitest";
import { comparePositions, overlap } from "./positions.ts";
import { applyTextEdits, inOrderOf, type TextEdit, textEditsBetween } from "./text-edits.ts";

const edit = (line: number, from: number, to: number, newText: string): TextEdit => ({
  range: { start: { line, character: from }, end: { line, character: to } },
  newText,
});

const ended = fc.tuple(fc.constantFrom("a", "b", "", "d: 1"), fc.constantFrom("\n", "\r\n"));
const text = fc
  .tuple(fc.array(ended, { maxLength: 12 }), fc.constantFrom("", "end"))
  .map(([lines, end]) => lines.map((line) => line.join("")).join("") + end);

test("edits between two texts give the second text, are sorted and disjoint, and stay within its lines", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edits = textEditsBetween(before, after);
      const lines = before.split("\n").map((line) => line.replace(/\r$/, ""));
      for (const { start, end } of edits.map(({ range }) => range)) {
        for (const { line, character } of [start, end])
          expect(character).toBeLessThanOrEqual(lines[line]?.length ?? -1);
        expect(comparePositions(start, end)).toBeLessThanOrEqual(0);
      }
      for (const [index, { range }] of edits.slice(1).entries()) {
        const above = edits[index]?.range ?? range;
        expect(overlap(above, range) || comparePositions(above.start, range.start) >= 0).toBe(false);
      }
      // Inserted text gets one kind of line end: the property holds for texts that do not mix them.
      const unix = [before, after].map((one) => one.replaceAll("\r\n", "\n")) as [string, string];
      expect(applyTextEdits(unix[0], textEditsBetween(...unix))).toBe(unix[1]);
    }),
  );
});

test("edits between two texts with CRLF do not duplicate the CR", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const [one, other] = [before, after].map((unix) => unix.replace(/\r?\n/g, "\r\n")) as [string, string];
      fc.pre(one.includes("\r\n"));
      expect(applyTextEdits(one, textEditsBetween(one, other))).toBe(other);
    }),
  );
});

test("only lines that differ are edited, also if lines are added or removed", () => {
  const before = "a: 1\r\nb: 2\r\nc: 3\r\nd: 4\r\ne: 5\r\n";
  const after = "a: 1\r\nb: 20\r\nd: 4\r\nd2: 4\r\ne: 5\r\n";
  expect(textEditsBetween(before, "a: 1\r\nb: 20\r\nc: 3\r\nd: 4\r\ne: 50\r\n")).toEqual([
    edit(1, 0, 4, "b: 20"),
    edit(4, 0, 4, "e: 50"),
  ]);
  expect(textEditsBetween(before, after)).toEqual([
    { range: { start: { line: 1, character: 0 }, end: { line: 3, character: 0 } }, newText: "b: 20\r\n" },
    { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, newText: "d2: 4\r\n" },
  ]);
});

test("edits get the line ends of the text and its order", () => {
  const edits = [edit(1, 1, 1, "\ny"), edit(0, 0, 1, "x\r\n")];
  expect(inOrderOf("a\r\nb", edits).map(({ newText }) => newText)).toEqual(["x\r\n", "\r\ny"]);
  expect(applyTextEdits("a\r\nb", edits)).toBe("x\r\n\r\nb\r\ny");
  expect(applyTextEdits("a\nb", edits)).toBe("x\n\nb\ny");
});
