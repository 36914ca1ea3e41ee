import { scalarText } from "../../schema/problems.ts";
import { insertKey, locateEntry, removeEntry, replaceValue } from "../../syntax/edit.ts";
import { type File, fileLines, rangeOf, spanIn } from "../../syntax/file.ts";
import type { Edit } from "../../syntax/problem.ts";
import type { MapNode, Pair } from "../../syntax/tree.ts";
import { DEFAULT_STEP } from "../formatting.ts";
import type { Draft } from "./draft.ts";

/** The entries from the root of a file along a path of keys, as far as they are written as such. */
export function pairsAlong(file: File, path: readonly string[]): readonly Pair[] {
  const found: Pair[] = [];
  let pairs: readonly Pair[] = file.root.pairs;
  for (const key of path) {
    const pair = pairs.find((one) => one.key.text.normalize("NFC") === key);
    if (!pair) break;
    found.push(pair);
    pairs = pair.value.kind === "map" ? pair.value.pairs : [];
  }
  return found;
}

/** The entry at a path of keys, if the file writes it as such. */
export function pairAt(file: File, path: readonly string[]): Pair | undefined {
  const found = pairsAlong(file, path);
  return found.length === path.length ? found.at(-1) : undefined;
}

/** Removes the entry at a path, and what contains nothing else. False if it cannot be removed. */
export function removeAt(draft: Draft, uri: string, path: readonly string[]): boolean {
  const file = draft.file(uri);
  const pairs = file ? pairsAlong(file, path) : [];
  if (!file || pairs.length !== path.length) return false;
  // What would be left is `{}`, which says that something is declared: only things may stay so.
  let index = path.length - 1;
  while (index > MIN_DEPTH && onlyEntry(pairs[index - 1])) index--;
  const pair = pairs[index];
  const entry = pair && locateEntry(pair.key, pair.value);
  if (!pair || (!entry && index > 0)) return false;
  draft.apply(uri, entry ? removeEntry(entry) : [wholeEntry(file, pair)]);
  return true;
}

/** A section and a thing stay, even if nothing is left in them. */
const MIN_DEPTH = 2;

function onlyEntry(pair: Pair | undefined): boolean {
  return pair?.value.kind === "map" && pair.value.pairs.length === 1;
}

function wholeEntry(file: File, pair: Pair): Edit {
  const { start, end } = rangeOf(file, pair);
  const below = end.character === 0 ? end : { line: end.line + 1, character: 0 };
  return { at: spanIn(file, { start: { line: start.line, character: 0 }, end: below }), newText: "" };
}

/** Writes a value, on one line, at a path where none is; maps on the way are added. False if it cannot be written. */
export function writeAt(draft: Draft, uri: string, path: readonly string[], value: string): boolean {
  const file = draft.file(uri);
  if (!file) return false;
  const pairs = pairsAlong(file, path);
  const rest = path.slice(pairs.length);
  const last = pairs.at(-1);
  if (rest.length === 0) return false;
  if (!last) {
    draft.apply(uri, [atEnd(file, rest, value)]);
    return true;
  }
  if (last.value.kind !== "map" && last.value.kind !== "absent") return false;
  if (last.value.kind === "map" && (last.value.flow || rest.length === 1))
    return inserted(draft, uri, last.value, rest, value);
  if (last.value.kind === "map") {
    draft.apply(uri, [belowMap(file, last.value, rest, value)]);
    return true;
  }
  draft.apply(uri, [replaceValue(last.value, nested(rest, value))]);
  return true;
}

function inserted(
  draft: Draft,
  uri: string,
  map: MapNode,
  [key = "", ...rest]: readonly string[],
  value: string,
): boolean {
  const edits = insertKey(map, scalarText(key), rest.length === 0 ? value : nested(rest, value));
  draft.apply(uri, edits);
  return edits.length > 0;
}

/** A value in maps in flow style. */
function nested(path: readonly string[], value: string): string {
  return path.reduceRight((text, key) => `{ ${scalarText(key)}: ${text} }`, value);
}

/** A value in maps in block style, as lines. */
function nestedLines(path: readonly string[], value: string, column: number): readonly string[] {
  return path.map((key, depth) => {
    const indent = " ".repeat(column + depth * DEFAULT_STEP);
    return `${indent}${scalarText(key)}:${depth === path.length - 1 ? ` ${value}` : ""}`;
  });
}

function belowMap(file: File, map: MapNode, path: readonly string[], value: string): Edit {
  const last = map.pairs.at(-1) ?? map;
  const { end } = rangeOf(file, last);
  const line = end.character === 0 ? end.line - 1 : end.line;
  const column = rangeOf(file, map.pairs[0] ?? map).start.character;
  const at = { line, character: fileLines(file)[line]?.length ?? 0 };
  const text = nestedLines(path, value, column).map((one) => `\n${one}`);
  return { at: spanIn(file, { start: at, end: at }), newText: text.join("") };
}

function atEnd(file: File, path: readonly string[], value: string): Edit {
  const lines = fileLines(file);
  const line = lines.length - 1;
  const at = { line, character: lines[line]?.length ?? 0 };
  const start = at.character > 0 ? "\n" : "";
  return {
    at: spanIn(file, { start: at, end: at }),
    newText: `${start}${nestedLines(path, value, 0).join("\n")}\n`,
  };
}
