import { isOpen, type StepState } from "../checklist/state.ts";
import { items } from "../schema/checklist.ts";

/** How far some steps are. A step that is not applicable does not count. */
export interface RolloutProgress {
  readonly total: number;
  /** Done or decided. */
  readonly settled: number;
  readonly counts: { readonly [S in StepState]?: number };
}

/** How far an establishment is, by the states of its steps in the order of the checklist; in one phase, or in all. */
export function progressOf(states: readonly StepState[], phase?: number): RolloutProgress {
  const counts: { [S in StepState]?: number } = {};
  let total = 0;
  let settled = 0;
  for (const [at, state] of states.entries()) {
    if (phase !== undefined && items[at]?.phase !== phase) continue;
    counts[state] = (counts[state] ?? 0) + 1;
    if (state === "not-applicable") continue;
    total++;
    if (!isOpen(state)) settled++;
  }
  return { total, settled, counts };
}

/** The sum of several. */
export function sumOf(all: readonly RolloutProgress[]): RolloutProgress {
  const counts: { [S in StepState]?: number } = {};
  for (const one of all)
    for (const [state, count] of Object.entries(one.counts) as [StepState, number][])
      counts[state] = (counts[state] ?? 0) + count;
  const sum = (key: "total" | "settled") => all.reduce((total, one) => total + one[key], 0);
  return { total: sum("total"), settled: sum("settled"), counts };
}
