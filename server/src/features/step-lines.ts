import { itemBySlug, items } from "../schema/checklist.ts";

const STEP_LINE = /^\s+#\s([\w-]+)(?:\s|$)/;

/**
 * The first text of a file of ticks: one comment per step, below which its entry is written. A comment that stays between
 * any two entries is what lets git merge branches that tick different steps: it reports a conflict for changes of lines
 * that touch each other, and for lines inserted at the same place.
 */
export function emptyTickFile(): string {
  const lines = items.map(({ slug, title }) => `  # ${slug} – ${title.fr}`);
  return [HEAD, "deroulement:", ...lines, ""].join("\n");
}

const HEAD =
  "# Chaque étape cochée s'écrit sous sa ligne : deux branches qui cochent des étapes différentes se fusionnent sans conflit.";

/** The lines of a section that are reserved for steps, by slug. `from` and `to` are numbers of lines, `to` excluded. */
export function stepLinesIn(
  lines: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let line = from; line < to; line++) {
    const slug = STEP_LINE.exec(lines[line] ?? "")?.[1];
    if (slug !== undefined && itemBySlug.has(slug) && !found.has(slug)) found.set(slug, line);
  }
  return found;
}
