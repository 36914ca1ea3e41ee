import { isBare } from "./blocks.ts";
import { type BlockPosition, compareInBlock, endInBlock } from "./positions.ts";
import { tokensOf } from "./tokens.ts";
import type { Block, Node, Pair, Span } from "./tree.ts";

/** A comment in a leaf, from its `#` to the end of the line, without the line break. */
export interface Comment extends Span {
  readonly text: string;
  /** The column after the last character before it that is not white space; 0 if the comment is alone on its line. */
  readonly contentEnd: number;
}

/**
 * The comments of a leaf, in document order: a `#` at the start of a line or after white space, outside of quoted texts
 * and block scalars. In text that is not parsed (a header, another document, an entry with syntax errors) its tokens
 * decide. Results are not cached: callers that ask on each keystroke cache their own results by block.
 */
export function commentsIn(leaf: Block): readonly Comment[] {
  const { text } = leaf;
  if (!text.includes("#")) return NONE;
  if (MAY_HOLD_HASH.test(text) && !isParsed(leaf)) return unparsedComments(leaf);
  const scalars = MAY_HOLD_HASH.test(text) ? scalarSpans(leaf) : NONE;
  const comments: Comment[] = [];
  let next = 0;
  for (let line = 0, begin = 0; begin < text.length; line++) {
    const end = endOfLine(text, begin);
    for (let at = hashIn(text, begin, begin, end); at < end; at = hashIn(text, begin, at + 1, end)) {
      const position = { line, col: at - begin };
      while (isAfter(scalars[next], position)) next++;
      const enclosing = scalars[next];
      if (enclosing && compareInBlock(enclosing, position) <= 0) continue;
      comments.push(commentFrom(leaf, text.slice(begin, end), position));
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
    const position = { line, col: from - begin };
    if (hashIn(text, begin, from, from + 1) === from)
      comments.push(commentFrom(leaf, text.slice(begin, endOfLine(text, from)), position));
  }
  return comments;
}

/** The span to delete with a comment: its whole line, or the white space before it. */
export function commentExtent({ block, line, contentEnd, endCol }: Comment): Span {
  return contentEnd === 0 && line < block.lines
    ? { block, line, col: 0, endLine: line + 1, endCol: 0 }
    : { block, line, col: contentEnd, endLine: line, endCol };
}

const NONE: readonly never[] = [];

/** Characters without which no scalar of a leaf contains a `#` after white space. */
const MAY_HOLD_HASH = /["'|>]/;

function commentFrom(block: Block, line: string, position: BlockPosition): Comment {
  const source = line.endsWith("\r") ? line.slice(0, -1) : line;
  let contentEnd = position.col;
  while (contentEnd > 0 && isBlank(source, contentEnd - 1)) contentEnd--;
  return {
    block,
    ...position,
    endLine: position.line,
    endCol: source.length,
    text: source.slice(position.col),
    contentEnd,
  };
}

/** The offset of the next `#` at the start of a line or after white space; the end of the line if there is none. */
function hashIn(text: string, begin: number, from: number, end: number): number {
  for (let at = from; at < end; at++)
    if (text.charCodeAt(at) === 35 && (at === begin || isBlank(text, at - 1))) return at;
  return end;
}

/** Whether a character is a space or a tab, the only white space in YAML. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9;
}

function endOfLine(text: string, begin: number): number {
  const end = text.indexOf("\n", begin);
  return end < 0 ? text.length : end;
}

function isAfter(span: Span | undefined, position: BlockPosition): boolean {
  return span !== undefined && compareInBlock(endInBlock(span), position) <= 0;
}

/** The spans of the scalars of a leaf, in document order; for a block scalar, the lines below its header. */
function scalarSpans(block: Block): readonly Span[] {
  const found: Span[] = [];
  const walk = (node: Node): void => {
    if (node.kind === "scalar") found.push(isBlockScalar(node.style) ? linesBelow(node) : node);
    else if (node.kind === "map") for (const pair of node.pairs) walkPair(pair);
    else if (node.kind === "list") for (const item of node.items) walk(item);
  };
  const walkPair = ({ key, value }: Pair): void => {
    walk(key);
    walk(value);
  };
  for (const pair of block.pairs) walkPair(pair);
  if (block.other) walk(block.other);
  return found;
}

function isBlockScalar(style: string): boolean {
  return style === "literal" || style === "folded";
}

function linesBelow({ block, line, endLine, endCol }: Span): Span {
  return { block, line: line + 1, col: 0, endLine, endCol };
}
