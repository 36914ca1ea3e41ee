import type { ReportedStanding } from "../../server/src/rollout/report/rollout-report.ts";
import { items } from "../../server/src/schema/checklist.ts";

/** An establishment all of whose steps are done, but for what is said. */
export function one(parts: Partial<ReportedStanding> = {}): ReportedStanding {
  return {
    name: "Collège",
    folder: ".",
    states: items.map(() => "done"),
    blocked: [],
    overdue: [],
    next: [],
    assigned: [],
    rights: [],
    duties: [],
    proofs: [],
    errors: 0,
    warnings: 0,
    ...parts,
  };
}

/** An open step with this slug. */
export const open = (slug: string, more = {}) =>
  ({ slug, title: slug, state: "to-do", why: "…", ...more }) as const;
