import { expect, test } from "vitest";
import { bytesPerOperation, growthOf, type Sample } from "./measure.ts";

/** Twenty samples, each made of its number from 0. */
const samples = (of: (index: number) => Partial<Sample>): readonly Sample[] =>
  Array.from({ length: 20 }, (_, index) => ({
    operations: (index + 1) * 1000,
    heap: 20_000_000,
    code: 2_000_000,
    rss: 100_000_000 + index * 1_000_000,
    handles: 24,
    ...of(index),
  }));

/** As much as a leak of 120 bytes at each operation. */
const control = samples((index) => ({ heap: 20_000_000 + index * 120_000 }));

test("what only varies, grows at first or is compiled is flat", () => {
  const flat = (of: (index: number) => Partial<Sample>) =>
    expect(growthOf(samples(of), control)).toBeUndefined();
  flat(() => ({}));
  flat((index) => ({ heap: 20_000_000 + (index % 3) * 90_000 }));
  flat((index) => ({ heap: index < 10 ? 15_000_000 + index * 500_000 : 20_000_000 }));
  flat((index) => ({ heap: 20_000_000 + index * 200_000, code: 2_000_000 + index * 200_000 }));
  flat((index) => ({ heap: index === 19 ? 25_000_000 : 20_000_000 }));
  flat((index) => ({ heap: index < 14 ? 20_000_000 + (index % 2) * 20_000 : 20_700_000 }));
  flat((index) => ({ handles: index === 9 ? 31 : 24 }));
});

test("what is added at each operation is found, bytes and handles", () => {
  const grown = samples((index) => ({ heap: 20_000_000 + index * 80_000 }));
  expect(bytesPerOperation(grown)).toBe(80);
  const both = samples((index) => ({ heap: 20_000_000 + index * 200_000 }));
  expect(growthOf(grown, both)).toBe("each operation adds 80.0 bytes; a leak of our own adds 120.0");
  expect(
    growthOf(
      samples((index) => ({ handles: 24 + index })),
      control,
    ),
  ).toBe("the handles grew from 24 to 34");
});

test("a control that shows no leak judges nothing flat", () => {
  expect(growthOf(control, control)).toMatch(/^each operation adds 120\.0 bytes/);
  const slightly = samples((index) => ({ heap: 20_000_000 + index * 1000 }));
  expect(growthOf(slightly, slightly)).toMatch(/^each operation adds 1\.0 bytes/);
});
