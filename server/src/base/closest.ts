/** A name that folding leaves as it is: so are all keys of the language. */
const FOLDED = /^[a-z\d]+(?:-[a-z\d]+)*$/;

/** A name as it is compared: accents and case folded, `-`, `_` and space the same. */
export function foldName(name: string): string {
  if (FOLDED.test(name)) return name;
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/œ/gi, "oe")
    .toLowerCase()
    .replace(/[-_\s’']+/g, "-");
}

/** The names nearest to a word: one, two if they are as near, none if all are far. Equal names are not among them. */
export function closest(word: string, names: Iterable<string>): readonly string[] {
  const wanted = foldName(word);
  let found: string[] = [];
  let best = reach(wanted.length);
  for (const name of names) {
    if (name === word) continue;
    const other = foldName(name);
    if (Math.abs(other.length - wanted.length) > best) continue;
    const away = distance(wanted, other, best);
    if (away > best) continue;
    if (away < best) found = [];
    best = away;
    found.push(name);
  }
  return found.length <= 2 ? found : [];
}

/** How many slips a word of this length may hold and still be meant. */
function reach(length: number): number {
  if (length < 3) return 0;
  if (length < 6) return 1;
  return length < 10 ? 2 : 3;
}

/** Damerau's distance (optimal string alignment), or more than `most`. */
function distance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow(a, b, i, above, before);
    if (Math.min(...row) > most) return most + 1;
    before = above;
    above = row;
  }
  return above[b.length] ?? most + 1;
}

function nextRow(
  a: string,
  b: string,
  i: number,
  above: readonly number[],
  before: readonly number[],
): number[] {
  const row = [i];
  for (let j = 1; j <= b.length; j++) {
    const cost = a[i - 1] === b[j - 1] ? 0 : 1;
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const value = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost);
    row.push(swapped ? Math.min(value, (before[j - 2] ?? 0) + 1) : value);
  }
  return row;
}
