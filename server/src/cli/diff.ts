/** Lines around a change. */
const CONTEXT = 3;

/** What makes one text from another, as a unified diff; nothing if they are equal. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const steps = stepsBetween(linesOf(before), linesOf(after));
  const hunks = hunksOf(steps).map(printed);
  return `--- a/${path}\n+++ b/${path}\n${hunks.join("")}`;
}

/** A line that stays, goes, or comes; `a` and `b` are its places in the two texts. */
interface DiffLine {
  readonly mark: " " | "-" | "+";
  readonly line: string;
  readonly a: number;
  readonly b: number;
}

/** The lines of a text, each with its line end, so that a missing one is seen. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** As many lines are looked at to find where two texts go on together. */
const REACH = 2000;

/**
 * Line by line from one text to another. Fixes change a line here and there: so where the texts part, the nearest place
 * at which they meet again for two lines is where they go on.
 */
function stepsBetween(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const steps: DiffLine[] = [];
  let [a, b] = [0, 0];
  while (a < before.length || b < after.length) {
    const line = before[a];
    if (line !== undefined && line === after[b]) {
      steps.push({ mark: " ", line, a: a++, b: b++ });
      continue;
    }
    const [gone, come] = meeting(before, after, a, b);
    for (const line of before.slice(a, a + gone)) steps.push({ mark: "-", line, a: a++, b });
    for (const line of after.slice(b, b + come)) steps.push({ mark: "+", line, a, b: b++ });
  }
  return steps;
}

/** How many lines go and how many come before the texts meet again. */
function meeting(
  before: readonly string[],
  after: readonly string[],
  a: number,
  b: number,
): [number, number] {
  const most = Math.min(REACH, before.length - a + after.length - b);
  for (let sum = 1; sum <= most; sum++) {
    for (let gone = Math.max(0, sum - (after.length - b)); gone <= Math.min(sum, before.length - a); gone++) {
      const [x, y] = [a + gone, b + sum - gone];
      if (before[x] === after[y] && before[x + 1] === after[y + 1]) return [gone, sum - gone];
    }
  }
  return [before.length - a, after.length - b];
}

/** Runs of changes with what stands around them; runs that come close are one. */
function hunksOf(steps: readonly DiffLine[]): readonly (readonly DiffLine[])[] {
  const hunks: DiffLine[][] = [];
  let end = -1;
  steps.forEach(({ mark }, at) => {
    if (mark === " ") return;
    const from = Math.max(at - CONTEXT, end, 0);
    const to = Math.min(at + CONTEXT + 1, steps.length);
    const last = hunks.at(-1);
    if (last && at - CONTEXT <= end) last.push(...steps.slice(end, to));
    else hunks.push(steps.slice(from, to));
    end = to;
  });
  return hunks;
}

function printed(hunk: readonly DiffLine[]): string {
  const old = hunk.filter(({ mark }) => mark !== "+").length;
  const fresh = hunk.filter(({ mark }) => mark !== "-").length;
  const [first] = hunk;
  const start = (line: number, count: number) =>
    `${count === 0 ? line : line + 1}${count === 1 ? "" : `,${count}`}`;
  const head = `@@ -${start(first?.a ?? 0, old)} +${start(first?.b ?? 0, fresh)} @@\n`;
  return (
    head +
    hunk.map(({ mark, line }) => mark + (line.endsWith("\n") ? line : `${line}\n${NO_LINE_END}`)).join("")
  );
}

const NO_LINE_END = "\\ No newline at end of file\n";
