import { isOpen, isTickable, type StepState } from "../checklist/state.ts";
import type { ChecklistStep } from "../checklist/step.ts";

/** Whether a step is open although the day until which it was to be done has passed. */
export function isOverdue({ state, tick }: ChecklistStep, today: string): boolean {
  return isOpen(state) && tick?.avant !== undefined && tick.avant < today;
}

/**
 * The place of each step, from 0, in the order in which they come next: what can be done now, by its day where it has one;
 * then what has to be written or corrected first; then what waits; then what is settled. Within these, the order of the
 * checklist.
 */
export function orderOfSteps(steps: readonly ChecklistStep[], today: string): readonly number[] {
  const ranked = steps.map((step, index) => ({ index, rank: rankOf(step, today) }));
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.index - b.index));
  const order: number[] = [];
  for (const [place, { index }] of ranked.entries()) order[index] = place;
  return order;
}

const GROUPS: readonly (readonly StepState[])[] = [
  ["to-do", "to-redo"],
  ["to-write", "blocked-by-error"],
  ["waiting"],
  ["decided", "done"],
  ["not-applicable"],
];

/** A text that sorts: the group, then the day. Without a day, a step comes after those that have one. */
function rankOf(step: ChecklistStep, today: string): string {
  const group = GROUPS.findIndex((states) => states.includes(step.state));
  const day = isTickable(step.state) ? (step.tick?.avant ?? "none") : "";
  return `${isOverdue(step, today) && isTickable(step.state) ? 0 : 1}${group}${day}`;
}
