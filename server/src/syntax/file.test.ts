import { expect, test } from "vitest";
import {
  changeFile,
  fileText,
  MAX_FILE_LENGTH,
  parseFile,
  rangeOf,
  resolveAlias,
  unreadable,
} from "./file.ts";
import { lineAt } from "./surroundings.ts";
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

const range = (line: number, from: number, to = from) => ({
  start: { line, character: from },
  end: { line, character: to },
});

test.each([
  ["a NUL", "\0"],
  ["too much", "#".repeat(MAX_FILE_LENGTH)],
])(
  "a change may make a file unreadable: %s; changes that follow count on its text, and may mend it",
  (_, bad) => {
    const file = parseFile(URI, "a: 1\nb: é\n");
    const broken = changeFile(file, range(1, 3), bad);
    expect(broken).toMatchObject({ unreadable: expect.any(String), root: { pairs: [] } });
    expect(lineAt(broken, 1)).toBe(`b: ${bad}é`);
    const edited = changeFile(broken, range(0, 3, 4), "22");
    expect(edited.unreadable).toBe(broken.unreadable);
    const mended = changeFile(edited, range(1, 3, 3 + bad.length), "");
    expect(mended.unreadable).toBeUndefined();
    expect(fileText(mended)).toBe("a: 22\nb: é\n");
  },
);

test("a file that was opened as binary is mended by a change; one without a known text stays", () => {
  const opened = parseFile(URI, "\ufeffa: \0\n");
  expect(fileText(changeFile(opened, range(0, 3, 4), "1"))).toBe("a: 1\n");
  const missing = unreadable(URI, "missing");
  expect(changeFile(missing, range(0, 0), "b: 2\n")).toBe(missing);
});

test("a byte order mark is skipped, and parsing the same text again returns the same file", () => {
  const file = parseFile(URI, "\ufeffa: 1\n");
  expect(fileText(file)).toBe("a: 1\n");
  expect(parseFile(URI, "\ufeffa: 1\n", file)).toBe(file);
  expect(parseFile(URI, "a: 2\n", file)).not.toBe(file);
});

test("the lines of a folded text are joined by spaces, and by the line breaks beyond the first", () => {
  const { root } = parseFile("file:///a.yaml", "a: >-\n  un\n  deux\n\n  trois\n");
  expect(root.pairs[0]?.value).toMatchObject({ kind: "scalar", style: "folded", text: "un deux\ntrois" });
});
