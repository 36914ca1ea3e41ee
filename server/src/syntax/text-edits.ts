import { type LineChange, lineChanges, linesWithEnds } from "../base/line-diff.ts";
import { lineEndOf, withLineEnds } from "./line-ends.ts";
import { comparePositions, type Position, type Range } from "./positions.ts";

/** One change of a text, in the positions of that text, as the Language Server Protocol has it. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Edits in the order of a text, with its own line ends. They may not overlap. */
export function inOrderOf(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const lineEnd = lineEndOf(text);
  return edits
    .toSorted((one, other) => comparePositions(one.range.start, other.range.start))
    .map(({ range, newText }) => ({ range, newText: withLineEnds(newText, lineEnd) }));
}

/** A text with edits applied, which may not overlap; what they write ends its lines as the text does. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const offset = ({ line, character }: Position) => (starts[line] ?? text.length) + character;
  let at = 0;
  const parts = inOrderOf(text, edits).flatMap(({ range: { start, end }, newText }) => {
    const kept = text.slice(at, offset(start));
    at = offset(end);
    return [kept, newText];
  });
  return parts.join("") + text.slice(at);
}

/**
 * The edits that make one text of another. They touch only lines that differ: where as many come as go, each for itself and
 * without its line end; else a run of lines as a whole.
 */
export function textEditsBetween(before: string, after: string): readonly TextEdit[] {
  const old = linesWithEnds(before);
  const fresh = linesWithEnds(after);
  return lineChanges(old, fresh).flatMap(
    (change) => lineByLine(change, old, fresh) ?? [runReplaced(change, old, fresh)],
  );
}

/** `undefined` where lines come or go, or end otherwise than before. */
function lineByLine(
  { from, to, newFrom, newTo }: LineChange,
  old: readonly string[],
  fresh: readonly string[],
): readonly TextEdit[] | undefined {
  if (to - from !== newTo - newFrom) return undefined;
  const edits: TextEdit[] = [];
  for (let line = from; line < to; line++) {
    const [text, end] = parted(old[line]);
    const [newText, newEnd] = parted(fresh[newFrom + line - from]);
    if (end !== newEnd) return undefined;
    const range = { start: { line, character: 0 }, end: { line, character: text.length } };
    if (text !== newText) edits.push({ range, newText });
  }
  return edits;
}

function runReplaced(
  { from, to, newFrom, newTo }: LineChange,
  old: readonly string[],
  fresh: readonly string[],
): TextEdit {
  const [last, lastEnd] = parted(old[to - 1]);
  // A last line without a line end ends where the text does.
  const end =
    to === 0 || lastEnd !== "" ? { line: to, character: 0 } : { line: to - 1, character: last.length };
  return {
    range: { start: { line: from, character: 0 }, end },
    newText: fresh.slice(newFrom, newTo).join(""),
  };
}

/** A line without its line end, and that. */
function parted(line = ""): readonly [text: string, end: string] {
  const end = line.endsWith("\r\n") ? 2 : line.endsWith("\n") ? 1 : 0;
  return [line.slice(0, line.length - end), line.slice(line.length - end)];
}
