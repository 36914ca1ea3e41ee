import { implicitKeyAt } from "./implicit-key.ts";

/**
 * Where a text may be split into blocks. Each line is classified alone, whatever the lines before it are: so a boundary
 * does not move when other lines are edited, and lines that no edit touched need not be read again.
 */

/** A leaf that can be split has at most this many lines; a container has more. */
export const MAX_LEAF_LINES = 32;
/**
 * Entries at columns greater than this are not split: their block is parsed as a whole, and rejected if it is nested
 * too deeply.
 */
export const MAX_COLUMN = 80;

/** The role of a line for the map whose keys are at a given column. */
export type LineKind = "entry" | "inside" | "outside" | "blank" | "marker";

// At the entry's own column, but part of the entry above: the end of a flow collection, an item of a list, the value of
// an explicit key.
const CONTINUATION = /^(?:[\]},]|-(?=[ \t\r\n]|$)|:(?=[ \t\r\n]|$))/;
const MARKER = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/;
/** The rest of a line after the colon of a key below which a map may follow: anchor, tag, comment. */
const NO_VALUE =
  /^(?:[ \t]+![^\s,[\]{}]*)?(?:[ \t]+&([^\s,[\]{}]+))?(?:[ \t]+![^\s,[\]{}]*)?[ \t]*(?:[ \t]#[^\n]*)?\r?\n$/;
/** A line that begins like a plain scalar. */
const PLAIN_LINE = /^ *[\p{L}\p{N}_<=@%\u00a0\u202f]/u;

/** The number of spaces at the start of the line that begins at `at`. */
export function indentOf(text: string, at = 0): number {
  let i = at;
  while (text.charCodeAt(i) === 32) i++;
  return i - at;
}

/** The role of the line that begins at offset `at`, for keys at `column`. */
export function kindOf(text: string, at: number, column: number): LineKind {
  const indent = indentOf(text, at);
  const code = text.charCodeAt(at + indent);
  if (code === 10 || code === 35 || Number.isNaN(code) || isBlank(text, at + indent)) return "blank";
  if (indent === 0 && (code === 45 || code === 46) && MARKER.test(text.slice(at, at + 4))) return "marker";
  if (indent > column) return "inside";
  if (code === 9) return "inside";
  if (indent < column) return "outside";
  return CONTINUATION.test(text.slice(at + indent, at + indent + 2)) ? "inside" : "entry";
}

function isBlank(text: string, at: number): boolean {
  let i = at;
  while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9 || text.charCodeAt(i) === 13) i++;
  const code = text.charCodeAt(i);
  return code === 10 || Number.isNaN(code);
}

/** The offset after the colon of the key with which a line begins; `undefined` if it does not begin with a key. */
export function offsetAfterKey(line: string): number | undefined {
  const key = implicitKeyAt(line, indentOf(line));
  return key && key.colon + 1;
}

/** Whether a line begins like a plain scalar. */
export function isWord(line: string): boolean {
  return PLAIN_LINE.test(line);
}

/**
 * For a line with only a key, below which a map can be split: its anchor, if it has one. `undefined` for other lines.
 */
export function headOf(line: string): { readonly anchor: string | undefined } | undefined {
  const offset = offsetAfterKey(line);
  const match = offset === undefined ? null : NO_VALUE.exec(line.slice(offset));
  return match ? { anchor: match[1] } : undefined;
}

/** The offset after the line break of the line at offset `at`; the length of the text if there is no line break. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

/** The length of the last line of a text; 0 if the text ends with a line break. */
export function lastLineLength(text: string): number {
  return text.length - (text.lastIndexOf("\n") + 1);
}

/** The number of line breaks. Counting stops at `enough`. */
export function countLines(text: string, enough = Infinity): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && count < enough; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** The offset of the first line that is neither blank nor a comment; the length of the text if there is none. */
export function firstContent(text: string, from = 0): number {
  let at = from;
  while (at < text.length && kindOf(text, at, 0) === "blank") at = nextLine(text, at);
  return at;
}
