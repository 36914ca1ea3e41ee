import { CODE, type FastCursor, NOT_FAST } from "./fast-cursor.ts";
import type { ScalarNode } from "./tree.ts";

/** Whether a block scalar begins at the cursor. */
export function isText(cursor: FastCursor): boolean {
  return cursor.is(CODE.bar) || cursor.is(CODE.greater);
}

/**
 * A block scalar: `|` or `>`, and perhaps the dash that takes away its last line break. The cursor is at its mark; then
 * it is at the next line that says something. `margin` is the column of the entry that it is the value of.
 */
export function blockText(cursor: FastCursor, margin: number): ScalarNode {
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

/** The lines of a text, without the column in which they begin and the blank lines behind; and where they end. */
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
    // What a folded line means that is deeper than the first is left to yaml.
    if (indent < column || (style === "folded" && indent > column)) throw NOT_FAST;
    for (; blanks > 0; blanks--) lines.push("");
    lines.push(text.slice(cursor.begin + column, cursor.end));
    cursor.at = cursor.end;
    [endLine, endCol] =
      cursor.end < text.length ? [cursor.line + 1, 0] : [cursor.line, cursor.end - cursor.begin];
  }
  if (lines.length === 0) throw NOT_FAST;
  if (!cursor.says()) cursor.advance();
  return { lines, endLine, endCol };
}

/** Whether a line is empty; the cursor is then where it begins to say something. What spaces mean on it is left to yaml. */
function isBlank(cursor: FastCursor): boolean {
  if (cursor.spaces()) return false;
  if (cursor.at > cursor.begin) throw NOT_FAST;
  return true;
}

/** One line break is a space, and of more one goes. */
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
