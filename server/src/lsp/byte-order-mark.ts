import type { TextDocumentContentChangeEvent } from "vscode-languageserver-protocol";

/** Some clients send it at the start of a text. Here it is no part of the text, but they count it in the columns of line 0. */
const MARK = "\ufeff";

/** Whether a text begins with a byte order mark. */
export function isMarked(text: string): boolean {
  return text.startsWith(MARK);
}

/**
 * A change of a text as a change of the text without its mark, still in the columns of the client, and whether the text has a
 * mark after it.
 */
export function changeWithoutMark(
  change: TextDocumentContentChangeEvent,
  hadMark: boolean,
): { readonly change: TextDocumentContentChangeEvent; readonly hasMark: boolean } {
  const range = "range" in change ? change.range : undefined;
  // The mark of a whole text is skipped when that is parsed.
  if (!range) return { change, hasMark: isMarked(change.text) };
  if (range.start.line > 0 || range.start.character > 0) return { change, hasMark: hadMark };
  // What is typed in front of a mark makes it a character like others.
  const staysBehind = range.end.line === 0 && range.end.character === 0 && hadMark;
  const text = staysBehind ? change.text + MARK : change.text;
  const hasMark = isMarked(text);
  return { change: { ...change, text: hasMark ? text.slice(MARK.length) : text }, hasMark };
}
