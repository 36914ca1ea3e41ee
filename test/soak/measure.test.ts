import { expect, test } from "vitest";
import { growthOf, type Sample } from "./measure.ts";

/** Ten samples, each made of its number from 0. */
const samples = (of: (index: number) => Partial<Sample>): readonly Sample[] =>
  Array.from({ length: 10 }, (_, index) => ({
    operations: (index + 1) * 1000,
    objects: 10_000_000,
    heapUsed: 20_000_000 + index * 500_000,
    rss: 100_000_000 + index * 1_000_000,
    handles: 24,
    ...of(index),
  }));

test("what only varies, grows at first or is compiled is flat", () => {
  expect(growthOf(samples(() => ({})))).toBeUndefined();
  expect(growthOf(samples((index) => ({ objects: 10_000_000 + (index % 3) * 90_000 })))).toBeUndefined();
  expect(growthOf(samples((index) => ({ objects: index < 2 ? 8_000_000 : 10_000_000 })))).toBeUndefined();
  const slowly = (index: number) => ({ operations: index * 10_000, objects: 9_400_000 + index * 70_000 });
  expect(growthOf(samples(slowly))).toBeUndefined();
  expect(growthOf(samples((index) => ({ handles: index === 9 ? 31 : 24 })))).toBeUndefined();
});

test("what is added at each operation is found, objects and handles", () => {
  expect(growthOf(samples((index) => ({ objects: 10_000_000 + index * 100_000 })))).toBe(
    "the objects grew from 10.20 MB to 10.70 MB",
  );
  expect(growthOf(samples((index) => ({ handles: 24 + index })))).toBe("the handles grew from 26 to 31");
});
