import { expect, test } from "vitest";
import { changeFile, fileText, MAX_FILE_LENGTH, parseFile, rangeOf, resolveAlias } from "./file.ts";
import type { AliasNode, Block, Node } from "./tree.ts";

const URI = "file:///a/etablissement.pronote.yaml";

/** For each alias of a text, in order, the line of the node to which it refers. */
function targets(text: string) {
  const file = parseFile(URI, text);
  return aliasesIn(file.root).map((alias) => {
    const node = resolveAlias(file, alias);
    return node && rangeOf(file, node).start.line;
  });
}

function aliasesIn(block: Block): readonly AliasNode[] {
  const below = (node: Node): readonly AliasNode[] => {
    if (node.kind === "alias") return [node];
    if (node.kind === "list") return node.items.flatMap(below);
    return node.kind === "map" ? node.pairs.flatMap(({ value }) => below(value)) : [];
  };
  return block.pairs.flatMap(({ value }) => below(value));
}

test("an alias refers to the last node above it with its anchor", () => {
  expect(targets("a: &x 1\nb: &x 2\nc: *x\nd: &x 3\ne: *x\n")).toEqual([1, 3]);
  expect(targets("a: [&x 1, *x, &y 2]\nb: [*y, &x 3, &x 4, *x]\n")).toEqual([0, 0, 1]);
});

test("an alias without an anchor above it refers to nothing", () => {
  expect(targets("a: *x\nb: &x 1\n")).toEqual([undefined]);
  expect(targets("a: [*x, &x 1]\n")).toEqual([undefined]);
  expect(targets("a: *x\nb: &x 1\nc: &x 2\n")).toEqual([undefined]);
  expect(targets("a: &y 1\nb: *x\n")).toEqual([undefined]);
});

test("content that is not text gives an empty root and a reason, until it is text again", () => {
  const binary = parseFile(URI, "a: \0");
  expect(binary).toMatchObject({ unreadable: "binary", root: { pairs: [] } });
  expect(parseFile(URI, "a".repeat(MAX_FILE_LENGTH + 1))).toMatchObject({ unreadable: "too-large" });
  for (const text of ["a: 1\n", ""]) {
    const again = parseFile(URI, text, binary);
    expect(again.unreadable).toBeUndefined();
    expect(fileText(again)).toBe(text);
  }
});

test("a change may make a file unreadable; further changes then have no effect", () => {
  const start = { line: 0, character: 0 };
  const file = parseFile(URI, "a: 1\n");
  const binary = changeFile(file, { start, end: start }, "\0");
  expect(binary).toMatchObject({ unreadable: "binary", root: { pairs: [] } });
  expect(changeFile(file, { start, end: start }, "#".repeat(MAX_FILE_LENGTH))).toMatchObject({
    unreadable: "too-large",
  });
  expect(changeFile(binary, { start, end: start }, "b: 2\n")).toBe(binary);
});

test("a byte order mark is skipped, and parsing the same text again returns the same file", () => {
  const file = parseFile(URI, "\ufeffa: 1\n");
  expect(fileText(file)).toBe("a: 1\n");
  expect(parseFile(URI, "\ufeffa: 1\n", file)).toBe(file);
  expect(parseFile(URI, "a: 2\n", file)).not.toBe(file);
});
