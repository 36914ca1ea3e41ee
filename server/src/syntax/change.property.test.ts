import { expect, test } from "vitest";
import { always, alwaysAtOnce, shape } from "../../../test/support/edits.ts";
import { fileText, parseFile } from "./file.ts";
import { lineIn } from "./lines.ts";
import type { Block } from "./tree.ts";

test("an incremental change gives the same tree as parsing the whole text", () => {
  always((file, text) => {
    expect(fileText(file)).toBe(text);
    expect(shape(file.root)).toBe(shape(parseFile("file:///a.yaml", text).root));
  });
});

test("several changes at once give the same tree as parsing the text after them", () => {
  alwaysAtOnce((file, text) => {
    expect(fileText(file)).toBe(text);
    expect(shape(file.root)).toBe(shape(parseFile("file:///a.yaml", text).root));
  });
});

test("parsing a new text with the previous file gives the same tree as parsing it alone", () => {
  always((file, text, before) => {
    expect(shape(parseFile("file:///a.yaml", text, before).root)).toBe(shape(file.root));
  });
});

test("the line of each block is found, in a file and in its previous version", () => {
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
