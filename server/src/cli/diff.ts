import { type LineChange, lineChanges, linesWithEnds } from "../base/line-diff.ts";

/** How many unchanged lines are printed around a change. */
const CONTEXT = 3;

/** The unified diff from one text to another; an empty string if they are equal. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const old = linesWithEnds(before);
  const updated = linesWithEnds(after);
  const hunks = hunksOf(lineChanges(old, updated)).map((changes) => printed(changes, old, updated));
  return `--- a/${path}\n+++ b/${path}\n${hunks.join("")}`;
}

/** Groups changes whose context lines touch or overlap. */
function hunksOf(changes: readonly LineChange[]): readonly (readonly LineChange[])[] {
  const hunks: LineChange[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    const above = last?.at(-1);
    if (last && above && change.from - above.to <= 2 * CONTEXT) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function printed(changes: readonly LineChange[], old: readonly string[], updated: readonly string[]): string {
  const [first] = changes;
  const last = changes.at(-1);
  if (!first || !last) return "";
  const above = Math.min(CONTEXT, first.from);
  const below = Math.min(CONTEXT, old.length - last.to);
  let at = first.from - above;
  const parts = changes.flatMap(({ from, to, newFrom, newTo }) => {
    const unchanged = old.slice(at, from);
    at = to;
    return [
      marked(" ", unchanged),
      marked("-", old.slice(from, to)),
      marked("+", updated.slice(newFrom, newTo)),
    ];
  });
  const text = [...parts, marked(" ", old.slice(at, at + below))].join("");
  const removed = extent(first.from - above, last.to + below);
  const added = extent(first.newFrom - above, last.newTo + below);
  return `@@ -${removed} +${added} @@\n${text}`;
}

/** Lines as in the header of a hunk: counted from 1; an empty range is given by the line above it. */
function extent(from: number, to: number): string {
  const count = to - from;
  return `${count === 0 ? from : from + 1}${count === 1 ? "" : `,${count}`}`;
}

/** Lines with a mark before each. Only the last line of a text may have no line end. */
function marked(mark: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const text = mark + lines.join(mark);
  return text.endsWith("\n") ? text : `${text}\n${NO_LINE_END}`;
}

const NO_LINE_END = "\\ No newline at end of file\n";
