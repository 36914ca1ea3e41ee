import { expect, test } from "vitest";
import { nthLine } from "./line-breaks.ts";

test("a line of a text is without what ends it", () => {
  const text = "a\r\n\nb\rc\n\r\nd";
  expect([0, 1, 2, 3, 4, 5].map((line) => nthLine(text, line))).toEqual([
    "a",
    "",
    "b\rc",
    "",
    "d",
    undefined,
  ]);
  expect([nthLine("", 0), nthLine("", 1), nthLine("a\n", 1), nthLine("a\r", 0)]).toEqual([
    "",
    undefined,
    "",
    "a",
  ]);
});

test("no more of a text is read than to the end of the line", () => {
  const text = "x\n".repeat(2_000_000);
  const start = process.cpuUsage();
  for (let times = 0; times < 100; times++) expect(nthLine(text, times)).toBe("x");
  const { user, system } = process.cpuUsage(start);
  // To split it once takes some 50 ms.
  expect((user + system) / 1000).toBeLessThan(1_000);
});
