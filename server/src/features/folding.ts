import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import { type File, fileText, rangeOf } from "../syntax/file.ts";
import type { Node, Pair } from "../syntax/tree.ts";
import type { Context } from "./context.ts";

/** What can be folded: entries and items of several lines, runs of comments, `#region`. */
export function folding({ file }: Pick<Context, "file">): FoldingRange[] {
  const found: FoldingRange[] = [];
  for (const pair of file.root.pairs) entry(file, pair, found);
  found.push(...comments(fileText(file).split(/\r?\n/)));
  return found;
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
  const { start, end } = rangeOf(file, span);
  // A block scalar ends at the begin of the line below it.
  const endLine = end.character === 0 ? end.line - 1 : end.line;
  if (endLine <= start.line || found.at(-1)?.startLine === start.line) return;
  found.push({ startLine: start.line, endLine });
}

/** A comment; what it says if it begins or ends a region. */
const SIGN = /^\s*#\s*(region\b|endregion\b|)/;

function comments(all: readonly string[]): FoldingRange[] {
  const found: FoldingRange[] = [];
  const regions: number[] = [];
  let begin = -1;
  const close = (line: number) => {
    if (begin >= 0 && line - begin > 1)
      found.push({ startLine: begin, endLine: line - 1, kind: FoldingRangeKind.Comment });
    begin = -1;
  };
  for (const [line, text] of all.entries()) {
    const sign = text.includes("#") ? SIGN.exec(text)?.[1] : undefined;
    if (sign === "") {
      if (begin < 0) begin = line;
      continue;
    }
    close(line);
    if (sign === "region") regions.push(line);
    const startLine = sign === "endregion" ? regions.pop() : undefined;
    if (startLine !== undefined) found.push({ startLine, endLine: line, kind: FoldingRangeKind.Region });
  }
  close(all.length);
  return found;
}
