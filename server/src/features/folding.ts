import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import { memo } from "../base/memo.ts";
import { leavesOf } from "../syntax/blocks.ts";
import { commentsIn } from "../syntax/comments.ts";
import { type File, rangeOf } from "../syntax/file.ts";
import { lastLineOf } from "../syntax/positions.ts";
import type { Block, Node, Pair } from "../syntax/tree.ts";
import type { Context } from "./context.ts";

/** The folding ranges of a file: entries and items of several lines, consecutive comment lines, and regions. */
export function folding({ file }: Pick<Context, "file">): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  for (const pair of file.root.pairs) foldEntry(file, pair, ranges);
  const comments = commentLinesOf(file);
  return [...ranges, ...commentRuns(comments), ...regions(comments)];
}

function foldEntry(file: File, pair: Pair, ranges: FoldingRange[]): void {
  // An entry on one line contains nothing on several lines.
  if (pair.line === pair.endLine) return;
  foldLines(file, pair, ranges);
  foldContent(file, pair.value, ranges);
}

function foldContent(file: File, node: Node, ranges: FoldingRange[]): void {
  if (node.kind === "map") for (const pair of node.pairs) foldEntry(file, pair, ranges);
  if (node.kind !== "list") return;
  for (const item of node.items) {
    foldLines(file, item, ranges);
    foldContent(file, item, ranges);
  }
}

function foldLines(file: File, span: Pair | Node, ranges: FoldingRange[]): void {
  if (span.line === span.endLine) return;
  const range = rangeOf(file, span);
  const startLine = range.start.line;
  const endLine = lastLineOf(range);
  if (endLine <= startLine || ranges.at(-1)?.startLine === startLine) return;
  ranges.push({ startLine, endLine });
}

/** A comment, with the marker if it starts or ends a region. */
const REGION_MARKER = /^#\s*(region\b|endregion\b|)/;

interface CommentLine {
  readonly line: number;
  readonly marker: string;
}

/** The comments of a leaf that have a line of their own, by line in the leaf. */
const commentLinesIn = memo((leaf: Block): readonly CommentLine[] =>
  commentsIn(leaf)
    .filter(({ contentEnd }) => contentEnd === 0)
    .map(({ line, text }) => ({ line, marker: REGION_MARKER.exec(text)?.[1] ?? "" })),
);

function commentLinesOf(file: File): readonly CommentLine[] {
  let top = 0;
  return leavesOf(file.root).flatMap((leaf) => {
    const ranges = commentLinesIn(leaf).map(({ line, marker }) => ({ line: top + line, marker }));
    top += leaf.lines;
    return ranges;
  });
}

/** Ranges of consecutive comment lines that are not region markers. */
function* commentRuns(comments: readonly CommentLine[]): Iterable<FoldingRange> {
  const plain = comments.filter(({ marker }) => marker === "").map(({ line }) => line);
  let first = 0;
  for (const [index, line] of plain.entries()) {
    if (plain[index + 1] === line + 1) continue;
    const startLine = plain[first] ?? line;
    if (startLine < line) yield { startLine, endLine: line, kind: FoldingRangeKind.Comment };
    first = index + 1;
  }
}

function* regions(comments: readonly CommentLine[]): Iterable<FoldingRange> {
  const open: number[] = [];
  for (const { line, marker } of comments) {
    if (marker === "region") open.push(line);
    const startLine = marker === "endregion" ? open.pop() : undefined;
    if (startLine !== undefined) yield { startLine, endLine: line, kind: FoldingRangeKind.Region };
  }
}
