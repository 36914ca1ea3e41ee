import { memo } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { compareInBlock, endInBlock } from "../syntax/positions.ts";
import type { Fix, Problem } from "../syntax/problem.ts";
import type { Block, Node, Pair, Span } from "../syntax/tree.ts";
import { datumIn, personalData, tellsSecret } from "./privacy.ts";
import { secretInClear } from "./problems.ts";

/** What comments give away. Kept for each block, so that a keystroke costs the one that it touches. */
export function commentProblems(block: Block): readonly Problem[] {
  return block.children || block.text.includes("#") ? problemsIn(block) : NONE;
}

const NONE: readonly Problem[] = [];

const problemsIn = memo((block: Block): readonly Problem[] => {
  const found = block.children
    ? block.children.flatMap(commentProblems)
    : commentsOf(block).flatMap((comment) => problemsOf(block, comment));
  return found.length > 0 ? found : NONE;
});

interface BlockComment {
  readonly line: number;
  readonly col: number;
  readonly text: string;
}

function problemsOf(block: Block, { line, col, text }: BlockComment): readonly Problem[] {
  const datum = datumIn(text, "comment");
  if (!datum && !tellsSecret(text)) return NONE;
  const at: Span = { block, line, col, endLine: line, endCol: col + text.length };
  const fix: Fix = {
    title: message("Remove the comment"),
    safety: "probable",
    edits: [{ at: wholeOf(at), newText: "" }],
  };
  return [datum ? personalData(at, datum, [fix]) : { ...secretInClear(at), fixes: [fix] }];
}

/** What goes when a comment goes: its line, or the gap before it. */
function wholeOf({ block, line, col, endCol }: Span): Span {
  const lines = block.text.split("\n");
  const before = lines[line]?.slice(0, col) ?? "";
  return before.trim() === "" && line < lines.length - 1
    ? { block, line, col: 0, endLine: line + 1, endCol: 0 }
    : { block, line, col: before.trimEnd().length, endLine: line, endCol };
}

/** What there is in a leaf of which a text holds a ` #`: quotes, a block of lines, spaces that are none to YAML. */
const HOLDS_HASH = /["'|>]|[^\S \t\r\n]/;

/** The comments of a leaf: what follows a `#` that stands in no text. */
function commentsOf(block: Block): readonly BlockComment[] {
  const { text } = block;
  const texts = HOLDS_HASH.test(text) ? textsIn(block) : [];
  const comments: BlockComment[] = [];
  let line = 0;
  let begin = 0;
  let next = 0;
  for (let at = text.indexOf("#"); at >= 0; at = text.indexOf("#", at)) {
    for (let below = nextLine(text, begin); below <= at; below = nextLine(text, begin)) {
      begin = below;
      line++;
    }
    const col = at - begin;
    for (let span = texts[next]; span && compareInBlock(endInBlock(span), { line, col }) <= 0; )
      span = texts[++next];
    const span = texts[next];
    const isInText = span !== undefined && compareInBlock(span, { line, col }) <= 0;
    const begins = col === 0 || /\s/.test(text.charAt(at - 1));
    if (begins && !isInText) {
      const end = nextLine(text, at);
      comments.push({ line, col, text: text.slice(at, end).replace(/\r?\n?$/, "") });
      at = end;
    } else at++;
  }
  return comments;
}

/** Where the next line begins, or behind the text. */
function nextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length + 1 : end + 1;
}

/** Where scalars stand in the text of a leaf, in its order. */
function textsIn(block: Block): readonly Span[] {
  const found: Span[] = [];
  const walk = (node: Node): void => {
    if (node.kind === "scalar") found.push(node);
    else if (node.kind === "map") for (const pair of node.pairs) both(pair);
    else if (node.kind === "list") for (const item of node.items) walk(item);
  };
  const both = ({ key, value }: Pair): void => {
    found.push(key);
    walk(value);
  };
  for (const pair of block.pairs) both(pair);
  if (block.other) walk(block.other);
  return found;
}
