import fc from "fast-check";
import { expect, test } from "vitest";
import { lineChanges, linesWithEnds } from "./line-diff.ts";

const lines = fc.array(fc.constantFrom(..."abcdef"), { maxLength: 20 });

test("the lines of a text, joined, are the text", () => {
  expect(linesWithEnds("a\r\n\nb")).toEqual(["a\r\n", "\n", "b"]);
  expect(linesWithEnds("a\n")).toEqual(["a\n"]);
  expect(linesWithEnds("")).toEqual([]);
});

test("the changes turn one text into the other, and none touches another", () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const made: string[] = [];
      let at = 0;
      for (const [index, { from, to, newFrom, newTo }] of lineChanges(before, after).entries()) {
        expect(from).toBeGreaterThanOrEqual(index === 0 ? 0 : at + 1);
        made.push(...before.slice(at, from));
        expect(made).toHaveLength(newFrom);
        made.push(...after.slice(newFrom, newTo));
        at = to;
      }
      expect([...made, ...before.slice(at)]).toEqual(after);
    }),
  );
});

/** The length of the longest common subsequence of lines, by the table of all prefixes. */
function mostInCommon(one: readonly string[], other: readonly string[]): number {
  let above = new Array<number>(other.length + 1).fill(0);
  for (const line of one) {
    const row = [0];
    other.forEach((same, y) => {
      row.push(line === same ? (above[y] ?? 0) + 1 : Math.max(above[y + 1] ?? 0, row[y] ?? 0));
    });
    above = row;
  }
  return above.at(-1) ?? 0;
}

test("the changes have as few lines as possible", () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const gone = lineChanges(before, after).reduce((sum, { from, to }) => sum + to - from, 0);
      expect(before.length - gone).toBe(mostInCommon(before, after));
    }),
  );
});

test("few changes are found in a long text, even if lines are inserted and deleted", () => {
  const before = Array.from({ length: 10_000 }, (_, n) => `${n % 7}`);
  const after = before.toSpliced(9000, 2).toSpliced(5000, 1, "x", "y").toSpliced(100, 0, "z");
  const changes = lineChanges(before, after);
  expect(changes.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(3);
  expect(changes.reduce((sum, { newFrom, newTo }) => sum + newTo - newFrom, 0)).toBe(3);
});
