import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compareInBlock,
  comparePositions,
  containsPosition,
  containsSpan,
  endInBlock,
  lastLineInBlock,
  lastLineOf,
  overlap,
  type Position,
  type Range,
  touch,
} from "./positions.ts";
import type { Block, Span } from "./tree.ts";

/** Lines have ten columns, so that a position is one number. */
const at = (offset: number): Position => ({ line: Math.floor(offset / 10), character: offset % 10 });
const range = (from: number, to: number): Range => ({ start: at(from), end: at(to) });
const block = {} as Block;
const span = (from: number, to: number): Span => ({
  block,
  line: at(from).line,
  col: at(from).character,
  endLine: at(to).line,
  endCol: at(to).character,
});

const offset = fc.nat({ max: 40 });
const interval = fc.tuple(offset, offset).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

test("positions are ordered like offsets: by line, then by column", () => {
  fc.assert(
    fc.property(offset, offset, (a, b) => {
      expect(Math.sign(comparePositions(at(a), at(b)))).toBe(Math.sign(a - b));
      expect(Math.sign(compareInBlock(span(a, 40), span(b, 40)))).toBe(Math.sign(a - b));
    }),
  );
});

test("a range contains the positions between its ends, and both ends", () => {
  fc.assert(
    fc.property(interval, offset, ([from, to], one) => {
      expect(containsPosition(range(from, to), at(one))).toBe(from <= one && one <= to);
    }),
  );
});

test("containing, overlapping and touching of two ranges agree with their offsets", () => {
  fc.assert(
    fc.property(interval, interval, ([from, to], [begin, end]) => {
      expect(containsSpan(span(from, to), span(begin, end))).toBe(from <= begin && end <= to);
      expect(overlap(range(from, to), range(begin, end))).toBe(from < end && begin < to);
      expect(touch(range(from, to), range(begin, end))).toBe(from <= end && begin <= to);
    }),
  );
});

test("a range that ends before the first column ends on the line above, unless it is empty", () => {
  expect([range(3, 20), range(3, 21), range(20, 20), range(3, 9)].map(lastLineOf)).toEqual([1, 2, 2, 0]);
  expect([span(3, 20), span(3, 21), span(20, 20), span(3, 9)].map(lastLineInBlock)).toEqual([1, 2, 2, 0]);
  expect(endInBlock(span(3, 21))).toEqual({ line: 2, col: 1 });
});
