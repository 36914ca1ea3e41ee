import { expect, test } from "vitest";
import { always, shape } from "../../../test/support/edits.ts";
import { fileText, parseFile } from "./file.ts";
import { lineIn } from "./lines.ts";
import type { Block } from "./tree.ts";

test("a change by blocks gives what the whole text gives", () => {
  always((file, text) => {
    expect(fileText(file)).toBe(text);
    expect(shape(file.root)).toBe(shape(parseFile("file:///a.yaml", text).root));
  });
});

test("so does a text that takes the place of another", () => {
  always((file, text, before) => {
    expect(shape(parseFile("file:///a.yaml", text, before).root)).toBe(shape(file.root));
  });
});

test("each block is found where it stands, in a file and in the one before it", () => {
  const lines = (root: Block): ReadonlyMap<Block, number> => {
    const all = new Map<Block, number>();
    let line = 0;
    const walk = (block: Block): void => {
      all.set(block, line);
      if (block.children) block.children.forEach(walk);
      else line += block.lines;
    };
    walk(root);
    return all;
  };
  always((file, _, before) => {
    const now = lines(file.root);
    for (const [block, line] of now) expect(lineIn(file.root, block)).toBe(line);
    for (const [block, line] of lines(before.root)) {
      expect(lineIn(before.root, block)).toBe(line);
      expect(lineIn(file.root, block)).toBe(now.get(block));
    }
  });
});
