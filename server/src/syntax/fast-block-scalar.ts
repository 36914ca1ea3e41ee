import { CODE, type FastCursor, NOT_FAST } from "./fast-cursor.ts";
import type { ScalarNode } from "./tree.ts";

/** Whether a block scalar begins at the cursor. */
export function isBlockScalarStart(cursor: FastCursor): boolean {
  return cursor.is(CODE.bar) || cursor.is(CODE.greater);
}

/**
 * Reads a block scalar: `|` or `>`, optionally followed by `-`, which strips the last line break. The cursor is at the
 * indicator, and afterwards at the next line with content. `margin` is the column of the entry whose value it is.
 */
export function readBlockScalar(cursor: FastCursor, margin: number): ScalarNode {
  const { block, line, begin, at } = cursor;
  const style = cursor.is(CODE.bar) ? "literal" : "folded";
  cursor.at++;
  const strips = cursor.is(CODE.dash);
  if (strips) cursor.at++;
  if (cursor.at < cursor.end) throw NOT_FAST;
  const { lines, endLine, endCol } = linesBelow(cursor, margin, style);
  const text = (style === "literal" ? lines.join("\n") : folded(lines)) + (strips ? "" : "\n");
  return { block, line, col: at - begin, endLine, endCol, kind: "scalar", text, style };
}

/**
 * The lines of the text, without their indentation and the trailing blank lines, and the position at which they end.
 */
function linesBelow(cursor: FastCursor, margin: number, style: "literal" | "folded") {
  const { text } = cursor;
  const lines: string[] = [];
  let column = 0;
  let [endLine, endCol, blanks] = [0, 0, 0];
  while (cursor.nextLine()) {
    if (isBlank(cursor)) {
      blanks++;
      continue;
    }
    const indent = cursor.at - cursor.begin;
    if (indent <= margin) break;
    column ||= indent;
    // A folded line that is deeper than the first is left to `yaml`.
    if (indent < column || (style === "folded" && indent > column)) throw NOT_FAST;
    for (; blanks > 0; blanks--) lines.push("");
    lines.push(text.slice(cursor.begin + column, cursor.end));
    cursor.at = cursor.end;
    [endLine, endCol] =
      cursor.end < text.length ? [cursor.line + 1, 0] : [cursor.line, cursor.end - cursor.begin];
  }
  if (lines.length === 0) throw NOT_FAST;
  if (!cursor.skipToContent()) cursor.advance();
  return { lines, endLine, endCol };
}

/** Whether a line is empty; if not, the cursor is then at its content. Lines of spaces are left to `yaml`. */
function isBlank(cursor: FastCursor): boolean {
  if (cursor.skipSpaces()) return false;
  if (cursor.at > cursor.begin) throw NOT_FAST;
  return true;
}

/** Folds lines: one line break becomes a space, and of several, one is dropped. */
function folded(lines: readonly string[]): string {
  let text = "";
  let gap = "";
  for (const line of lines) {
    if (line !== "") {
      text += gap + line;
      gap = " ";
    } else if (gap === " ") gap = "\n";
    else text += "\n";
  }
  return text;
}
