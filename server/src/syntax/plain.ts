import { CODE, Cursor, NOT_PLAIN } from "./plain-cursor.ts";
import { DEEPEST, flowList, flowMap } from "./plain-flow.ts";
import type { AbsentNode, Block, ListNode, MapNode, Node, Pair, ScalarNode } from "./tree.ts";

const LONGEST_KEY = 400;
const DELETE = 127;
const BYTE_ORDER_MARK = 0xfeff;

/**
 * The plain part of YAML, in which nearly all configuration is written: block maps and lists, scalars on one line,
 * flow collections on one line, comments, anchors and aliases. An order of magnitude faster than `yaml`, which stays
 * the authority: whatever is not surely plain is refused, and a test holds what is accepted to what `yaml` makes of it.
 */
export function parsePlain(
  block: Block,
): { readonly root: MapNode; readonly anchors: readonly Node[]; readonly aliases: boolean } | undefined {
  if (isOdd(block.text)) return undefined;
  const cursor = new Cursor(block);
  try {
    if (!cursor.advance()) return undefined;
    const root = blockMap(cursor, cursor.indent, 0);
    return cursor.line < 0 ? { root, anchors: cursor.anchors, aliases: cursor.aliases } : undefined;
  } catch (error) {
    if (error !== NOT_PLAIN) throw error;
    return undefined;
  }
}

/** Control characters, tabs, and a byte order mark: their rules are yaml's to know. So is a carriage return alone. */
function isOdd(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= CODE.space && code !== DELETE && code !== BYTE_ORDER_MARK) continue;
    if (code === CODE.newline || (code === CODE.return && text.charCodeAt(i + 1) === CODE.newline)) continue;
    return true;
  }
  return false;
}

function blockMap(cursor: Cursor, column: number, depth: number): MapNode {
  if (depth > DEEPEST) throw NOT_PLAIN;
  const { line } = cursor;
  const pairs: Pair[] = [];
  while (cursor.line >= 0 && cursor.indent === column && !isItem(cursor))
    pairs.push(pairAt(cursor, column, depth));
  if (cursor.line >= 0 && cursor.indent > column) throw NOT_PLAIN;
  const last = pairs[pairs.length - 1];
  if (!last) throw NOT_PLAIN;
  const { block, endLine, endCol } = last;
  return { block, line, col: column, endLine, endCol, kind: "map", pairs, flow: false };
}

function isItem(cursor: Cursor): boolean {
  return cursor.code === CODE.dash && (cursor.at + 1 >= cursor.end || cursor.next === CODE.space);
}

function pairAt(cursor: Cursor, column: number, depth: number): Pair {
  const key = keyAt(cursor);
  const value = valueAt(cursor, column, depth);
  const { block, line, col } = key;
  return { block, line, col, endLine: value.endLine, endCol: value.endCol, key, value };
}

/** A key with its colon; the cursor is then behind the colon. */
function keyAt(cursor: Cursor): ScalarNode {
  const { code } = cursor;
  const key = code === CODE.double || code === CODE.single ? cursor.quoted(code) : plainKey(cursor);
  cursor.spaces();
  if (cursor.code !== CODE.colon || cursor.at - cursor.begin - key.col > LONGEST_KEY) throw NOT_PLAIN;
  cursor.at++;
  if (cursor.at < cursor.end && !cursor.is(CODE.space)) throw NOT_PLAIN;
  return key;
}

function plainKey(cursor: Cursor): ScalarNode {
  const { text, end } = cursor;
  cursor.checkStart();
  let at = cursor.at;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.hash && text.charCodeAt(at - 1) === CODE.space) throw NOT_PLAIN;
    if (code === CODE.colon && (at + 1 >= end || text.charCodeAt(at + 1) === CODE.space)) break;
  }
  return cursor.plainUntil(at);
}

/** What stands behind a key: on its line, or in the lines below. */
function valueAt(cursor: Cursor, column: number, depth: number): Node {
  const afterColon = cursor.at;
  if (!follows(cursor)) return below(cursor, column, depth, undefined, afterColon);
  const anchor = anchorAt(cursor);
  if (anchor !== undefined && !follows(cursor)) return below(cursor, column, depth, anchor, afterColon);
  const value = inline(cursor, anchor);
  endsLine(cursor);
  // A deeper line would go on with this scalar, or be a mistake.
  if (cursor.advance() && cursor.indent > column) throw NOT_PLAIN;
  return value;
}

/** Whether something follows on the line. Spaces or a comment behind nothing are left to yaml. */
function follows(cursor: Cursor): boolean {
  const from = cursor.at;
  const something = cursor.spaces();
  if (something ? cursor.code === CODE.hash : cursor.at > from) throw NOT_PLAIN;
  return something;
}

function endsLine(cursor: Cursor): void {
  const from = cursor.at;
  if (cursor.spaces() && (cursor.code !== CODE.hash || cursor.at === from)) throw NOT_PLAIN;
}

function anchorAt(cursor: Cursor): string | undefined {
  if (!cursor.is(CODE.ampersand)) return undefined;
  const name = cursor.name();
  if (cursor.at < cursor.end && !cursor.is(CODE.space)) throw NOT_PLAIN;
  return name;
}

/** A collection in the lines below a key, or nothing. */
function below(
  cursor: Cursor,
  column: number,
  depth: number,
  anchor: string | undefined,
  afterColon: number,
): Node {
  const { block, line } = cursor;
  const col = afterColon - cursor.begin;
  const more = cursor.advance();
  if (more && cursor.indent === column && isItem(cursor))
    return cursor.anchored(anchor, blockList(cursor, column));
  if (more && cursor.indent > column) {
    const { indent } = cursor;
    return cursor.anchored(
      anchor,
      isItem(cursor) ? blockList(cursor, indent) : blockMap(cursor, indent, depth + 1),
    );
  }
  if (anchor !== undefined) throw NOT_PLAIN;
  const absent: AbsentNode = { block, line, col, endLine: line, endCol: col, kind: "absent" };
  return absent;
}

function blockList(cursor: Cursor, column: number): ListNode {
  const { line } = cursor;
  const items: Node[] = [];
  while (cursor.line >= 0 && cursor.indent === column && isItem(cursor)) {
    cursor.at++;
    if (!follows(cursor) || cursor.code === CODE.ampersand) throw NOT_PLAIN;
    items.push(inline(cursor, undefined));
    endsLine(cursor);
    if (cursor.advance() && cursor.indent > column) throw NOT_PLAIN;
  }
  const last = items[items.length - 1];
  if (!last) throw NOT_PLAIN;
  const { block, endLine, endCol } = last;
  return { block, line, col: column, endLine, endCol, kind: "list", items, flow: false };
}

/** A value that stands on the line of the cursor. */
function inline(cursor: Cursor, anchor: string | undefined): Node {
  const { code } = cursor;
  if (code === CODE.star) {
    if (anchor !== undefined) throw NOT_PLAIN;
    return cursor.alias();
  }
  if (code === CODE.openMap) return cursor.anchored(anchor, flowMap(cursor));
  if (code === CODE.openList) return cursor.anchored(anchor, flowList(cursor));
  if (code === CODE.double || code === CODE.single) return cursor.anchored(anchor, cursor.quoted(code));
  return cursor.anchored(anchor, plainValue(cursor));
}

function plainValue(cursor: Cursor): ScalarNode {
  const { text, end } = cursor;
  cursor.checkStart();
  let at = cursor.at;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.hash && text.charCodeAt(at - 1) === CODE.space) break;
    if (code === CODE.colon && (at + 1 >= end || text.charCodeAt(at + 1) === CODE.space)) throw NOT_PLAIN;
  }
  const scalar = cursor.plainUntil(at);
  // The spaces before a comment are what makes it one.
  cursor.at = cursor.begin + scalar.endCol;
  return scalar;
}
