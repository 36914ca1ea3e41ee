/** The states of a step of the rollout, in the order in which they are tried: the first that holds is taken. */
export type StepState =
  | "not-applicable"
  | "to-write"
  | "blocked-by-error"
  | "to-redo"
  | "done"
  | "decided"
  | "waiting"
  | "to-do";

/** Whether somebody still has to act on a step in this state. */
export function isOpen(state: StepState): boolean {
  return state !== "not-applicable" && state !== "done" && state !== "decided";
}
