import { expect, test } from "vitest";
import { parseFile } from "./file.ts";
import { surroundingsOf } from "./surroundings.ts";

test("the indentation below a line is that of the next line with content", () => {
  const file = parseFile("file:///a", "a: 1\nb:\n  c:\n\n    d: 1\ne: 2\n");
  const below = (line: number) => surroundingsOf(file, { line, character: 0 }).nextIndent;
  expect([0, 1, 2, 3, 4, 5].map(below)).toEqual([0, 2, 4, 4, 0, 0]);
});
