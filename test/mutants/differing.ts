/** The number of unchanged characters that are shown on either side. */
const AROUND = 30;
/** Longer texts are shortened in the middle. */
const LONGEST = 90;

/** The parts in which two texts differ, on one line each, with some context. */
export function differing(before: string, after: string): readonly [string, string] {
  const [one, other] = [before, after].map((text) => text.replace(/\s+/g, " ")) as [string, string];
  const shorter = Math.min(one.length, other.length);
  let front = 0;
  while (front < shorter && one[front] === other[front]) front++;
  let back = 0;
  while (back < shorter - front && one.at(-1 - back) === other.at(-1 - back)) back++;
  const part = (text: string): string => {
    const from = Math.max(0, front - AROUND);
    const to = Math.min(text.length, text.length - back + AROUND);
    return `${from > 0 ? "…" : ""}${cut(text.slice(from, to))}${to < text.length ? "…" : ""}`;
  };
  return [part(one), part(other)];
}

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST / 2)} … ${text.slice(-LONGEST / 2)}`;
}
