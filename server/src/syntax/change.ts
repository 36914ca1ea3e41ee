import { splitRoot } from "./block-splitter.ts";
import { isBare, isTail } from "./blocks.ts";
import { linesIn, type Segment, segmentsOfBlock } from "./segments.ts";
import type { Block } from "./tree.ts";

/** A stretch of text, in lines and UTF-16 columns from 0, and what takes its place. */
export interface TextChange {
  readonly fromLine: number;
  readonly fromCol: number;
  readonly toLine: number;
  readonly toCol: number;
  readonly text: string;
}

/**
 * The blocks of a text after a change. What the change does not touch is not looked at: the text is cut as a whole, but
 * from entries that are known.
 */
export function changeRoot(root: Block, change: TextChange): Block {
  return splitRoot(root.uri, piecesAfter(root, change));
}

/** The change that makes one text of another: all lines from the first in which they differ to the last. */
export function changeBetween(old: string, text: string): TextChange {
  const most = Math.min(old.length, text.length);
  let same = 0;
  while (same < most && old.charCodeAt(same) === text.charCodeAt(same)) same++;
  const from = same === 0 ? 0 : text.lastIndexOf("\n", same - 1) + 1;
  let below = 0;
  let end = 0;
  while (
    below < most - from &&
    old.charCodeAt(old.length - 1 - below) === text.charCodeAt(text.length - 1 - below)
  ) {
    if (old.charCodeAt(old.length - 1 - below) === 10) end = below;
    below++;
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

/** A text after a change: the entries that the change does not touch, and the text between them. */
function piecesAfter(root: Block, change: TextChange): readonly Segment[] {
  const fromLine = Math.min(change.fromLine, root.lines);
  const toLine = Math.min(Math.max(change.fromLine, change.toLine), root.lines);
  const { above, touched, below, line } = parted(topOf(root), fromLine, toLine);
  const local = { ...change, fromLine: change.fromLine - line, toLine: change.toLine - line };
  const text = changed(touched.join(""), local);
  return text === "" ? [...above, ...below] : [...above, text, ...below];
}

interface ChangedBlocks {
  readonly above: Segment[];
  /** The text of all lines from one to another, and what goes with them; the line at which it begins. */
  readonly touched: string[];
  line: number;
  readonly below: Segment[];
}

function parted(all: readonly Segment[], fromLine: number, toLine: number): ChangedBlocks {
  const parts: ChangedBlocks = { above: [], touched: [], line: 0, below: [] };
  const part = (pieces: readonly Segment[], begin: number): void => {
    let line = begin;
    for (const piece of pieces) {
      const end = line + linesIn(piece);
      if (end < fromLine || (end === fromLine && endsLine(piece))) {
        parts.above.push(piece);
        parts.line = end;
      } else if (line > toLine) parts.below.push(piece);
      else if (typeof piece === "string") parts.touched.push(piece);
      else part(segmentsOfBlock(piece), line);
      line = end;
    }
  };
  part(all, 0);
  return parts;
}

/** The entries of a root and its tail, and the text of its header and of what could not be cut. */
function topOf({ children = [] }: Block): readonly Segment[] {
  const filled = children.filter((child) => !isBare(child));
  const isCut = filled.length > 1 || filled[0]?.children !== undefined;
  return children.flatMap((child) =>
    (isCut && !isBare(child)) || isTail(child) ? [child] : segmentsOfBlock(child),
  );
}

function endsLine(piece: Segment): boolean {
  let last: Segment | undefined = piece;
  while (typeof last === "object" && last.children) last = last.children.at(-1);
  return (typeof last === "object" ? last.text : (last ?? "")).endsWith("\n");
}

/** A text with a change applied; places behind the end of a line or of the text mean its end. */
export function changed(
  text: string,
  { fromLine, fromCol, toLine, toCol, text: newText }: TextChange,
): string {
  const from = offsetAt(text, fromLine, fromCol);
  const to = Math.max(from, offsetAt(text, toLine, toCol));
  return text.slice(0, from) + newText + text.slice(to);
}

/** The offset of a line and column; behind the end of a line, its end. */
export function offsetAt(text: string, line: number, col: number): number {
  let at = 0;
  for (let i = 0; i < line; i++) {
    const end = text.indexOf("\n", at);
    if (end < 0) return text.length;
    at = end + 1;
  }
  let end = text.indexOf("\n", at);
  if (end < 0) end = text.length;
  else if (end > at && text.charCodeAt(end - 1) === 13) end--;
  return Math.min(at + col, end);
}
