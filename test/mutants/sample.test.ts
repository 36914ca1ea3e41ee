import { expect, test } from "vitest";
import { mutantsIn } from "./find.ts";
import { sampleOf } from "./sample.ts";

const lines = Array.from({ length: 40 }, (_, at) => `x${at} = a${at} < b;\n`);
const mutants = mutantsIn("a.ts", lines.join(""));
const keys = (size: number, seed: number, among = mutants) =>
  sampleOf(among, size, seed).map(({ key }) => key);

test("a seed chooses, always the same, and another one others", () => {
  expect(keys(10, 1)).toHaveLength(10);
  expect(keys(10, 1)).toEqual(keys(10, 1));
  expect(keys(10, 1)).not.toEqual(keys(10, 2));
  expect(new Set([...keys(10, 1), ...keys(10, 2)]).size).toBeGreaterThan(10);
});

test("a larger sample holds the smaller, and all is all", () => {
  expect(keys(20, 1).slice(0, 10)).toEqual(keys(10, 1));
  expect([...keys(Number.POSITIVE_INFINITY, 1)].sort()).toEqual(mutants.map(({ key }) => key).sort());
});

test("what is edited elsewhere takes none out but for those that it replaces", () => {
  const edited = mutantsIn("a.ts", `y = c;\n${lines.with(7, "x7 = a7 === b;\n").join("")}`);
  const before = keys(20, 1).filter((key) => !key.includes("a7 <"));
  expect(keys(22, 1, edited)).toEqual(expect.arrayContaining(before));
});
