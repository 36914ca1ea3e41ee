/** How many names of a circle are shown. */
const MAX_SHOWN = 12;

/** The names of a circle, joined by arrows; of a long one those at its beginning and its end. */
export function circleText(names: readonly string[]): string {
  const shown =
    names.length <= MAX_SHOWN
      ? names
      : [...names.slice(0, MAX_SHOWN / 2), "…", ...names.slice(-MAX_SHOWN / 2)];
  return shown.join(" → ");
}
