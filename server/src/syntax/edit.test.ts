import { expect, test } from "vitest";
import { offsetAt } from "./change.ts";
import { insertKey, locateEntry, removeEntry, removeItem, replaceValue } from "./edit.ts";
import { fileText, parseFile, rangeOf } from "./file.ts";
import type { Edit } from "./problem.ts";
import type { ListNode, MapNode, Node, Pair } from "./tree.ts";

/** Enough lines to make an entry a container. */
const LONG = Array.from({ length: 40 }, (_, i) => `  k${i}: ${i}\n`).join("");

test("an entry in block style is removed with its lines; the comments around it stay", () => {
  expect(without("a:\n  # about x\n  x: 1 # one\n  # about y\n  y: 2\n", "a", "x")).toBe(
    "a:\n  # about x\n  # about y\n  y: 2\n",
  );
  expect(without("a:\n  x: { p: 1,\n    q: 2 }\n  y: |\n    text\n\nb: 1\n", "a", "y")).toBe(
    "a:\n  x: { p: 1,\n    q: 2 }\n\nb: 1\n",
  );
});

test("an entry at the top level is removed, short or long, also the last one without a line break", () => {
  expect(without("a: 1\nb: 2\nc: 3", "b")).toBe("a: 1\nc: 3");
  expect(without("a: 1\nb:\n  x: 1", "b")).toBe("a: 1\n");
  expect(without(`a: 1\r\nb:\r\n${LONG}c: 3\r\n`, "b")).toBe("a: 1\r\nc: 3\r\n");
  expect(without(`b:\n${LONG}`, "b", "k3")).toBe(`b:\n${LONG.replace("  k3: 3\n", "")}`);
});

test("a map that loses its only entry becomes {}", () => {
  expect(without("a:\n  x: 1\nb: 2\n", "a", "x")).toBe("a: {}\nb: 2\n");
  expect(without("a: # why\n  x: 1\n", "a", "x")).toBe("a: # why\n  {}\n");
  expect(without("a: { x: 1 }\n", "a", "x")).toBe("a: {}\n");
});

test("an entry in flow style is removed with its comma", () => {
  expect(without("a: { x: 1, y: 2, z: 3 }\n", "a", "x")).toBe("a: { y: 2, z: 3 }\n");
  expect(without("a: { x: 1, y: 2, z: 3 }\n", "a", "y")).toBe("a: { x: 1, z: 3 }\n");
  expect(without("a: { x: 1, y: 2, z: 3 }\n", "a", "z")).toBe("a: { x: 1, y: 2 }\n");
  const lines = "a: {\n  x: 1, # one\n  y: 2 # two\n}\n";
  expect(without(lines, "a", "x")).toBe("a: {\n  y: 2 # two\n}\n");
  expect(without(lines, "a", "y")).toBe("a: {\n  x: 1, # one\n}\n");
  expect(without("a: { x: 1, # one\n  y: 2 }\n", "a", "y")).toBe("a: { x: 1, # one\n   }\n");
});

test("an entry of a map in a list is removed", () => {
  const file = parseFile("file:///f", "a:\n  - x: 1\n    y: 2\n  - x: 1\n");
  const list = nodeAt(file.root.pairs, ["a"]) as ListNode;
  const keyOf = (index: number) => (list.items[index] as MapNode).pairs[0]?.key;
  const first = keyOf(0);
  const second = keyOf(1);
  const place = first && locateEntry(first);
  const other = second && locateEntry(second);
  expect(place && applied(file, removeEntry(place))).toBe("a:\n  - y: 2\n  - x: 1\n");
  expect(other && applied(file, removeEntry(other))).toBe("a:\n  - x: 1\n    y: 2\n  - {}\n");
});

test("there is no entry for a value, nor in a file that is one flow map", () => {
  const file = parseFile("file:///f", "{ a: 1, b: 2 }\n");
  const [pair] = file.root.pairs;
  expect(pair && locateEntry(pair.key)).toBeUndefined();
  expect(pair && locateEntry(pair.value)).toBeUndefined();
});

test("an item of a list is removed", () => {
  expect(withoutItem("a:\n  - x # one\n  # two\n  - y\n", 0)).toBe("a:\n  # two\n  - y\n");
  expect(withoutItem("a:\n- x\n", 0)).toBe("a:\n  []\n");
  expect(withoutItem("a: [x, y]\n", 0)).toBe("a: [y]\n");
  expect(withoutItem("a: [x, y]\n", 1)).toBe("a: [x]\n");
  expect(withoutItem("a: [x]\n", 0)).toBe("a: []\n");
});

test("a key is inserted below the last entry, or after it in flow style", () => {
  expect(withKey("a:\n  x: 1 # one\n  # more\nb: 2\n", "a")).toBe(
    "a:\n  x: 1 # one\n  k: v\n  # more\nb: 2\n",
  );
  expect(withKey("a:\r\n  x: |\r\n    text\r\nb: 2\r\n", "a")).toBe(
    "a:\r\n  x: |\r\n    text\r\n  k: v\r\nb: 2\r\n",
  );
  expect(withKey("a:\n  x:\n    y: 1", "a")).toBe("a:\n  x:\n    y: 1\n  k: v");
  expect(withKey(`a:\n${LONG}b: 1\n`, "a")).toBe(`a:\n${LONG}  k: v\nb: 1\n`);
  expect(withKey("a: {}\n", "a")).toBe("a: { k: v }\n");
  expect(withKey("a: { x: 1 }\n", "a")).toBe("a: { x: 1, k: v }\n");
  expect(withKey("a: {\n  x: 1,\n}\n", "a")).toBe("a: {\n  x: 1, k: v,\n}\n");
  expect(withKey("a: { x: 1, y: }\n", "a")).toBe("a: { k: v, x: 1, y: }\n");
});

test("a value of any kind is replaced", () => {
  expect(withValue("a: x # one\n", "a")).toBe("a: v # one\n");
  expect(withValue("a: |\n  x\n  y\nb: 1\n", "a")).toBe("a: v\nb: 1\n");
  expect(withValue("a:\n  x: 1\n  y: 2\nb: 1\n", "a")).toBe("a:\n  v\nb: 1\n");
  expect(withValue("a:\n- x\n- y\nb: 1\n", "a")).toBe("a:\n  v\nb: 1\n");
  expect(withValue("a: [x, y]\n", "a")).toBe("a: v\n");
  expect(withValue("a:\nb: 1\n", "a")).toBe("a: v\nb: 1\n");
  expect(withValue("z: { a: , b: 1 }\n", "z", "a")).toBe("z: { a: v, b: 1 }\n");
  expect(withValue("z: { a, b: 1 }\n", "z", "a")).toBe("z: { a: v, b: 1 }\n");
});

function without(text: string, ...path: readonly string[]): string {
  const file = parseFile("file:///f", text);
  const { key, value } = pairAt(file.root.pairs, path);
  const place = locateEntry(key, value);
  if (!place) throw new Error("no place");
  return applied(file, removeEntry(place));
}

function withoutItem(text: string, index: number): string {
  const file = parseFile("file:///f", text);
  const list = nodeAt(file.root.pairs, ["a"]) as ListNode;
  const item = list.items[index];
  if (!item) throw new Error("no item");
  return applied(file, removeItem(list, item));
}

function withKey(text: string, ...path: readonly string[]): string {
  const file = parseFile("file:///f", text);
  return applied(file, insertKey(nodeAt(file.root.pairs, path) as MapNode, "k", "v"));
}

function withValue(text: string, ...path: readonly string[]): string {
  const file = parseFile("file:///f", text);
  return applied(file, [replaceValue(nodeAt(file.root.pairs, path), "v")]);
}

function pairAt(pairs: readonly Pair[], [name, ...rest]: readonly string[]): Pair {
  const pair = pairs.find(({ key }) => key.text === name);
  if (!pair) throw new Error(`no ${name}`);
  return rest.length === 0 ? pair : pairAt(pair.value.kind === "map" ? pair.value.pairs : [], rest);
}

function nodeAt(pairs: readonly Pair[], path: readonly string[]): Node {
  return pairAt(pairs, path).value;
}

function applied(file: ReturnType<typeof parseFile>, edits: readonly Edit[]): string {
  let text = fileText(file);
  for (const { at, newText } of edits) {
    const { start, end } = rangeOf(file, at);
    const from = offsetAt(text, start.line, start.character);
    text = text.slice(0, from) + newText + text.slice(offsetAt(text, end.line, end.character));
  }
  return text;
}
