import { expect, test } from "vitest";
import { parseFile } from "../syntax/file.ts";
import { MAX_HELD, type Problem } from "../syntax/problem.ts";
import { countOf, HeldProblems, heldProblems } from "./held-problems.ts";

function problems(id: string, uri: string, count: number): readonly Problem[] {
  const block = parseFile(uri, "").root;
  return Array.from({ length: count }, (_, line) => ({
    id,
    at: { block, line, col: 0, endLine: line, endCol: 1 },
    message: { text: "x", args: [] },
  }));
}

test("of a few problems, all are held", () => {
  const all = problems("a", "file:///a", MAX_HELD);
  expect(heldProblems(all)).toEqual(all);
});

test("of very many, the first of each rule in each file are held, and the last of these counts the others", () => {
  const held = heldProblems([
    ...problems("a", "file:///a", MAX_HELD + 7),
    ...problems("b", "file:///a", 2),
    ...problems("a", "file:///b", 3),
  ]);
  expect(held).toHaveLength(MAX_HELD + 5);
  expect(held.filter(({ more }) => more !== undefined)).toEqual([
    expect.objectContaining({ id: "a", more: 7, at: expect.objectContaining({ line: MAX_HELD - 1 }) }),
  ]);
  expect(countOf(held)).toBe(MAX_HELD + 12);
});

test("of problems that are not made, only the number is given", () => {
  const held = new HeldProblems<Problem>();
  held.add("a", "file:///a", problems("a", "file:///a", MAX_HELD - 1), 3 * MAX_HELD);
  expect(held.room("a", "file:///a")).toBe(0);
  expect(held.room("a", "file:///b")).toBe(MAX_HELD);
  expect(countOf(held.all())).toBe(3 * MAX_HELD);
});
