import { expect, test } from "vitest";
import { fixesOf, toldOf } from "../../../test/support/slips.ts";

test("further documents are reported once; a fix joins them, another moves them to a new file", () => {
  const fixes = fixesOf("a: 1\n---\nb: 2\n");
  expect(toldOf("a: 1\n---\nb: 2\n---\nc: 3\n")).toHaveLength(1);
  expect(fixes.map(({ text, creates }) => ({ text, creates }))).toEqual([
    { text: "a: 1\nb: 2\n", creates: undefined },
    { text: "a: 1\n", creates: [{ uri: "file:///a-2.pronote.yaml", text: "b: 2\n" }] },
  ]);
});

test("documents with the same key are not joined; markers without content after them are not reported", () => {
  expect(fixesOf("a: 1\n---\na: 2\n").map(({ text }) => text)).toEqual(["a: 1\n"]);
  expect(fixesOf("a: 1\n---\n'a': 2\n").map(({ text }) => text)).toEqual(["a: 1\n"]);
  expect(fixesOf("a: 1\n---\n- b: 2\n").map(({ text }) => text)).toEqual(["a: 1\n"]);
  for (const text of ["---\na: 1\n", "a: 1\n...\n", "a: 1\n---\n# fin\n"]) expect(toldOf(text)).toEqual([]);
});
