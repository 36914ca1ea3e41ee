/** The page after the last step. */
export const END = "";

/** The order in which steps are shown: those that were put off come last, and after them the end. */
export function sequenceOf(slugs: readonly string[], later: readonly string[]): readonly string[] {
  const open = new Set(slugs);
  const putOff = new Set(later);
  return [...slugs.filter((slug) => !putOff.has(slug)), ...later.filter((slug) => open.has(slug)), END];
}

/**
 * The page that comes after (`by` 1) or before (-1) another one; after the end comes the beginning. If the page does not
 * exist any more, its place in the sequence of before counts.
 */
export function neighbour(
  now: readonly string[],
  former: readonly string[],
  slug: string,
  by: 1 | -1,
): string {
  const at = now.indexOf(slug);
  if (at >= 0) return now[(at + by + now.length) % now.length] ?? END;

  const known = new Set(now);
  const was = former.indexOf(slug);
  if (was < 0) return now[0] ?? END;
  for (let step = 1; step <= former.length; step++) {
    const other = former[(was + by * step + former.length * step) % former.length] ?? END;
    if (known.has(other)) return other;
  }
  return END;
}

/**
 * The steps that are put off once this one is too. One that is keeps its place: whoever puts all of them off again and
 * again comes to the end, and from there to the first step.
 */
export function putOff(later: readonly string[], slug: string): readonly string[] {
  return later.includes(slug) ? later : [...later, slug];
}
