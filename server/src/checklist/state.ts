/** The states of a step, in the order of evaluation: the first that matches is the state. */
export type StepState =
  | "not-applicable"
  | "to-write"
  | "blocked-by-error"
  | "to-redo"
  | "done"
  | "decided"
  | "waiting"
  | "to-do";

/** Whether a step in this state still requires an action. */
export function isOpen(state: StepState): boolean {
  return state !== "not-applicable" && state !== "done" && state !== "decided";
}

/** Whether a user may tick a step in this state. */
export function isTickable(state: StepState): boolean {
  return state === "to-do" || state === "to-redo";
}
