import { isBare, isTail } from "./blocks.ts";
import { commentsIn } from "./comments.ts";
import { type File, rangeOf } from "./file.ts";
import { containsPosition, type Position, type Range } from "./positions.ts";
import { lineAt, surroundingsOf } from "./surroundings.ts";
import { tokensOf } from "./tokens.ts";
import type { Block, Node, Pair, ScalarNode } from "./tree.ts";

/**
 * The parts of a text that contain a position, in no order: scalars with and without quotes, entries, items with their
 * dash, collections, the comment, the document, the file. Where the text has syntax errors, or is not read, what its tokens
 * show: words, brackets with and without what is in them, the line.
 */
export function partsAt(file: File, position: Position): readonly Range[] {
  const parts: Range[] = [wholeOf(file), ...firstDocument(file)];
  for (const pair of file.root.pairs) addPair({ file, position, parts }, pair);
  const { leaf, line } = surroundingsOf(file, position);
  if (!leaf) return parts;
  for (const comment of commentsIn(leaf)) {
    if (line + comment.line === position.line) parts.push(rangeOf(file, comment));
  }
  if (leaf.faults.length === 0 && !isBare(leaf))
    return parts.filter((part) => containsPosition(part, position));
  const shown = [
    wholeOf(file),
    ...parts.map((part) => withoutLineBreak(file, part, line)),
    ...partsByTokens(leaf, line, position),
  ];
  return shown.filter((part) => containsPosition(part, position));
}

function wholeOf({ root }: File): Range {
  const end = lastPosition(root);
  return { start: { line: 0, character: 0 }, end };
}

/** What is open goes on to the start of the line below: then without the line break, as tokens have none. */
function withoutLineBreak(file: File, { start, end }: Range, from: number): Range {
  if (start.line < from || end.character > 0 || end.line <= start.line) return { start, end };
  const line = end.line - 1;
  return { start, end: { line, character: lineAt(file, line).trimEnd().length } };
}

/** The document that is read, if another one follows. */
function* firstDocument({ root }: File): Iterable<Range> {
  const tail = root.children?.at(-1);
  if (!tail || !isTail(tail)) return;
  yield { start: { line: 0, character: 0 }, end: { line: root.lines - tail.lines, character: 0 } };
}

/** The end of a block, relative to its first line. */
function lastPosition(block: Block): Position {
  const last = block.children?.at(-1);
  if (last) return { line: block.lines, character: lastPosition(last).character };
  return { line: block.lines, character: block.text.length - (block.text.lastIndexOf("\n") + 1) };
}

interface Search {
  readonly file: File;
  readonly position: Position;
  readonly parts: Range[];
}

/** The range of a part, if it contains the position; it is then added. */
function added({ file, position, parts }: Search, part: Pair | Node): Range | undefined {
  const range = rangeOf(file, part);
  if (!containsPosition(range, position)) return undefined;
  parts.push(range);
  return range;
}

function addPair(search: Search, pair: Pair): void {
  if (!added(search, pair)) return;
  addNode(search, pair.key);
  addNode(search, pair.value);
}

function addNode(search: Search, node: Node): void {
  const range = added(search, node);
  if (!range) return;
  if (node.kind === "map") for (const pair of node.pairs) addPair(search, pair);
  if (node.kind === "list") for (const item of node.items) addItem(search, item, node.flow);
  if (node.kind === "scalar") addContent(search, node, range);
}

/** An item; in block style with its dash. */
function addItem(search: Search, item: Node, isFlow: boolean): void {
  const { file, parts, position } = search;
  const range = rangeOf(file, item);
  const { line } = range.start;
  if (!containsPosition({ start: { line, character: 0 }, end: range.end }, position)) return;
  addNode(search, item);
  const before = isFlow ? "" : lineAt(file, line).slice(0, range.start.character);
  const dash = /-[ \t]+$/.exec(before);
  if (dash) parts.push({ start: { line, character: dash.index }, end: range.end });
}

/** The text of a scalar without its quotes, or without the header of a block scalar. */
function addContent({ file, parts }: Search, { style }: ScalarNode, { start, end }: Range): void {
  if (style === "single" || style === "double") {
    parts.push({
      start: { line: start.line, character: start.character + 1 },
      end: { line: end.line, character: end.character - 1 },
    });
  } else if (style !== "plain" && end.line > start.line) {
    const line = start.line + 1;
    const text = lineAt(file, line);
    parts.push({ start: { line, character: text.length - text.trimStart().length }, end });
  }
}

/** The parts of a leaf that begins at a line of the file, as its tokens show them. */
function partsByTokens(leaf: Block, top: number, position: Position): readonly Range[] {
  const { text } = leaf;
  const lines = lineStarts(text);
  const place = (offset: number): Position => {
    const line = lines.findLastIndex((start) => start <= offset);
    return { line: top + line, character: offset - (lines[line] ?? 0) };
  };
  const start = lines[position.line - top] ?? 0;
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? "";
  const at = start + Math.min(position.character, line.length);
  // Where entries are known, they are larger than their lines.
  const lineParts = leaf.pairs.length === 0 ? [trimmed(text, start, start + line.length)] : [];
  return [trimmed(text, 0, text.length), ...lineParts, ...tokenParts(text)]
    .filter(([from, to]) => from < to && from <= at && at <= to)
    .map(([from, to]) => ({ start: place(from), end: place(to) }));
}

type Offsets = readonly [from: number, to: number];

/** Tokens, quoted text without its quotes, brackets with and without what is in them. */
function* tokenParts(text: string): Iterable<Offsets> {
  const open: number[] = [];
  for (const { kind, from, to, closed } of tokensOf(text)) {
    if (kind === "flow-start") open.push(from);
    else if (kind === "flow-end") yield* bracketParts(open.pop(), from, to);
    else if (kind !== "indentation") yield [from, to];
    if (kind.endsWith("-quoted") && closed) yield [from + 1, to - 1];
  }
  const end = text.trimEnd().length;
  for (const start of open) yield* bracketParts(start, end, end);
}

function* bracketParts(start: number | undefined, from: number, to: number): Iterable<Offsets> {
  if (start !== undefined) yield* [[start + 1, from] as const, [start, to] as const];
}

/** A part of a text without the white space at both ends. */
function trimmed(text: string, from: number, to: number): Offsets {
  const part = text.slice(from, to);
  return [from + part.length - part.trimStart().length, from + part.trimEnd().length];
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
