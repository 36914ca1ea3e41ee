/** Longer texts are seldom the same. */
const LONGEST = 24;
/** A power of two. */
const SLOTS = 4096;

const recent: string[] = new Array<string>(SLOTS).fill("");

/**
 * A piece of a text, by the same string as the last time if it is a word that was read a moment ago: a configuration
 * says the same few words over and over, and equal strings that are one string take no room and compare at once.
 */
export function intern(text: string, from: number, to: number): string {
  const length = to - from;
  if (length > LONGEST) return text.slice(from, to);
  let hash = length;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
  const known = recent[slot] ?? "";
  if (known.length === length && text.startsWith(known, from)) return known;
  const word = owned(text.slice(from, to));
  recent[slot] = word;
  return word;
}

/** A copy: a slice would keep the whole text in memory that it is a part of. */
function owned(slice: string): string {
  return ` ${slice}`.slice(1);
}
