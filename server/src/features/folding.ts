import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import { memo } from "../base/memo.ts";
import { leavesOf } from "../syntax/blocks.ts";
import { commentsIn } from "../syntax/comments.ts";
import { type File, rangeOf } from "../syntax/file.ts";
import { lastLineOf } from "../syntax/positions.ts";
import type { Block, Node, Pair } from "../syntax/tree.ts";
import type { Context } from "./context.ts";

/** What can be folded: entries and items of several lines, runs of comments, `#region`. */
export function folding({ file }: Pick<Context, "file">): FoldingRange[] {
  const found: FoldingRange[] = [];
  for (const pair of file.root.pairs) entry(file, pair, found);
  const comments = commentLinesOf(file);
  return [...found, ...runs(comments), ...regions(comments)];
}

function entry(file: File, pair: Pair, found: FoldingRange[]): void {
  // What stands on one line holds nothing that does not.
  if (pair.line === pair.endLine) return;
  lines(file, pair, found);
  content(file, pair.value, found);
}

function content(file: File, node: Node, found: FoldingRange[]): void {
  if (node.kind === "map") for (const pair of node.pairs) entry(file, pair, found);
  if (node.kind !== "list") return;
  for (const item of node.items) {
    lines(file, item, found);
    content(file, item, found);
  }
}

function lines(file: File, span: Pair | Node, found: FoldingRange[]): void {
  if (span.line === span.endLine) return;
  const range = rangeOf(file, span);
  const startLine = range.start.line;
  const endLine = lastLineOf(range);
  if (endLine <= startLine || found.at(-1)?.startLine === startLine) return;
  found.push({ startLine, endLine });
}

/** A comment; what it says if it begins or ends a region. */
const SIGN = /^#\s*(region\b|endregion\b|)/;

interface CommentLine {
  readonly line: number;
  readonly sign: string;
}

/** The comments of a leaf that have a line for themselves, by the lines of its text. */
const commentLinesIn = memo((leaf: Block): readonly CommentLine[] =>
  commentsIn(leaf)
    .filter(({ contentEnd }) => contentEnd === 0)
    .map(({ line, text }) => ({ line, sign: SIGN.exec(text)?.[1] ?? "" })),
);

function commentLinesOf(file: File): readonly CommentLine[] {
  let top = 0;
  return leavesOf(file.root).flatMap((leaf) => {
    const found = commentLinesIn(leaf).map(({ line, sign }) => ({ line: top + line, sign }));
    top += leaf.lines;
    return found;
  });
}

/** Lines of comments, one below the other, with nothing else to say. */
function* runs(comments: readonly CommentLine[]): Iterable<FoldingRange> {
  const plain = comments.filter(({ sign }) => sign === "").map(({ line }) => line);
  let begin = 0;
  for (const [index, line] of plain.entries()) {
    if (plain[index + 1] === line + 1) continue;
    const startLine = plain[begin] ?? line;
    if (startLine < line) yield { startLine, endLine: line, kind: FoldingRangeKind.Comment };
    begin = index + 1;
  }
}

function* regions(comments: readonly CommentLine[]): Iterable<FoldingRange> {
  const open: number[] = [];
  for (const { line, sign } of comments) {
    if (sign === "region") open.push(line);
    const startLine = sign === "endregion" ? open.pop() : undefined;
    if (startLine !== undefined) yield { startLine, endLine: line, kind: FoldingRangeKind.Region };
  }
}
