import { CODE, type FastCursor, isFlow, NOT_FAST } from "./fast-cursor.ts";
import type { ListNode, MapNode, Node, Pair, ScalarNode } from "./tree.ts";

/** Deeper nesting is left to `yaml`. */
export const DEEPEST = 60;

/**
 * Reads a flow collection; the cursor is at its opening bracket. It may continue on lines that are deeper than
 * `margin`, the column of the entry whose value it is.
 */
export function flow(cursor: FastCursor, margin: number): MapNode | ListNode {
  return cursor.is(CODE.openMap) ? flowMap(cursor, margin, 0) : flowList(cursor, margin, 0);
}

function flowMap(cursor: FastCursor, margin: number, depth: number): MapNode {
  const { block, line, begin } = cursor;
  const col = cursor.at++ - begin;
  const mark = cursor.gatheredCount;
  while (!ends(cursor, margin, CODE.closeMap, cursor.gatheredCount > mark)) {
    const key = flowScalar(cursor);
    cursor.skipSpaces();
    if (!cursor.is(CODE.colon) || (cursor.at + 1 < cursor.end && cursor.next !== CODE.space)) throw NOT_FAST;
    cursor.at++;
    skipToNext(cursor, margin);
    const value = flowValue(cursor, margin, depth);
    const { endLine, endCol } = value;
    cursor.gather({ block, line: key.line, col: key.col, endLine, endCol, key, value });
  }
  const pairs = cursor.collect<Pair>(mark);
  const endCol = cursor.at - cursor.begin;
  return { block, line, col, endLine: cursor.line, endCol, kind: "map", pairs, flow: true };
}

function flowList(cursor: FastCursor, margin: number, depth: number): ListNode {
  const { block, line, begin } = cursor;
  const col = cursor.at++ - begin;
  const mark = cursor.gatheredCount;
  // `[a: b]` is a map in a list: it fails here, as no comma follows `a`.
  while (!ends(cursor, margin, CODE.closeList, cursor.gatheredCount > mark))
    cursor.gather(flowValue(cursor, margin, depth));
  const items = cursor.collect<Node>(mark);
  const endCol = cursor.at - cursor.begin;
  return { block, line, col, endLine: cursor.line, endCol, kind: "list", items, flow: true };
}

/** Whether the collection ends here; if not, the cursor is at the next entry, after a comma unless it is the first. */
function ends(cursor: FastCursor, margin: number, close: number, hasEntries: boolean): boolean {
  skipToNext(cursor, margin);
  if (hasEntries && !cursor.is(close)) {
    if (!cursor.is(CODE.comma)) throw NOT_FAST;
    cursor.at++;
    skipToNext(cursor, margin);
  }
  if (!cursor.is(close)) return false;
  cursor.at++;
  return true;
}

/** Moves to the next content of the collection, past line breaks and comments. */
function skipToNext(cursor: FastCursor, margin: number): void {
  const from = cursor.at;
  const hasMore = cursor.skipSpaces();
  if (hasMore && (cursor.at === from || !cursor.is(CODE.hash))) return;
  do {
    // `yaml` requires white space before a comment here, even at the start of a line.
    if (!cursor.nextLine() || cursor.is(CODE.hash)) throw NOT_FAST;
  } while (!cursor.skipToContent());
  if (cursor.indent <= margin) throw NOT_FAST;
}

function flowValue(cursor: FastCursor, margin: number, depth: number): Node {
  if (depth > DEEPEST) throw NOT_FAST;
  if (cursor.is(CODE.star)) return cursor.alias();
  if (cursor.is(CODE.openMap)) return flowMap(cursor, margin, depth + 1);
  if (cursor.is(CODE.openList)) return flowList(cursor, margin, depth + 1);
  return flowScalar(cursor);
}

/**
 * Reads a scalar on one line. If it continued on the next line, the caller would fail there: no comma or bracket
 * follows.
 */
function flowScalar(cursor: FastCursor): ScalarNode {
  const { text, end, code: first } = cursor;
  if (first === CODE.double || first === CODE.single) return cursor.quoted(first);
  cursor.checkStart();
  let at = cursor.at;
  for (; at < end && !endsScalar(text, at, end); at++);
  const scalar = cursor.plainUntil(at);
  // Keep the spaces before a comment: they make it one.
  cursor.at = cursor.begin + scalar.endCol;
  return scalar;
}

function endsScalar(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (isFlow(code)) return true;
  if (code === CODE.hash) return text.charCodeAt(at - 1) === CODE.space;
  if (code !== CODE.colon) return false;
  const next = text.charCodeAt(at + 1);
  if (at + 1 >= end || next === CODE.space) return true;
  if (isFlow(next)) throw NOT_FAST;
  return false;
}
