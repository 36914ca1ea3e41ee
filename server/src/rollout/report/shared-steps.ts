import { isOpen } from "../../checklist/state.ts";
import { items } from "../../schema/checklist.ts";
import type { RolloutReport } from "./rollout-report.ts";

/** A step of the checklist, and how many of these establishments it is open in. */
export interface SharedStep {
  readonly at: number;
  readonly open: number;
}

/** The steps that are open in several establishments, those in the most first. */
export function sharedStepsOf({ establishments }: RolloutReport): readonly SharedStep[] {
  const open = items.map((_, at) => ({
    at,
    open: establishments.filter(({ states }) => isOpen(states[at] ?? "not-applicable")).length,
  }));
  return open.filter((one) => one.open > 1).sort((one, other) => other.open - one.open || one.at - other.at);
}
