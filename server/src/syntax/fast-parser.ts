import { isBlockScalarStart, readBlockScalar } from "./fast-block-scalar.ts";
import { CODE, FastCursor, NOT_FAST } from "./fast-cursor.ts";
import { DEEPEST, flow } from "./fast-flow.ts";
import type { AbsentNode, Block, ListNode, MapNode, Node, Pair, ScalarNode } from "./tree.ts";

const MAX_KEY_LENGTH = 400;
/** Characters whose rules are left to `yaml`: control characters, tabs, a byte order mark, a carriage return alone. */
const UNSUPPORTED = /[^\P{Cc}\r\n]|\ufeff|\r(?!\n)/u;

/**
 * Parses the subset of YAML in which nearly all configuration is written: block maps and lists, scalars on one line,
 * simple block scalars, flow collections, comments, anchors and aliases. `undefined` if the text may be outside of this
 * subset. An order of magnitude faster than `yaml`, which stays authoritative: a test compares what is accepted here
 * with the result of `yaml`.
 */
export function parseFast(
  block: Block,
): { readonly root: MapNode; readonly anchors: readonly Node[]; readonly aliases: boolean } | undefined {
  if (UNSUPPORTED.test(block.text)) return undefined;
  const cursor = new FastCursor(block);
  try {
    if (!cursor.advance()) return undefined;
    const root = blockMap(cursor, cursor.indent, 0);
    return cursor.line < 0 ? { root, anchors: cursor.anchors, aliases: cursor.aliases } : undefined;
  } catch (error) {
    if (error !== NOT_FAST) throw error;
    return undefined;
  }
}

function blockMap(cursor: FastCursor, column: number, depth: number): MapNode {
  if (depth > DEEPEST) throw NOT_FAST;
  const { block, line } = cursor;
  const mark = cursor.gatheredCount;
  while (cursor.line >= 0 && cursor.indent === column && !isItem(cursor))
    cursor.gather(pairAt(cursor, column, depth));
  if (cursor.line >= 0 && cursor.indent > column) throw NOT_FAST;
  const pairs = cursor.collect<Pair>(mark);
  const last = pairs[pairs.length - 1];
  if (!last) throw NOT_FAST;
  const { endLine, endCol } = last;
  return { block, line, col: column, endLine, endCol, kind: "map", pairs, flow: false };
}

function isItem(cursor: FastCursor): boolean {
  return cursor.is(CODE.dash) && (cursor.at + 1 >= cursor.end || cursor.next === CODE.space);
}

function pairAt(cursor: FastCursor, column: number, depth: number): Pair {
  const key = keyAt(cursor);
  const value = valueAt(cursor, column, depth);
  const { block, line, col } = key;
  return { block, line, col, endLine: value.endLine, endCol: value.endCol, key, value };
}

/** Reads a key and its colon; the cursor is then after the colon. */
function keyAt(cursor: FastCursor): ScalarNode {
  const { code } = cursor;
  const key = code === CODE.double || code === CODE.single ? cursor.quoted(code) : plainKey(cursor);
  cursor.skipSpaces();
  if (!cursor.is(CODE.colon) || cursor.at - cursor.begin - key.col > MAX_KEY_LENGTH) throw NOT_FAST;
  cursor.at++;
  if (cursor.at < cursor.end && !cursor.is(CODE.space)) throw NOT_FAST;
  return key;
}

function plainKey(cursor: FastCursor): ScalarNode {
  const { text, end } = cursor;
  cursor.checkStart();
  let at = cursor.at;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.hash && text.charCodeAt(at - 1) === CODE.space) throw NOT_FAST;
    if (code === CODE.colon && (at + 1 >= end || text.charCodeAt(at + 1) === CODE.space)) break;
  }
  return cursor.plainUntil(at);
}

/** Reads the value of a key: on its line, or on the lines below. */
function valueAt(cursor: FastCursor, column: number, depth: number): Node {
  if (!hasMore(cursor)) return valueBelow(cursor, column, depth);
  if (!cursor.is(CODE.ampersand)) return valueOnLine(cursor, column);
  const anchor = cursor.name();
  if (cursor.at < cursor.end && !cursor.is(CODE.space)) throw NOT_FAST;
  const value = hasMore(cursor) ? valueOnLine(cursor, column) : valueBelow(cursor, column, depth);
  if (value.kind === "alias" || value.kind === "absent") throw NOT_FAST;
  return cursor.anchored(anchor, value);
}

/** Whether the line continues with something other than a comment. */
function hasMore(cursor: FastCursor): boolean {
  const from = cursor.at;
  if (!cursor.skipSpaces()) return false;
  if (!cursor.is(CODE.hash)) return true;
  if (cursor.at === from) throw NOT_FAST;
  return false;
}

/** Reads a value that begins on the line of the cursor; the cursor is then at the next line with content. */
function valueOnLine(cursor: FastCursor, margin: number): Node {
  if (isBlockScalarStart(cursor)) return readBlockScalar(cursor, margin);
  const value = inline(cursor, margin);
  if (hasMore(cursor)) throw NOT_FAST;
  // A deeper line would continue this scalar, or be a mistake.
  if (cursor.advance() && cursor.indent > margin) throw NOT_FAST;
  return value;
}

function inline(cursor: FastCursor, margin: number): Node {
  const { code } = cursor;
  if (code === CODE.star) return cursor.alias();
  if (code === CODE.openMap || code === CODE.openList) return flow(cursor, margin);
  if (code === CODE.double || code === CODE.single) return cursor.quoted(code);
  return plainValue(cursor);
}

function plainValue(cursor: FastCursor): ScalarNode {
  const { text, end } = cursor;
  cursor.checkStart();
  let at = cursor.at;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.hash && text.charCodeAt(at - 1) === CODE.space) break;
    if (code === CODE.colon && (at + 1 >= end || text.charCodeAt(at + 1) === CODE.space)) throw NOT_FAST;
  }
  const scalar = cursor.plainUntil(at);
  // Keep the spaces before a comment: they make it one.
  cursor.at = cursor.begin + scalar.endCol;
  return scalar;
}

/** Reads the value on the lines below a key; an absent node if there is none. */
function valueBelow(cursor: FastCursor, column: number, depth: number): Node {
  const { block, line } = cursor;
  const col = cursor.at - cursor.begin;
  const hasNext = cursor.advance();
  if (hasNext && cursor.indent === column && isItem(cursor)) return blockList(cursor, column);
  if (hasNext && cursor.indent > column) {
    if (isItem(cursor)) return blockList(cursor, cursor.indent);
    if (cursor.is(CODE.openMap) || cursor.is(CODE.openList)) return valueOnLine(cursor, column);
    return blockMap(cursor, cursor.indent, depth + 1);
  }
  const absent: AbsentNode = { block, line, col, endLine: line, endCol: col, kind: "absent" };
  return absent;
}

function blockList(cursor: FastCursor, column: number): ListNode {
  const { block, line } = cursor;
  const mark = cursor.gatheredCount;
  while (cursor.line >= 0 && cursor.indent === column && isItem(cursor)) {
    cursor.at++;
    if (!hasMore(cursor) || cursor.is(CODE.ampersand)) throw NOT_FAST;
    cursor.gather(valueOnLine(cursor, column));
  }
  const items = cursor.collect<Node>(mark);
  const last = items[items.length - 1];
  if (!last) throw NOT_FAST;
  const { endLine, endCol } = last;
  return { block, line, col: column, endLine, endCol, kind: "list", items, flow: false };
}
