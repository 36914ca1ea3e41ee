import { expect, test } from "vitest";
import { expectLinear } from "./support/growth.ts";

/** Work with so many steps. */
function steps(count: number): number {
  let sum = 0;
  for (let step = 0; step < count; step++) sum = (sum * 31 + step) % 65_521;
  return sum;
}

test.each<[string, (size: number) => number]>([
  ["to nothing", () => 1],
  ["to the size", (size) => 100 * size],
  ["to the size and its logarithm", (size) => 10 * size * Math.log2(size + 1)],
])("what takes time in proportion %s is taken", (_, count) => {
  expectLinear(count, steps);
});

test.each<[string, (size: number) => number]>([
  ["to the square of the size", (size) => size ** 2],
  ["to a hundredth of the square", (size) => size ** 2 / 100 + 10 * size],
  ["to the cube of the size", (size) => size ** 3],
])("what takes time in proportion %s is refused", (_, count) => {
  expect(() => expectLinear(count, steps)).toThrow(/64 times as much/);
});
