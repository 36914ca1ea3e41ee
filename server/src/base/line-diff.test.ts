import fc from "fast-check";
import { expect, test } from "vitest";
import { lineChanges, linesWithEnds } from "./line-diff.ts";

const lines = fc.array(fc.constantFrom(..."abcdef"), { maxLength: 20 });

test("splits a text into lines that are the text again", () => {
  expect(linesWithEnds("a\r\n\nb")).toEqual(["a\r\n", "\n", "b"]);
  expect(linesWithEnds("a\n")).toEqual(["a\n"]);
  expect(linesWithEnds("")).toEqual([]);
});

test("with its changes, one text becomes the other; none touches another", () => {
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

/** How many lines two lists have in common, in order, at most: by the table of all their beginnings. */
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

test("tells as few lines as there can be", () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const gone = lineChanges(before, after).reduce((sum, { from, to }) => sum + to - from, 0);
      expect(before.length - gone).toBe(mostInCommon(before, after));
    }),
  );
});

test("finds the few lines that differ in a long text, also when some come and others go", () => {
  const before = Array.from({ length: 10_000 }, (_, n) => `${n % 7}`);
  const after = before.toSpliced(9000, 2).toSpliced(5000, 1, "x", "y").toSpliced(100, 0, "z");
  const changes = lineChanges(before, after);
  expect(changes.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(3);
  expect(changes.reduce((sum, { newFrom, newTo }) => sum + newTo - newFrom, 0)).toBe(3);
});
