import { memo } from "../../base/memo.ts";
import { scalarText } from "../../schema/problems.ts";
import type { Value } from "../../schema/value.ts";
import { leavesOf } from "../../syntax/blocks.ts";
import { commentsIn } from "../../syntax/comments.ts";
import { type File, fileLines, rangeOf, spanIn } from "../../syntax/file.ts";
import { splitLines } from "../../syntax/line-breaks.ts";
import { indentOf } from "../../syntax/line-kinds.ts";
import { lastLineOf, type Range } from "../../syntax/positions.ts";
import type { Edit } from "../../syntax/problem.ts";
import type { Block, Span } from "../../syntax/tree.ts";

/** The lines of a leaf. What is offered at the cursor is read from these: nobody splits a whole file for it. */
const linesOfLeaf = memo(({ text }: Block) => splitLines(text));

/** The line on which a node begins; empty for what begins in no leaf. */
export function lineOf({ block, line }: Span): string {
  return linesOfLeaf(block)[line] ?? "";
}

/** The source of a span that is on one line; `undefined` for others. */
export function sourceOf(span: Span): string | undefined {
  return span.line === span.endLine ? lineOf(span).slice(span.col, span.endCol) : undefined;
}

/** The first and the last line of a span. */
export function linesWith(file: File, span: Span): { readonly first: number; readonly last: number } {
  const range = rangeOf(file, span);
  return { first: range.start.line, last: lastLineOf(range) };
}

/** Whether a comment begins within some lines. */
export function hasComment(file: File, first: number, last: number): boolean {
  let line = 0;
  return leavesOf(file.root).some((leaf) => {
    const from = line;
    line += leaf.lines;
    if (line < first || from > last) return false;
    return commentsIn(leaf).some((comment) => from + comment.line >= first && from + comment.line <= last);
  });
}

/** The edit that replaces whole lines, `last` included, by others. */
export function replaceLines(
  file: File,
  { first, last }: { readonly first: number; readonly last: number },
  newLines: readonly string[],
): Edit {
  const lines = fileLines(file);
  const isAtEnd = last >= lines.length - 1;
  const range: Range = {
    start: { line: first, character: 0 },
    end: isAtEnd ? { line: last, character: lines[last]?.length ?? 0 } : { line: last + 1, character: 0 },
  };
  const text = newLines.map((line) => `${line}\n`).join("");
  return { at: spanIn(file, range), newText: isAtEnd ? text.slice(0, -1) : text };
}

/** Lines that begin at another column; blank ones stay blank. */
export function moved(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => {
    if (line.trim() === "") return line;
    return by >= 0 ? " ".repeat(by) + line : line.slice(Math.min(-by, indentOf(line)));
  });
}

/** A value as YAML on one line; `undefined` if it is not understood, or holds something that is removed. */
export function writtenValue(value: Value): string | undefined {
  switch (value.kind) {
    case "leaf":
      return value.schema.type === "string" ? scalarText(String(value.value)) : String(value.value);
    case "list": {
      const items = value.items.map(writtenValue);
      return items.includes(undefined) ? undefined : `[${items.join(", ")}]`;
    }
    case "map": {
      if (value.open || value.opaque) return undefined;
      const entries = [...value.entries.values()].map((entry) => {
        const text = writtenValue(entry.value);
        return text === undefined ? undefined : `${scalarText(entry.name)}: ${text}`;
      });
      if (entries.includes(undefined)) return undefined;
      return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
    }
    default:
      return undefined;
  }
}
