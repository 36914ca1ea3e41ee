import { implicitKeyAt } from "./implicit-key.ts";

/**
 * Where a text may be cut into blocks. It looks at lines one by one, never at what came before: so a cut stays where it
 * is whatever is typed elsewhere, and what no edit touched need not be looked at again.
 */

/** A container has more lines than this; so has no leaf that can be cut. */
export const LONGEST_LEAF = 32;
/** What begins further to the right is not cut: its block is parsed whole, and refused if it is too deep for that. */
export const FARTHEST = 80;

/** What a line is for the map whose keys stand at a column. */
export type LineKind = "entry" | "inside" | "outside" | "blank" | "marker";

// Behind an entry's first line at the entry's own column: the end of a flow collection, an item of a list, the value
// of an explicit key. They belong to the entry above.
const CONTINUES = /^(?:[\]},]|-(?=[ \t\r\n]|$)|:(?=[ \t\r\n]|$))/;
const MARKER = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/;
/** What stands behind the colon of a key under which a map may follow: an anchor, a tag, a comment. */
const NOTHING_BEHIND =
  /^(?:[ \t]+![^\s,[\]{}]*)?(?:[ \t]+&([^\s,[\]{}]+))?(?:[ \t]+![^\s,[\]{}]*)?[ \t]*(?:[ \t]#[^\n]*)?\r?\n$/;
/** A line that begins like a text without quotes. */
const WORD_LINE = /^ *[\p{L}\p{N}_<=@%\u00a0\u202f]/u;

/** The number of spaces that a line begins with. */
export function indentOf(text: string, at = 0): number {
  let i = at;
  while (text.charCodeAt(i) === 32) i++;
  return i - at;
}

/** What the line that begins at `at` is, for keys at column `column`. */
export function kindOf(text: string, at: number, column: number): LineKind {
  const indent = indentOf(text, at);
  const code = text.charCodeAt(at + indent);
  if (code === 10 || code === 35 || Number.isNaN(code) || isBlank(text, at + indent)) return "blank";
  if (indent === 0 && (code === 45 || code === 46) && MARKER.test(text.slice(at, at + 4))) return "marker";
  if (indent > column) return "inside";
  if (code === 9) return "inside";
  if (indent < column) return "outside";
  return CONTINUES.test(text.slice(at + indent, at + indent + 2)) ? "inside" : "entry";
}

function isBlank(text: string, at: number): boolean {
  let i = at;
  while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9 || text.charCodeAt(i) === 13) i++;
  const code = text.charCodeAt(i);
  return code === 10 || Number.isNaN(code);
}

/** Where a line that begins with a key goes on behind the colon; `undefined` if it begins otherwise. */
export function behindKey(line: string): number | undefined {
  const key = implicitKeyAt(line, indentOf(line));
  return key && key.colon + 1;
}

/** Whether a line begins like a text without quotes. */
export function isWord(line: string): boolean {
  return WORD_LINE.test(line);
}

/** Whether this line is a key alone, so that the map below it can be cut; its anchor if it has one. */
export function headOf(line: string): { readonly anchor: string | undefined } | undefined {
  const behind = behindKey(line);
  const match = behind === undefined ? null : NOTHING_BEHIND.exec(line.slice(behind));
  return match ? { anchor: match[1] } : undefined;
}

/** The offset behind the line break that ends the line at `at`. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

/** The number of line breaks, up to a number that is enough. */
export function countLines(text: string, enough = Infinity): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && count < enough; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** Where the first line stands that is neither blank nor a comment; the text's end if there is none. */
export function firstContent(text: string, from = 0): number {
  let at = from;
  while (at < text.length && kindOf(text, at, 0) === "blank") at = nextLine(text, at);
  return at;
}
