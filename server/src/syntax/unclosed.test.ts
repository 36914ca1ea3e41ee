import { expect, test } from "vitest";
import { type Closer, mayClose, missingCloser } from "./unclosed.ts";

test("what is left open is closed by its like", () => {
  expect(["[a, b", "{ a: [b", '"a', "'a", "[a]", '"a" b', "a [b", ""].map(missingCloser)).toEqual([
    "]",
    "}",
    '"',
    "'",
    ...[undefined, undefined, undefined, undefined],
  ]);
});

test.each<[Closer, string, boolean]>([
  ["]", "a, b]\n", true],
  ["]", "a, [b]\n", false],
  ["]", "a, b\n", false],
  ["}", "a, b\n\n}\n", true],
  // A quote that is not closed here may have been opened above: the bracket behind it may be a bracket.
  ["]", '"b]\n', true],
  ["]", '"b]"\n', false],
  ["]", "b' ]\n", true],
  ['"', 'a"\n', true],
  ['"', 'a" # b\n', true],
  ['"', 'a" b\n', false],
  ['"', "a\n", false],
  ['"', 'a\n# "\n', true],
])("%s at the end of %j: %j", (closer, end, may) => {
  expect(mayClose(closer, end)).toBe(may);
});
