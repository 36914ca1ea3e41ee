/** A name that is folded already, as all keys of the language are. */
const FOLDED = /^[a-z\d]+(?:-[a-z\d]+)*$/;

/**
 * A name in the form in which names are compared: no accents, small letters, and one `-` for each run of `-`, `_`,
 * spaces and apostrophes.
 */
export function foldName(name: string): string {
  if (FOLDED.test(name)) return name;
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/œ/gi, "oe")
    .toLowerCase()
    .replace(/[-_\s’']+/g, "-");
}

/**
 * The names nearest to a word by edit distance: one, or two at the same distance; none if more than two are equally
 * near or all are too far. A name equal to the word is not a candidate.
 */
export function closest(word: string, names: Iterable<string>): readonly string[] {
  const folded = foldName(word);
  const letters = lettersOf(folded);
  let nearest: string[] = [];
  let best = maxEdits(folded.length);
  for (const name of names) {
    if (name === word) continue;
    const candidate = foldName(name);
    if (Math.abs(candidate.length - folded.length) > best) continue;
    if (differsTooMuch(letters, lettersOf(candidate), best)) continue;
    const edits = distance(folded, candidate, best);
    if (edits > best) continue;
    if (edits < best) nearest = [];
    best = edits;
    nearest.push(name);
  }
  return nearest.length <= 2 ? nearest : [];
}

/** The letters and digits of a folded name, as a set of bits. Different characters may share a bit. */
function lettersOf(folded: string): number {
  let bits = 0;
  for (let at = 0; at < folded.length; at++) bits |= 1 << (folded.charCodeAt(at) & 31);
  return bits;
}

/** Whether one of two names has more letters that the other lacks than edits are allowed. */
function differsTooMuch(one: number, other: number, most: number): boolean {
  return bitsIn(one & ~other) > most || bitsIn(other & ~one) > most;
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** How many edits away from a word of this length a name may be. */
function maxEdits(length: number): number {
  if (length < 3) return 0;
  if (length < 6) return 1;
  return length < 10 ? 2 : 3;
}

/** The Damerau–Levenshtein distance (optimal string alignment); any number above `most` if it exceeds `most`. */
export function distance(a: string, b: string, most: number): number {
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
