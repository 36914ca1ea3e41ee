import { splitRoot } from "./block-splitter.ts";
import { isBare, isTail } from "./blocks.ts";
import { linesIn, type Segment, segmentsOfBlock } from "./segments.ts";
import type { Block } from "./tree.ts";

/** A range of a text, in lines and UTF-16 columns from 0, and the text that replaces it. */
export interface TextChange {
  readonly fromLine: number;
  readonly fromCol: number;
  readonly toLine: number;
  readonly toCol: number;
  readonly text: string;
}

/**
 * The root of a file after a change. The whole text is split again, but entries that the change does not touch are
 * reused.
 */
export function changeRoot(root: Block, change: TextChange): Block {
  return splitRoot(root.uri, segmentsAfter(root, change));
}

/** The change from one text to another: all lines from the first to the last that differ. */
export function changeBetween(old: string, text: string): TextChange {
  const maxLength = Math.min(old.length, text.length);
  let commonStart = 0;
  while (commonStart < maxLength && old.charCodeAt(commonStart) === text.charCodeAt(commonStart))
    commonStart++;
  const from = commonStart === 0 ? 0 : text.lastIndexOf("\n", commonStart - 1) + 1;
  let commonEnd = 0;
  let end = 0;
  while (
    commonEnd < maxLength - from &&
    old.charCodeAt(old.length - 1 - commonEnd) === text.charCodeAt(text.length - 1 - commonEnd)
  ) {
    if (old.charCodeAt(old.length - 1 - commonEnd) === 10) end = commonEnd;
    commonEnd++;
  }
  return {
    fromLine: linesTo(old, from),
    fromCol: 0,
    toLine: linesTo(old, old.length - end),
    toCol: end === 0 ? Infinity : 0,
    text: text.slice(from, text.length - end),
  };
}

function linesTo(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** The segments of a text after a change: entries that the change does not touch, and the text between them. */
function segmentsAfter(root: Block, change: TextChange): readonly Segment[] {
  const fromLine = Math.min(change.fromLine, root.lines);
  const toLine = Math.min(Math.max(change.fromLine, change.toLine), root.lines);
  const { above, touched, below, line } = partitionByLines(topSegments(root), fromLine, toLine);
  const local = { ...change, fromLine: change.fromLine - line, toLine: change.toLine - line };
  const text = applyChange(touched.join(""), local);
  return text === "" ? [...above, ...below] : [...above, text, ...below];
}

interface ChangedBlocks {
  readonly above: Segment[];
  /**
   * The text of the changed lines, with the rest of the entries to which they belong, and the line at which it begins.
   */
  readonly touched: string[];
  line: number;
  readonly below: Segment[];
}

function partitionByLines(all: readonly Segment[], fromLine: number, toLine: number): ChangedBlocks {
  const parts: ChangedBlocks = { above: [], touched: [], line: 0, below: [] };
  const part = (segments: readonly Segment[], begin: number): void => {
    let line = begin;
    for (const segment of segments) {
      const end = line + linesIn(segment);
      if (end < fromLine || (end === fromLine && endsLine(segment))) {
        parts.above.push(segment);
        parts.line = end;
      } else if (line > toLine) parts.below.push(segment);
      else if (typeof segment === "string") parts.touched.push(segment);
      else part(segmentsOfBlock(segment), line);
      line = end;
    }
  };
  part(all, 0);
  return parts;
}

/** The entries and the tail of a root, and the text of its header and of what could not be split. */
function topSegments({ children = [] }: Block): readonly Segment[] {
  const filled = children.filter((child) => !isBare(child));
  const isSplit = filled.length > 1 || filled[0]?.children !== undefined;
  return children.flatMap((child) =>
    (isSplit && !isBare(child)) || isTail(child) ? [child] : segmentsOfBlock(child),
  );
}

function endsLine(segment: Segment): boolean {
  let last: Segment | undefined = segment;
  while (typeof last === "object" && last.children) last = last.children.at(-1);
  return (typeof last === "object" ? last.text : (last ?? "")).endsWith("\n");
}

/** Applies a change to a text. Positions past the end of a line or of the text mean its end. */
export function applyChange(
  text: string,
  { fromLine, fromCol, toLine, toCol, text: newText }: TextChange,
): string {
  const from = offsetAt(text, fromLine, fromCol);
  const to = Math.max(from, offsetAt(text, toLine, toCol));
  return text.slice(0, from) + newText + text.slice(to);
}

/** The offset of a line and column; for a column past the end of the line, the end of the line. */
export function offsetAt(text: string, line: number, col: number): number {
  const breaks = /\r\n?|\n/g;
  for (let i = 0; i < line; i++) if (!breaks.test(text)) return text.length;
  const at = breaks.lastIndex;
  const end = breaks.exec(text)?.index ?? text.length;
  return Math.min(at + col, end);
}
