import { type ItemSpec, itemBySlug, items } from "../schema/checklist.ts";

const STEP_LINE = /^\s+#\s([\w-]+)(?:\s|$)/;

/**
 * The first text of a file of ticks: one comment per step, below which its entry is written. A comment that stays between
 * any two entries is what lets git merge branches that tick different steps: it reports a conflict for changes of lines
 * that touch each other, and for lines inserted at the same place.
 */
export function emptyTickFile(): string {
  return [STEP_LINES_EXPLAINED, "deroulement:", ...items.map((item) => `  ${stepLine(item)}`), ""].join("\n");
}

function stepLine({ slug, title }: ItemSpec): string {
  return `# ${slug} – ${title.fr}`;
}

/** Says in a file of ticks what the comments in it are for. */
export const STEP_LINES_EXPLAINED =
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

/** Comments around a new entry, without indentation. */
export interface LinesAround {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** No comments. */
export const NO_LINES: LinesAround = { above: [], below: [] };

/**
 * The lines to reserve with a new entry in a file that was begun without them: for the steps between the entries that it
 * comes between, and for the one below. Once they are there, branches that tick these steps merge; entries farther away
 * are left alone, so that a branch that ticks there merges as before.
 */
export function linesToReserve(
  slug: string,
  entries: ReadonlySet<string>,
  reserved: ReadonlySet<string>,
): LinesAround {
  const at = items.findIndex((item) => item.slug === slug);
  if (at < 0 || reserved.has(slug)) return NO_LINES;
  const isThere = (item: ItemSpec) => entries.has(item.slug) || reserved.has(item.slug);
  const first = items.findLastIndex((item, index) => index < at && isThere(item)) + 1;
  const next = items.findIndex((item, index) => index > at && isThere(item));
  const needsLine = next >= 0 && !reserved.has(items[next]?.slug ?? "");
  const end = next < 0 ? items.length : needsLine ? next + 1 : next;
  return {
    above: items.slice(first, at + 1).map(stepLine),
    below: items.slice(at + 1, end).map(stepLine),
  };
}
