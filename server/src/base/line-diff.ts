/** A range of lines of one text, and the lines that replace it in another. Counted from 0; the ends are exclusive. */
export interface LineChange {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** The lines of a text as `patch` counts them, with their line feeds, so that a missing one is a difference. */
export function linesWithEnds(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/**
 * The lines in which one text differs from another, in their order, as few as there can be (Myers). The time grows with the
 * number of lines, whatever they are: where two texts differ in more than `FARTHEST` lines without anything certain between
 * them, they are compared stretch by stretch, and some more lines may be told than differ.
 */
export function lineChanges(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  const counterparts = counterpartsOf(before, after);
  const changes: LineChange[] = [];
  let [from, newFrom] = [0, 0];
  for (let to = 0; to <= before.length; to++) {
    const newTo = to < before.length ? counterparts[to] : after.length;
    if (newTo === undefined) continue;
    if (to > from || newTo > newFrom) changes.push({ from, to, newFrom, newTo });
    [from, newFrom] = [to + 1, newTo + 1];
  }
  return changes;
}

/** For the lines of one text, the equal lines of the other, in the same order in both. */
function counterpartsOf(
  before: readonly string[],
  after: readonly string[],
): readonly (number | undefined)[] {
  const found = new Array<number | undefined>(before.length);
  const [old, fresh] = linesInBoth(before, after);
  let [x, y] = [0, 0];
  while (x < old.length && y < fresh.length) {
    const reached = farthest(x, y, old, fresh);
    for (let run: SameRun | undefined = reached; run; run = run.previous)
      for (let i = 0; i < run.length; i++) {
        const line = old[run.x + i];
        if (line) found[line.index] = fresh[run.y + i]?.index;
      }
    [x, y] = [reached.x + reached.length, reached.y + reached.length];
  }
  return found;
}

/** A line of a text: its index, and a number that is the same for equal lines. */
interface NumberedLine {
  readonly index: number;
  readonly id: number;
}

/** The lines of each text that the other contains too. All other lines are changes anyway. */
function linesInBoth(
  before: readonly string[],
  after: readonly string[],
): readonly [readonly NumberedLine[], readonly NumberedLine[]] {
  const ids = new Map<string, number>();
  for (const [index, line] of before.entries()) ids.set(line, index);
  const fresh = numbered(after, (line) => ids.get(line));
  const isInBoth = new Set(fresh.map(({ id }) => id));
  const old = numbered(before, (line) => {
    const id = ids.get(line) ?? -1;
    return isInBoth.has(id) ? id : undefined;
  });
  return [old, fresh];
}

/** The lines that have a number, with that number. */
function numbered(
  lines: readonly string[],
  idOf: (line: string) => number | undefined,
): readonly NumberedLine[] {
  const found: NumberedLine[] = [];
  for (const [index, line] of lines.entries()) {
    const id = idOf(line);
    if (id !== undefined) found.push({ index, id });
  }
  return found;
}

/** A run of equal lines: where it starts in each text, and the runs before it. */
interface SameRun {
  readonly x: number;
  readonly y: number;
  readonly length: number;
  readonly previous: SameRun | undefined;
}

/** The maximum number of changes of one search. Its time and memory grow with the square of this. */
const MAX_CHANGES = 128;

/**
 * The way that passes the most lines with the fewest changes: to the end of both texts, or as far as `FARTHEST` changes
 * lead. On each diagonal, counted from the start, only the way is kept that leads the farthest.
 */
function farthest(
  x: number,
  y: number,
  old: readonly NumberedLine[],
  fresh: readonly NumberedLine[],
): SameRun {
  let best = sameFrom(x, y, old, fresh);
  const ways = new Map([[0, best]]);
  for (let changes = 1; changes <= MAX_CHANGES; changes++) {
    if (progress(best) === old.length + fresh.length) break;
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const way = further(ways.get(diagonal - 1), ways.get(diagonal + 1), old, fresh);
      if (!way) continue;
      ways.set(diagonal, way);
      if (progress(way) > progress(best)) best = way;
    }
  }
  return best;
}

/**
 * The better of two paths after one more change: a deleted line after the first, or an inserted line after the second.
 */
function further(
  left: SameRun | undefined,
  above: SameRun | undefined,
  old: readonly NumberedLine[],
  fresh: readonly NumberedLine[],
): SameRun | undefined {
  const x = left ? left.x + left.length + 1 : -1;
  const y = above ? above.y + above.length + 1 : -1;
  const fromAbove = above && y <= fresh.length ? above.x + above.length : -1;
  if (left && x <= old.length && x > fromAbove) return sameFrom(x, left.y + left.length, old, fresh, left);
  return above && fromAbove >= 0 ? sameFrom(fromAbove, y, old, fresh, above) : undefined;
}

/** The run of equal lines from a position in each text. */
function sameFrom(
  x: number,
  y: number,
  old: readonly NumberedLine[],
  fresh: readonly NumberedLine[],
  previous?: SameRun,
): SameRun {
  let length = 0;
  while (x + length < old.length && old[x + length]?.id === fresh[y + length]?.id) length++;
  return { x, y, length, previous };
}

/** The number of lines of both texts that a run has passed. */
function progress({ x, y, length }: SameRun): number {
  return x + y + 2 * length;
}
