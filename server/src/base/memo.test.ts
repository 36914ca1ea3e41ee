import { expect, test, vi } from "vitest";
import { memo, memoBeside, memoTuple } from "./memo.ts";

test("a function of one value is computed once for each, whatever it gives", () => {
  const compute = vi.fn((key: { readonly result?: number }) => key.result);
  const known = memo(compute);
  const [one, none] = [{ result: 1 }, {}];
  expect([known(one), known(one), known(none), known(none)]).toEqual([1, 1, undefined, undefined]);
  expect(compute).toHaveBeenCalledTimes(2);
});

interface Named {
  readonly name: string;
}

test("a function of several values is computed once for each list, in order and length", () => {
  const compute = vi.fn((keys: readonly Named[]) => keys.map(({ name }) => name).join(""));
  const known = memoTuple((...keys: readonly Named[]) => compute(keys));
  const [a, b] = [{ name: "a" }, { name: "b" }];
  const lists = [[], [a], [a, b], [b, a], [a, b, a], [{ name: "a" }]];
  const all = () => lists.map((list) => known(list));
  expect(all()).toEqual(["", "a", "ab", "ba", "aba", "a"]);
  expect(all()).toEqual(["", "a", "ab", "ba", "aba", "a"]);
  expect(compute).toHaveBeenCalledTimes(6);
});

test("of a value with a list beside it, the result for the last list is kept as long as that says the same", () => {
  const compute = vi.fn((_: object, list: readonly number[]) => list.join(""));
  const known = memoBeside(compute, (one, other) => one === other);
  const [key, other] = [{}, {}];
  expect(known(key, [1, 2])).toBe("12");
  expect(known(key, [1, 2])).toBe("12");
  expect(compute).toHaveBeenCalledTimes(1);
  expect(known(other, [1, 2])).toBe("12");
  expect(compute).toHaveBeenCalledTimes(2);
  expect([known(key, [1]), known(key, [1, 3]), known(key, [2, 3]), known(key, [1, 2])]).toEqual([
    "1",
    "13",
    "23",
    "12",
  ]);
  expect(compute).toHaveBeenCalledTimes(6);
});
