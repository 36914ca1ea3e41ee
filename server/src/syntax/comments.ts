import { isBare } from "./blocks.ts";
import { type BlockPosition, compareInBlock, endInBlock } from "./positions.ts";
import { tokensOf } from "./tokens.ts";
import type { Block, Node, Pair, Span } from "./tree.ts";

/** A comment in a leaf, from its `#` to the end of the line; the line break is no part of it. */
export interface Comment extends Span {
  readonly text: string;
  /** The column behind the last character before it that is no blank: 0 if it has its line for itself. */
  readonly contentEnd: number;
}

/**
 * The comments of a leaf, in the order of the text: what follows a `#` that begins a line or stands behind a blank, and in
 * no quotes and no block scalar. Where nothing is parsed (a header, another document, a faulty entry), its tokens tell. Not
 * kept: who asks on each keystroke keeps what it makes of them, by block.
 */
export function commentsIn(leaf: Block): readonly Comment[] {
  const { text } = leaf;
  if (!text.includes("#")) return NONE;
  if (MAY_HOLD_HASH.test(text) && !isParsed(leaf)) return unparsedComments(leaf);
  const texts = MAY_HOLD_HASH.test(text) ? textsIn(leaf) : NONE;
  const comments: Comment[] = [];
  let next = 0;
  for (let line = 0, begin = 0; begin < text.length; line++) {
    const end = endOfLine(text, begin);
    for (let at = hashIn(text, begin, begin, end); at < end; at = hashIn(text, begin, at + 1, end)) {
      const place = { line, col: at - begin };
      while (isBehind(texts[next], place)) next++;
      const holder = texts[next];
      if (holder && compareInBlock(holder, place) <= 0) continue;
      comments.push(commentFrom(leaf, text.slice(begin, end), place));
      break;
    }
    begin = end + 1;
  }
  return comments;
}

function isParsed(leaf: Block): boolean {
  return leaf.faults.length === 0 && !isBare(leaf);
}

function unparsedComments(leaf: Block): readonly Comment[] {
  const { text } = leaf;
  const comments: Comment[] = [];
  let line = 0;
  let begin = 0;
  for (const { kind, from } of tokensOf(text)) {
    if (kind !== "comment") continue;
    for (let end = endOfLine(text, begin); end < from; end = endOfLine(text, begin)) {
      begin = end + 1;
      line++;
    }
    const place = { line, col: from - begin };
    if (hashIn(text, begin, from, from + 1) === from)
      comments.push(commentFrom(leaf, text.slice(begin, endOfLine(text, from)), place));
  }
  return comments;
}

/** What goes when a comment goes: its line, or the gap before it. */
export function commentExtent({ block, line, contentEnd, endCol }: Comment): Span {
  return contentEnd === 0 && line < block.lines
    ? { block, line, col: 0, endLine: line + 1, endCol: 0 }
    : { block, line, col: contentEnd, endLine: line, endCol };
}

const NONE: readonly never[] = [];

/** What there is in a leaf of which a text holds a `#` behind a blank. */
const MAY_HOLD_HASH = /["'|>]/;

function commentFrom(block: Block, line: string, place: BlockPosition): Comment {
  const source = line.endsWith("\r") ? line.slice(0, -1) : line;
  let contentEnd = place.col;
  while (contentEnd > 0 && isBlank(source, contentEnd - 1)) contentEnd--;
  return {
    block,
    ...place,
    endLine: place.line,
    endCol: source.length,
    text: source.slice(place.col),
    contentEnd,
  };
}

/** The next `#` that begins a line, or stands behind a blank; the line's end if there is none. */
function hashIn(text: string, begin: number, from: number, end: number): number {
  for (let at = from; at < end; at++)
    if (text.charCodeAt(at) === 35 && (at === begin || isBlank(text, at - 1))) return at;
  return end;
}

/** A space or a tab: all blanks that YAML knows. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9;
}

function endOfLine(text: string, begin: number): number {
  const end = text.indexOf("\n", begin);
  return end < 0 ? text.length : end;
}

function isBehind(span: Span | undefined, place: BlockPosition): boolean {
  return span !== undefined && compareInBlock(endInBlock(span), place) <= 0;
}

/** Where scalars stand in the text of a leaf, in its order; of a block scalar, the lines below its first. */
function textsIn(block: Block): readonly Span[] {
  const found: Span[] = [];
  const walk = (node: Node): void => {
    if (node.kind === "scalar") found.push(isBlockScalar(node.style) ? linesBelow(node) : node);
    else if (node.kind === "map") for (const pair of node.pairs) both(pair);
    else if (node.kind === "list") for (const item of node.items) walk(item);
  };
  const both = ({ key, value }: Pair): void => {
    walk(key);
    walk(value);
  };
  for (const pair of block.pairs) both(pair);
  if (block.other) walk(block.other);
  return found;
}

function isBlockScalar(style: string): boolean {
  return style === "literal" || style === "folded";
}

function linesBelow({ block, line, endLine, endCol }: Span): Span {
  return { block, line: line + 1, col: 0, endLine, endCol };
}
