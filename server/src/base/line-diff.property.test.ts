import { test } from "vitest";
import { expectLinear } from "../../../test/support/growth.ts";
import { lineChanges } from "./line-diff.ts";

test.each([
  ["stand the other way round", (n: number, size: number) => `${size - n}`],
  ["are shuffled", (n: number, size: number) => `${(n * 7919) % size}`],
  ["are a few, again and again", (n: number) => `${(n * n) % 11}`],
])("takes no longer than the texts are where lines %s", (_, line) => {
  const texts = (size: number) => [
    Array.from({ length: size }, (_, n) => `${n}`),
    Array.from({ length: size }, (_, n) => line(n, size)),
  ];
  expectLinear(texts, ([before = [], after = []]) => lineChanges(before, after));
});
