import { expect, test } from "vitest";
import { END, neighbour, putOff, sequenceOf } from "./sequence.ts";

const now = sequenceOf(["a", "b", "c"], []);

test("steps that were put off come last, in the order in which they were, and then the end", () => {
  expect(now).toEqual(["a", "b", "c", END]);
  expect(sequenceOf(["a", "b", "c"], ["b", "a"])).toEqual(["c", "b", "a", END]);
});

test("a step that is not open any more is not in the sequence, also if it was put off", () => {
  expect(sequenceOf(["a", "c"], ["b", "a"])).toEqual(["c", "a", END]);
  expect(sequenceOf([], ["a"])).toEqual([END]);
});

test("what is put off twice keeps its place", () => {
  expect(putOff(["a"], "b")).toEqual(["a", "b"]);
  expect(putOff(["a", "b"], "a")).toEqual(["a", "b"]);
});

test("next and back go through all pages, and from the end to the beginning", () => {
  const forth = ["a", "b", "c", END].map((slug) => neighbour(now, now, slug, 1));
  expect(forth).toEqual(["b", "c", END, "a"]);
  const back = ["a", "b", "c", END].map((slug) => neighbour(now, now, slug, -1));
  expect(back).toEqual([END, "a", "b", "c"]);
});

test("after a step that is gone comes what came after it", () => {
  const without = (...gone: string[]) => now.filter((slug) => !gone.includes(slug));
  expect(neighbour(without("b"), now, "b", 1)).toBe("c");
  expect(neighbour(without("b"), now, "b", -1)).toBe("a");
  expect(neighbour(without("b", "c"), now, "b", 1)).toBe(END);
  expect(neighbour(without("a", "b"), now, "b", -1)).toBe(END);
  expect(neighbour([END], now, "b", 1)).toBe(END);
});

test("of a step that never was in the sequence, the beginning is the neighbour", () => {
  expect(neighbour(now, now, "x", 1)).toBe("a");
  expect(neighbour([END], [], "x", 1)).toBe(END);
});
