import { expect, test } from "vitest";
import { implicitKeyAt, textOfKey } from "./implicit-key.ts";
import { headOf } from "./line-kinds.ts";

test.each([
  ["a: 1", "a"],
  ["un mot : 1", "un mot"],
  ["'l''a': 1", "l'a"],
  ['"b": 1', "b"],
  ["&x a: 1", undefined],
  ["'a: 1", undefined],
  ["a:1", undefined],
])("the key of %j is %j", (line, expected) => {
  const key = implicitKeyAt(line, 0);
  expect(key && textOfKey(line, key)).toBe(expected);
});

test.each([
  ["a:\n", { anchor: undefined }],
  ["a: &x\n", { anchor: "x" }],
  ["a: !t &x # c\n", { anchor: "x" }],
  ["a: b\n", undefined],
  ["- a\n", undefined],
])("what stands beside the only key of %j: %j", (line, head) => {
  expect(headOf(line)).toEqual(head);
});
