import { type Message, message } from "../base/message.ts";
import type { StepState } from "./state.ts";

/** A sign for each state, for where there is no room for words. */
export const STATE_SIGNS: { readonly [S in StepState]: string } = {
  "not-applicable": "·",
  "to-write": "✎",
  "blocked-by-error": "✗",
  "to-redo": "↻",
  done: "✓",
  decided: "✔",
  waiting: "⋯",
  "to-do": "○",
};

/** A state in words. */
export const STATE_WORDS: { readonly [S in StepState]: Message } = {
  "not-applicable": message("not applicable"),
  "to-write": message("to write"),
  "blocked-by-error": message("blocked by an error"),
  "to-redo": message("to redo"),
  done: message("done"),
  decided: message("decided"),
  waiting: message("waits for an earlier step"),
  "to-do": message("to do"),
};

/** The states, those that want something done first. */
export const STATE_ORDER: readonly StepState[] = [
  "blocked-by-error",
  "to-redo",
  "to-write",
  "to-do",
  "waiting",
  "done",
  "decided",
  "not-applicable",
];
