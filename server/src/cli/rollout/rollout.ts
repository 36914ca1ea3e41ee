import { type Message, say, type Words } from "../../base/say.ts";
import type { EstablishmentChecklist, StepState } from "../../features/protocol.ts";

/** The checklists of some establishments, each with its folder as a path from the working folder. */
export interface Rollout {
  readonly establishments: readonly Listed[];
  /** The path of a file from the working folder. */
  readonly path: (uri: string) => string;
}

export interface Listed extends EstablishmentChecklist {
  readonly folder: string;
}

/** What puts words into a language. */
export type Wording = (message: Message | Words) => string;

/** A sign for each state, for where there is no room for words. */
export const SIGNS: { readonly [S in StepState]: string } = {
  "not-applicable": "·",
  "to-write": "✎",
  "blocked-by-error": "✗",
  "to-redo": "↻",
  done: "✓",
  proved: "✔",
  "blocked-by-item": "⋯",
  "to-do": "○",
};

/** A state in words. */
export const STATES: { readonly [S in StepState]: Message } = {
  "not-applicable": say("not applicable"),
  "to-write": say("to write"),
  "blocked-by-error": say("blocked by an error"),
  "to-redo": say("to redo"),
  done: say("done"),
  proved: say("proved"),
  "blocked-by-item": say("waits for an earlier step"),
  "to-do": say("to do"),
};

/** The states, those that want something done first. */
export const ORDER: readonly StepState[] = [
  "blocked-by-error",
  "to-redo",
  "to-write",
  "to-do",
  "blocked-by-item",
  "done",
  "proved",
  "not-applicable",
];

/** Whether nobody has to act on it any more. */
export function isSettled(state: StepState): boolean {
  return state === "done" || state === "proved" || state === "not-applicable";
}

/** How far an establishment is, in words. */
export function progress({ settled, total, blocked }: EstablishmentChecklist): Message {
  const far = say("{0} of {1} steps settled", settled, total);
  return blocked > 0 ? say("{0}, blocked by errors: {1}", far, blocked) : far;
}

/** What a list of checklists has in common: the phases and their items, as the first has them. */
export function itemsOf({ establishments: [first] }: Rollout): Listed["phases"] {
  return first?.phases ?? [];
}

/** The state of an item in an establishment. */
export function stateIn({ phases }: Listed, slug: string): StepState {
  for (const { items } of phases) for (const item of items) if (item.slug === slug) return item.state;
  return "not-applicable";
}

/** The meaning of the signs. */
export function legend(words: Wording): string {
  return ORDER.map((state) => `${SIGNS[state]} ${words(STATES[state])}`).join("   ");
}
