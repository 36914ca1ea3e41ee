import { type LineChange, lineChanges } from "../base/line-diff.ts";
import { lineStarts } from "./line-breaks.ts";
import { lineEndOf, withLineEnds } from "./line-ends.ts";
import { comparePositions, type Position, type Range } from "./positions.ts";

/** A text edit of the Language Server Protocol, in positions of the text before it. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Edits sorted by position, with the line ends of a text. They must not overlap. */
export function inOrderOf(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const lineEnd = lineEndOf(text);
  return edits
    .toSorted((a, b) => comparePositions(a.range.start, b.range.start))
    .map(({ range, newText }) => ({ range, newText: withLineEnds(newText, lineEnd) }));
}

/** Applies edits to a text. They must not overlap; inserted text gets the line ends of the text. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = lineStarts(text);
  const offset = ({ line, character }: Position) => (starts[line] ?? text.length) + character;
  let at = 0;
  const parts = inOrderOf(text, edits).flatMap(({ range: { start, end }, newText }) => {
    const unchanged = text.slice(at, offset(start));
    at = offset(end);
    return [unchanged, newText];
  });
  return parts.join("") + text.slice(at);
}

/**
 * The edits from one text to another. Only lines that differ are edited: line by line, without their line ends, where
 * as many lines are removed as added; else as one run of lines.
 */
export function textEditsBetween(before: string, after: string): readonly TextEdit[] {
  const old = wholeLinesOf(before);
  const current = wholeLinesOf(after);
  return lineChanges(old, current).flatMap(
    (change) => lineByLine(change, old, current) ?? [wholeRun(change, old, current)],
  );
}

/** One edit per changed line; `undefined` if the number of lines or a line end changes. */
function lineByLine(
  { from, to, newFrom, newTo }: LineChange,
  old: readonly string[],
  current: readonly string[],
): readonly TextEdit[] | undefined {
  if (to - from !== newTo - newFrom) return undefined;
  const edits: TextEdit[] = [];
  for (let line = from; line < to; line++) {
    const [text, end] = splitLineEnd(old[line]);
    const [newText, newEnd] = splitLineEnd(current[newFrom + line - from]);
    if (end !== newEnd) return undefined;
    const range = { start: { line, character: 0 }, end: { line, character: text.length } };
    if (text !== newText) edits.push({ range, newText });
  }
  return edits;
}

function wholeRun(
  { from, to, newFrom, newTo }: LineChange,
  old: readonly string[],
  current: readonly string[],
): TextEdit {
  const [last, lastEnd] = splitLineEnd(old[to - 1]);
  // A last line without a line break ends at the end of the text.
  const end =
    to === 0 || lastEnd !== "" ? { line: to, character: 0 } : { line: to - 1, character: last.length };
  return {
    range: { start: { line: from, character: 0 }, end },
    newText: current.slice(newFrom, newTo).join(""),
  };
}

/** The lines of a text with their line ends. */
function wholeLinesOf(text: string): readonly string[] {
  const starts = lineStarts(text);
  const lines = starts.map((start, line) => text.slice(start, starts[line + 1]));
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** Splits a line into its text and its line end. */
function splitLineEnd(line = ""): readonly [text: string, end: string] {
  const end = line.endsWith("\r\n") ? 2 : /[\r\n]$/.test(line) ? 1 : 0;
  return [line.slice(0, line.length - end), line.slice(line.length - end)];
}
