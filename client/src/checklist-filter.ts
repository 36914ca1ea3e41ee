import type { EstablishmentTotals } from "../../server/src/features/checklist-protocol.ts";
import type { ChecklistItem } from "../../server/src/features/protocol.ts";

/** What the checklist shows: the values of the setting `rentree.checklist.show`. */
export type Show = "all" | "todo" | "mine" | "overdue" | "rgpd" | "blocked" | "redo" | "everything";

/** All of them, in the order in which they are offered. */
export const SHOWS: readonly Show[] = [
  "all",
  "todo",
  "mine",
  "overdue",
  "rgpd",
  "blocked",
  "redo",
  "everything",
];

/** Which steps are shown. */
export interface ChecklistFilter {
  readonly show: Show;
  /** The only phase that is shown. */
  readonly phase?: number;
  /** Who “mine” is; empty if that is not known. */
  readonly me: string;
}

/** Whether a step is shown. What a person or the server said of it decides; nothing is computed here. */
export function isShown({ show, me }: ChecklistFilter, item: ChecklistItem): boolean {
  if (show === "everything") return true;
  if (item.state === "not-applicable") return false;
  if (show === "all") return true;
  return item.open && isOfKind(show, item, me);
}

function isOfKind(show: Show, { state, pour, overdue, rgpd }: ChecklistItem, me: string): boolean {
  switch (show) {
    case "mine":
      return pour !== undefined && pour === me;
    case "overdue":
      return overdue === true;
    case "rgpd":
      return rgpd;
    case "blocked":
      return state === "blocked-by-error";
    case "redo":
      return state === "to-redo";
    default:
      return true;
  }
}

/** How many steps of an establishment are shown, as far as its totals tell: those that are not loaded are hidden by it. */
export function countShown({ show, me }: ChecklistFilter, totals: EstablishmentTotals): number {
  switch (show) {
    case "mine":
      return totals.assigned.find(({ name }) => name === me)?.count ?? 0;
    case "overdue":
      return totals.overdue;
    case "rgpd":
      return totals.rgpd;
    case "blocked":
      return totals.blocked;
    case "redo":
      return totals.redo;
    case "todo":
      return totals.total - totals.settled;
    default:
      return totals.total;
  }
}
