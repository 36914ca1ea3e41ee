import { expect, test } from "vitest";
import { always } from "../../../test/support/edits.ts";
import { parseFile } from "./file.ts";
import { sameContent } from "./same-content.ts";

test("whether an edit keeps the content does not depend on the blocks that it leaves alone", () => {
  const seen = new Map<boolean, number>();
  let textBefore = "";
  always((file, text, before) => {
    if (before === file) textBefore = text;
    const same = sameContent(before, file);
    expect(same).toBe(
      sameContent(parseFile("file:///a.yaml", textBefore), parseFile("file:///a.yaml", text)),
    );
    seen.set(same, (seen.get(same) ?? 0) + 1);
    textBefore = text;
  });
  // Also of a few cases: `FUZZ` sets their number.
  expect([...seen.keys()].sort()).toEqual([false, true]);
});
