import type { Localize } from "../../base/message.ts";
import { items, phases } from "../../schema/checklist.ts";
import { progressOf } from "../progress.ts";
import { isReady, type RolloutReport } from "./rollout-report.ts";
import { sharedStepsOf } from "./shared-steps.ts";

/**
 * A report for programs, as the README's page describes it. `version` is increased when its shape or the name of a state
 * changes. States are those of `rentree checklist --format json`.
 */
export function jsonReport(report: RolloutReport, localize: Localize): string {
  const { today, establishments, findings } = report;
  const list = establishments.map((one) => {
    const { name, rne, year, start, folder, errors, warnings, states } = one;
    const { total, settled, counts } = progressOf(states);
    return {
      folder,
      name,
      rne,
      year,
      start,
      ready: isReady(one),
      total,
      settled,
      errors,
      warnings,
      counts,
      phases: phases.map(({ id, title }) => {
        const { total, settled, counts } = progressOf(states, id);
        return { id, title: localize(title), total, settled, counts };
      }),
      states: Object.fromEntries(states.map((state, at) => [items[at]?.slug ?? "", state])),
      blocked: one.blocked,
      overdue: one.overdue,
      next: one.next,
      assigned: one.assigned,
      rights: one.rights,
      duties: one.duties,
      proofs: one.proofs,
    };
  });
  const inCommon = {
    findings: findings.map(({ names: _, folders, ...one }) => ({ ...one, establishments: folders })),
    steps: sharedStepsOf(report).flatMap(({ at, open }) => {
      const item = items[at];
      return item ? [{ slug: item.slug, title: localize(item.title), open }] : [];
    }),
  };
  return JSON.stringify({ version: 1, today, establishments: list, inCommon }, null, 2);
}
