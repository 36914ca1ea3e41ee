import { closest, distance, foldName } from "./closest.ts";

/** The known name that a word means, and whether that is sure: the two differ in spelling only. */
export interface MeantName {
  readonly name: string;
  readonly sure: boolean;
}

/** Words that may stand in a name or not: `diffuser-les-informations`. */
const SMALL_WORDS = new Set([..."a au aux d de des du en et l la le les un une the of".split(" "), "and"]);

/**
 * The one known name that a word means, where any other word is valid too. Sure if only case, accents, separators or
 * the number (`communications`) differ; otherwise it has to be a slip of the keyboard: each word of the name is the
 * same or a letter apart (two in a long word), and so are all digits. Words that may be names of their own (short ones,
 * codes in capitals, a feminine) mean nothing else. `undefined` also if several names are equally possible.
 */
export function meantName(word: string, names: Iterable<string>): MeantName | undefined {
  const known = [...names];
  if (known.includes(word)) return undefined;
  for (const form of [foldName, solid, singular]) {
    const same = known.filter((name) => form(name) === form(word));
    if (same.length > 0) return same.length === 1 && same[0] ? { name: same[0], sure: true } : undefined;
  }
  const near = known.filter((name) => isSlip(word, name));
  return near.length === 1 && near[0] ? { name: near[0], sure: false } : undefined;
}

/**
 * Whether a text may mean a name: it is near to it, or contains it as a word, as `martin, roux` and `M. Roux` contain
 * `roux`.
 */
export function mayMean(text: string, name: string): boolean {
  const words = wordsOf(text).flatMap((word) => word.split(/[.,;/+&]+/));
  const sought = wordsOf(name);
  return (
    closest(name, [text]).length + closest(text, [name]).length > 0 ||
    (words.length > sought.length && sought.every((word) => words.includes(word)))
  );
}

/** A name in one word: `ws-fed`, `ENT 27`. */
function solid(name: string): string {
  return foldName(name).replaceAll("-", "");
}

/** A name whose words have no mark of the plural. */
function singular(name: string): string {
  return wordsOf(name).map(withoutPlural).join("-");
}

function withoutPlural(word: string): string {
  return word.length > 3 && !/\d/.test(word) ? word.replace(/(?<!s)[sx]$/, "") : word;
}

function wordsOf(name: string): readonly string[] {
  return foldName(name).split("-");
}

/** Whether a word is a name with a slip of the keyboard. */
function isSlip(word: string, name: string): boolean {
  if (isCode(word) || isCode(name)) return false;
  const [written, meant] = [contentOf(word), contentOf(name)];
  if (written.length !== meant.length) return solidSlip(written.join(""), meant.join(""));
  let total = 0;
  for (const [at, one] of written.entries()) {
    const edits = slipsIn(one, meant[at] ?? "");
    if (edits === undefined) return false;
    total += edits;
  }
  return total <= MOST_SLIPS;
}

/** In a whole name. */
const MOST_SLIPS = 2;

function contentOf(name: string): readonly string[] {
  const words = wordsOf(name).map(withoutPlural);
  const content = words.filter((word) => !SMALL_WORDS.has(word));
  return content.length > 0 ? content : words;
}

/** A separator too many or missing, and no more than a letter beside: `difuserinformations`. */
function solidSlip(one: string, other: string): boolean {
  return slipsIn(one, other) !== undefined && Math.abs(one.length - other.length) <= 1;
}

/** How many letters of two words differ; `undefined` if they may be two words. */
function slipsIn(word: string, other: string): number | undefined {
  if (word === other) return 0;
  const length = Math.min(word.length, other.length);
  if (/\d/.test(word + other) || length < 4 || word === `${other}e`) return undefined;
  const most = length >= 9 && word[0] === other[0] ? 2 : 1;
  const edits = distance(word, other, most);
  return edits <= most ? edits : undefined;
}

/** Whether a name is a code: only capitals and digits. */
function isCode(name: string): boolean {
  return name.length <= 6 && /^[\p{Lu}\d]+$/u.test(name);
}
