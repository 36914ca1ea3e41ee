import { type Message, message } from "../base/message.ts";
import type { Severity } from "../rules/api/rule.ts";
import type { Related } from "../syntax/problem.ts";

/** At most so many findings of one file are shown: more help nobody, and slow down whoever shows them. */
export const MAX_SHOWN = 1000;

const RANKS: { readonly [S in Severity]: number } = { error: 0, warning: 1, information: 2, hint: 3 };

/**
 * The findings of one file that are shown, of all in the order of the text: the most severe, of these the first. `told`
 * makes the last of them say how many are left out, of `count` that there are, held or not.
 */
export function shownFindings<T>(
  findings: readonly T[],
  severityOf: (finding: T) => Severity,
  told: (last: T, remark: (text: string) => Message) => T,
  count = findings.length,
): readonly T[] {
  if (findings.length <= MAX_SHOWN) return findings;
  // Sorting keeps the order of findings of one severity.
  const bySeverity = findings.map((finding, at) => ({ at, rank: RANKS[severityOf(finding)] }));
  bySeverity.sort((a, b) => a.rank - b.rank);
  const kept = new Set(bySeverity.slice(0, MAX_SHOWN).map(({ at }) => at));
  const shown = findings.filter((_, at) => kept.has(at));
  const more = count - MAX_SHOWN;
  const last = shown.pop();
  return last === undefined
    ? shown
    : [...shown, told(last, (text) => message("{0} (and {1} more findings in this file)", text, more))];
}

/** At most so many places that belong to one finding are shown. */
export const MAX_RELATED = 100;

/** The places that belong to a finding; of very many, the first, and the last of these says how many are left out. */
export function shownRelated(related: readonly Related[] = []): readonly Related[] {
  const last = related[MAX_RELATED - 1];
  if (!last || related.length === MAX_RELATED) return related;
  const more = related.length - MAX_RELATED;
  const told = { ...last, message: message("{0} (and {1} more)", last.message, more) };
  return [...related.slice(0, MAX_RELATED - 1), told];
}
