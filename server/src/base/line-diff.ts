/** A run of lines of one text, and the lines of another one that stand in its place. From 0, the ends exclusive. */
export interface LineChange {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** The lines of a text, each with its line end, so that texts differ in which only that is missing. */
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

/** For lines of one text, the same lines in the other one, in the same order in both. */
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

/** A line of a text: where it stands, and a number that is the same for equal lines. */
interface NumberedLine {
  readonly index: number;
  readonly id: number;
}

/** Of each text the lines that the other one holds too: what only one of them holds is a change in any case. */
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

/** Lines with their numbers, without those that have none. */
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

/** Lines that are the same in both texts: where they begin in each, and those above that were passed on the way. */
interface SameRun {
  readonly x: number;
  readonly y: number;
  readonly length: number;
  readonly previous: SameRun | undefined;
}

/** More changes than this are not looked for at once. The work grows with their square, the memory too. */
const FARTHEST = 128;

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
  for (let changes = 1; changes <= FARTHEST; changes++) {
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

/** The better of two ways, one change on: a line less of the old text after the one, a line more of the fresh after the other. */
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

/** The lines that are the same from a place in each text on. */
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

/** How many lines of both texts are behind. */
function progress({ x, y, length }: SameRun): number {
  return x + y + 2 * length;
}
