import { expect, test } from "vitest";
import { editFile, parseFile } from "./file.ts";
import { sameContent } from "./same-content.ts";

const same = (one: string, other: string) =>
  sameContent(parseFile("file:///a", one), parseFile("file:///a", other));

test.each([
  ["white space between", "a: 1\nb: [x, y]\n", "a:   1\nb: [ x,y ]\n"],
  ["the indentation", "a:\n  b: 1\n", "a:\n    b: 1\n"],
  ["line ends", "a: 1\nb: 2\n", "a: 1\r\nb: 2\r\n"],
  ["nothing", "a: &x { b: c }\nd: *x\n", "a: &x { b: c }\nd: *x\n"],
])("%s may differ", (_, one, other) => {
  expect(same(one, other)).toBe(true);
});

test.each([
  ["a value", "a: 1\n", "a: 2\n"],
  ["the style of a value", "a: x\n", "a: 'x'\n"],
  ["a key", "a: 1\n", "b: 1\n"],
  ["one key more", "a: 1\n", "a: 1\nb: 1\n"],
  ["one item more", "a: [x]\n", "a: [x, y]\n"],
  ["one item less", "a: [x, y]\n", "a: [x]\n"],
  ["an item", "a: [x, y]\n", "a: [x, z]\n"],
  ["the style of a list", "a: [x]\n", "a:\n  - x\n"],
  ["the kind of a value", "a: x\n", "a: [x]\n"],
  ["a value that is missing", "a: x\n", "a:\n"],
  ["an anchor", "a: &x 1\n", "a: &y 1\n"],
  ["an alias", "a: &x 1\nb: &y 1\nc: *x\n", "a: &x 1\nb: &y 1\nc: *y\n"],
  ["a comment of one entry", "a: 1 # x\nb: 2\n", "a: 1 # y\nb: 2\n"],
  ["a syntax error", "a: 1\nb: 2\n", "a: 1\nb: ]\n"],
])("%s may not differ", (_, one, other) => {
  expect([same(one, other), same(other, one)]).toEqual([false, false]);
});

test("a comment may not pass an entry that stays as it is", () => {
  const middle = Array.from({ length: 40 }, (_, i) => `b${i}: 1\n`).join("");
  const file = parseFile("file:///a", `a: 1 # x\n${middle}c: 1\n`);
  const after = editFile(file, [
    { range: { start: { line: 0, character: 4 }, end: { line: 0, character: 8 } }, newText: "" },
    { range: { start: { line: 41, character: 4 }, end: { line: 41, character: 4 } }, newText: " # x" },
  ]);
  expect(sameContent(file, after)).toBe(false);
});
