/** Longer strings are rarely equal. */
const LONGEST = 24;
/** The size of the table; a power of two. */
const SLOTS = 4096;

const recent: string[] = new Array<string>(SLOTS).fill("");

/**
 * The substring from `from` to `to`. Returns the same string object as before if the word was read recently: a
 * configuration repeats a small set of words, and shared strings save memory and compare by identity.
 */
export function intern(text: string, from: number, to: number): string {
  const length = to - from;
  if (length > LONGEST) return text.slice(from, to);
  let hash = length;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
  const cached = recent[slot] ?? "";
  if (cached.length === length && text.startsWith(cached, from)) return cached;
  const word = copyOf(text.slice(from, to));
  recent[slot] = word;
  return word;
}

/** A copy: a slice would keep the whole source text in memory. */
function copyOf(slice: string): string {
  return ` ${slice}`.slice(1);
}
