import { hashOf } from "../checklist/fingerprint.ts";
import type { EstablishmentTotals } from "./checklist-protocol.ts";
import type { ChecklistItem, EstablishmentChecklist } from "./protocol.ts";

/** What stands for a checklist as JSON: two of the same revision are the same. */
export function revisionOf(text: string): string {
  return hashOf(text);
}

/** What a list of establishments shows of a checklist; `text` is the checklist as JSON, for its revision. */
export function totalsOf(
  { uri, name, total, settled, blocked, phases }: EstablishmentChecklist,
  text: string,
  tickFile: string | undefined,
): EstablishmentTotals {
  const open = phases.flatMap(({ items }) => items).filter((item) => item.open);
  const count = (matches: (item: ChecklistItem) => boolean) => open.filter(matches).length;
  const assigned = new Map<string, number>();
  for (const { pour } of open) if (pour !== undefined) assigned.set(pour, (assigned.get(pour) ?? 0) + 1);
  return {
    uri,
    name,
    revision: revisionOf(text),
    total,
    settled,
    blocked,
    redo: count(({ state }) => state === "to-redo"),
    overdue: count(({ overdue }) => overdue === true),
    rgpd: count(({ rgpd }) => rgpd),
    assigned: [...assigned].map(([who, number]) => ({ name: who, count: number })),
    ...(tickFile === undefined ? undefined : { tickFile }),
  };
}
