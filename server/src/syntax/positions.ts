import type { Span } from "./tree.ts";

/** A position in a file, as in the Language Server Protocol: from 0, in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A range in a file; its end is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A position in a block: the start of a span, or its end (`endInBlock`). Comparable only within one block. */
export type BlockPosition = Pick<Span, "line" | "col">;

/** A comparer for `sort`: negative if `a` is before `b`, 0 if they are equal. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** The same for positions in one block. Spans are compared by their starts. */
export function compareInBlock(a: BlockPosition, b: BlockPosition): number {
  return a.line - b.line || a.col - b.col;
}

/** The end of a span. */
export function endInBlock({ endLine, endCol }: Span): BlockPosition {
  return { line: endLine, col: endCol };
}

/** Whether a range contains a position. Its start and its end count as contained. */
export function containsPosition({ start, end }: Range, position: Position): boolean {
  return comparePositions(start, position) <= 0 && comparePositions(position, end) <= 0;
}

/** Whether one span contains another span of the same block. */
export function containsSpan(outer: Span, inner: Span): boolean {
  return compareInBlock(outer, inner) <= 0 && compareInBlock(endInBlock(inner), endInBlock(outer)) <= 0;
}

/** Whether two ranges share at least one character. */
export function overlap(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) < 0 && comparePositions(b.start, a.end) < 0;
}

/** Whether two ranges share at least one position. The end of one may be the start of the other. */
export function touch(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

/** The last line with text of a range. The range of a block scalar ends at the start of the line below its text. */
export function lastLineOf({ start, end }: Range): number {
  return end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
}

/** The same for a span; the line is relative to its block. */
export function lastLineInBlock({ line, endLine, endCol }: Span): number {
  return endCol === 0 && endLine > line ? endLine - 1 : endLine;
}
