import { CODE, type Cursor, isFlow, NOT_PLAIN } from "./plain-cursor.ts";
import type { ListNode, MapNode, Node, Pair, ScalarNode } from "./tree.ts";

/** Deeper than this is left to yaml. */
export const DEEPEST = 60;

/** A flow map on one line; the cursor is at its brace. */
export function flowMap(cursor: Cursor, depth = 0): MapNode {
  const from = cursor.at++;
  const pairs: Pair[] = [];
  while (!closes(cursor, CODE.closeMap, pairs.length)) {
    const key = flowScalar(cursor);
    if (cursor.code !== CODE.colon || cursor.next !== CODE.space) throw NOT_PLAIN;
    cursor.at++;
    inside(cursor);
    const value = flowValue(cursor, depth);
    const { block, line, col } = key;
    pairs.push({ block, line, col, endLine: value.endLine, endCol: value.endCol, key, value });
  }
  return { ...cursor.span(from, cursor.at), kind: "map", pairs, flow: true };
}

/** A flow list on one line; the cursor is at its bracket. */
export function flowList(cursor: Cursor, depth = 0): ListNode {
  const from = cursor.at++;
  const items: Node[] = [];
  while (!closes(cursor, CODE.closeList, items.length)) {
    const item = flowValue(cursor, depth);
    // `[a: b]` is a map in a list.
    if (cursor.code === CODE.colon) throw NOT_PLAIN;
    items.push(item);
  }
  return { ...cursor.span(from, cursor.at), kind: "list", items, flow: true };
}

/** Whether the collection ends here; else the cursor is at the next entry, behind a comma if it is not the first. */
function closes(cursor: Cursor, close: number, count: number): boolean {
  inside(cursor);
  if (cursor.code === close) {
    cursor.at++;
    return true;
  }
  if (count === 0) return false;
  if (cursor.code !== CODE.comma) throw NOT_PLAIN;
  cursor.at++;
  inside(cursor);
  return false;
}

function inside(cursor: Cursor): void {
  if (!cursor.spaces()) throw NOT_PLAIN;
}

function flowValue(cursor: Cursor, depth: number): Node {
  if (depth > DEEPEST) throw NOT_PLAIN;
  if (cursor.code === CODE.star) return cursor.alias();
  if (cursor.code === CODE.openMap) return flowMap(cursor, depth + 1);
  if (cursor.code === CODE.openList) return flowList(cursor, depth + 1);
  return flowScalar(cursor);
}

function flowScalar(cursor: Cursor): ScalarNode {
  const { text, end, code: first } = cursor;
  if (first === CODE.double || first === CODE.single) {
    const scalar = cursor.quoted(first);
    inside(cursor);
    return scalar;
  }
  cursor.checkStart();
  let at = cursor.at;
  for (; at < end && !endsScalar(text, at, end); at++);
  if (at >= end) throw NOT_PLAIN;
  return cursor.plainUntil(at);
}

function endsScalar(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (isFlow(code)) return true;
  if (code === CODE.hash && text.charCodeAt(at - 1) === CODE.space) throw NOT_PLAIN;
  if (code !== CODE.colon) return false;
  const next = text.charCodeAt(at + 1);
  if (next === CODE.space) return true;
  if (at + 1 >= end || isFlow(next)) throw NOT_PLAIN;
  return false;
}
