import type { Span } from "./tree.ts";

/** A place in a file as the Language Server Protocol has it: from 0, UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a file; its end is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A place in a block: the begin of a span, or its end (`endInBlock`). Comparable within one block only. */
export type BlockPosition = Pick<Span, "line" | "col">;

/** Negative if the first stands before the other, 0 at the same place: an order for `sort`. */
export function comparePositions(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}

/** The same for places in one block; of spans, their begins are compared. */
export function compareInBlock(one: BlockPosition, other: BlockPosition): number {
  return one.line - other.line || one.col - other.col;
}

/** Where a span ends. */
export function endInBlock({ endLine, endCol }: Span): BlockPosition {
  return { line: endLine, col: endCol };
}

/** Whether a position is in a range; both ends are. */
export function containsPosition({ start, end }: Range, position: Position): boolean {
  return comparePositions(start, position) <= 0 && comparePositions(position, end) <= 0;
}

/** Whether all of a span is in another one of the same block. */
export function containsSpan(outer: Span, inner: Span): boolean {
  return compareInBlock(outer, inner) <= 0 && compareInBlock(endInBlock(inner), endInBlock(outer)) <= 0;
}

/** Whether two ranges have text in common. */
export function overlap(one: Range, other: Range): boolean {
  return comparePositions(one.start, other.end) < 0 && comparePositions(other.start, one.end) < 0;
}

/** Whether two ranges have a place in common, be it that one begins where the other ends. */
export function touch(one: Range, other: Range): boolean {
  return comparePositions(one.start, other.end) <= 0 && comparePositions(other.start, one.end) <= 0;
}

/** The last line of which a range holds text: the span of a block scalar ends at the begin of the line below. */
export function lastLineOf({ start, end }: Range): number {
  return end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
}

/** The same for a span, in the lines of its block. */
export function lastLineInBlock({ line, endLine, endCol }: Span): number {
  return endCol === 0 && endLine > line ? endLine - 1 : endLine;
}
