import { CODE, type FastCursor, isFlow, NOT_FAST } from "./fast-cursor.ts";
import type { ListNode, MapNode, Node, Pair, ScalarNode } from "./tree.ts";

/** Deeper than this is left to yaml. */
export const DEEPEST = 60;

/**
 * A flow collection; the cursor is at its bracket. It may go on in lines that are indented deeper than `margin`, the
 * column of the entry that it is the value of.
 */
export function flow(cursor: FastCursor, margin: number): MapNode | ListNode {
  return cursor.is(CODE.openMap) ? flowMap(cursor, margin, 0) : flowList(cursor, margin, 0);
}

function flowMap(cursor: FastCursor, margin: number, depth: number): MapNode {
  const { block, line, begin } = cursor;
  const col = cursor.at++ - begin;
  const mark = cursor.gathered;
  while (!ends(cursor, margin, CODE.closeMap, cursor.gathered > mark)) {
    const key = flowScalar(cursor);
    cursor.spaces();
    if (!cursor.is(CODE.colon) || (cursor.at + 1 < cursor.end && cursor.next !== CODE.space)) throw NOT_FAST;
    cursor.at++;
    inside(cursor, margin);
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
  const mark = cursor.gathered;
  // `[a: b]` is a map in a list; it ends with no comma.
  while (!ends(cursor, margin, CODE.closeList, cursor.gathered > mark))
    cursor.gather(flowValue(cursor, margin, depth));
  const items = cursor.collect<Node>(mark);
  const endCol = cursor.at - cursor.begin;
  return { block, line, col, endLine: cursor.line, endCol, kind: "list", items, flow: true };
}

/** Whether the collection ends here; else the cursor is at the next entry, behind a comma if it is not the first. */
function ends(cursor: FastCursor, margin: number, close: number, some: boolean): boolean {
  inside(cursor, margin);
  if (some && !cursor.is(close)) {
    if (!cursor.is(CODE.comma)) throw NOT_FAST;
    cursor.at++;
    inside(cursor, margin);
  }
  if (!cursor.is(close)) return false;
  cursor.at++;
  return true;
}

/** Goes to what follows in the collection, over the ends of lines and comments. */
function inside(cursor: FastCursor, margin: number): void {
  const from = cursor.at;
  const more = cursor.spaces();
  if (more && (cursor.at === from || !cursor.is(CODE.hash))) return;
  do {
    // `yaml` wants white space before a comment there, even at the beginning of a line.
    if (!cursor.nextLine() || cursor.is(CODE.hash)) throw NOT_FAST;
  } while (!cursor.says());
  if (cursor.indent <= margin) throw NOT_FAST;
}

function flowValue(cursor: FastCursor, margin: number, depth: number): Node {
  if (depth > DEEPEST) throw NOT_FAST;
  if (cursor.is(CODE.star)) return cursor.alias();
  if (cursor.is(CODE.openMap)) return flowMap(cursor, margin, depth + 1);
  if (cursor.is(CODE.openList)) return flowList(cursor, margin, depth + 1);
  return flowScalar(cursor);
}

/** A scalar on one line. What would go on in the next is refused there: it begins with no comma and no bracket. */
function flowScalar(cursor: FastCursor): ScalarNode {
  const { text, end, code: first } = cursor;
  if (first === CODE.double || first === CODE.single) return cursor.quoted(first);
  cursor.checkStart();
  let at = cursor.at;
  for (; at < end && !endsScalar(text, at, end); at++);
  const scalar = cursor.plainUntil(at);
  // The spaces before a comment are what makes it one.
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
