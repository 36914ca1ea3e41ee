import { expect, test, vi } from "vitest";
import { memo, memoBeside, memoTuple } from "./memo.ts";

test("a function of one value is computed once for each value, even if the result is undefined", () => {
  const compute = vi.fn((key: { readonly result?: number }) => key.result);
  const cached = memo(compute);
  const [one, none] = [{ result: 1 }, {}];
  expect([cached(one), cached(one), cached(none), cached(none)]).toEqual([1, 1, undefined, undefined]);
  expect(compute).toHaveBeenCalledTimes(2);
});

interface Named {
  readonly name: string;
}

test("a function of several values is computed once for each list; order and length count", () => {
  const compute = vi.fn((keys: readonly Named[]) => keys.map(({ name }) => name).join(""));
  const cached = memoTuple(compute);
  const [a, b] = [{ name: "a" }, { name: "b" }];
  const lists = [[], [a], [a, b], [b, a], [a, b, a], [{ name: "a" }]];
  const all = () => lists.map((list) => cached(list));
  expect(all()).toEqual(["", "a", "ab", "ba", "aba", "a"]);
  expect(all()).toEqual(["", "a", "ab", "ba", "aba", "a"]);
  expect(compute).toHaveBeenCalledTimes(6);
});

test("for each key, the result for the last list is reused while the items of the list are the same", () => {
  const compute = vi.fn((_: object, list: readonly number[]) => list.join(""));
  const cached = memoBeside(compute, (one, other) => one === other);
  const [key, other] = [{}, {}];
  expect(cached(key, [1, 2])).toBe("12");
  expect(cached(key, [1, 2])).toBe("12");
  expect(compute).toHaveBeenCalledTimes(1);
  expect(cached(other, [1, 2])).toBe("12");
  expect(compute).toHaveBeenCalledTimes(2);
  expect([cached(key, [1]), cached(key, [1, 3]), cached(key, [2, 3]), cached(key, [1, 2])]).toEqual([
    "1",
    "13",
    "23",
    "12",
  ]);
  expect(compute).toHaveBeenCalledTimes(6);
});
