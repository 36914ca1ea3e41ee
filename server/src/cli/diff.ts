import { type LineChange, lineChanges, linesWithEnds } from "../base/line-diff.ts";

/** Lines around a change. */
const CONTEXT = 3;

/** What makes one text from another, as a unified diff; nothing if they are equal. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const old = linesWithEnds(before);
  const fresh = linesWithEnds(after);
  const hunks = hunksOf(lineChanges(old, fresh)).map((changes) => printed(changes, old, fresh));
  return `--- a/${path}\n+++ b/${path}\n${hunks.join("")}`;
}

/** Changes of which what stands around them meets are printed as one. */
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

function printed(changes: readonly LineChange[], old: readonly string[], fresh: readonly string[]): string {
  const [first] = changes;
  const last = changes.at(-1);
  if (!first || !last) return "";
  const above = Math.min(CONTEXT, first.from);
  const below = Math.min(CONTEXT, old.length - last.to);
  let at = first.from - above;
  const parts = changes.flatMap(({ from, to, newFrom, newTo }) => {
    const kept = old.slice(at, from);
    at = to;
    return [marked(" ", kept), marked("-", old.slice(from, to)), marked("+", fresh.slice(newFrom, newTo))];
  });
  const text = [...parts, marked(" ", old.slice(at, at + below))].join("");
  const removed = extent(first.from - above, last.to + below);
  const added = extent(first.newFrom - above, last.newTo + below);
  return `@@ -${removed} +${added} @@\n${text}`;
}

/** Lines as a hunk's head counts them: from 1; of none, the line above. */
function extent(from: number, to: number): string {
  const count = to - from;
  return `${count === 0 ? from : from + 1}${count === 1 ? "" : `,${count}`}`;
}

/** Lines with a mark in front of each. Only the last of a text may have no line end. */
function marked(mark: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const text = mark + lines.join(mark);
  return text.endsWith("\n") ? text : `${text}\n${NO_LINE_END}`;
}

const NO_LINE_END = "\\ No newline at end of file\n";
