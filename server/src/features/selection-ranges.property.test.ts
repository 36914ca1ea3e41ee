import { expect, test } from "vitest";
import { always } from "../../../test/support/edits.ts";
import { containsPosition } from "../syntax/positions.ts";
import { selectionRanges } from "./selection-ranges.ts";

test("each part contains the position, and is in the next one", () => {
  let levels = 0;
  always((file) => {
    const { lines } = file.root;
    const positions = [0.1, 0.5, 0.9].map((share) => ({ line: Math.floor(lines * share), character: 6 }));
    for (const [index, first] of selectionRanges({ file }, { positions }).entries()) {
      const position = positions[index];
      for (let part = first; position && part.parent; part = part.parent) {
        levels++;
        const { range, parent } = part;
        expect(containsPosition(range, position)).toBe(true);
        expect(containsPosition(parent.range, range.start) && containsPosition(parent.range, range.end)).toBe(
          true,
        );
        expect(range).not.toEqual(parent.range);
      }
    }
  });
  expect(levels).toBeGreaterThan(1000);
});
