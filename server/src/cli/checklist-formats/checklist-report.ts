import { dayInWords } from "../../base/day.ts";
import { type Localize, type Message, message } from "../../base/message.ts";
import type { StepState } from "../../checklist/state.ts";
import type { ChecklistItem, EstablishmentChecklist } from "../../features/protocol.ts";

/** The checklists of some establishments, each with its folder as a path from the working folder. */
export interface ChecklistReport {
  readonly establishments: readonly ListedEstablishment[];
  /** The path of a file from the working folder. */
  readonly path: (uri: string) => string;
}

export interface ListedEstablishment extends EstablishmentChecklist {
  readonly folder: string;
}

/** A sign for each state, for where there is no room for words. */
export const SIGNS: { readonly [S in StepState]: string } = {
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
export const STATES: { readonly [S in StepState]: Message } = {
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
export const ORDER: readonly StepState[] = [
  "blocked-by-error",
  "to-redo",
  "to-write",
  "to-do",
  "waiting",
  "done",
  "decided",
  "not-applicable",
];

/** How far an establishment is, in words. */
export function progress({ settled, total, blocked }: EstablishmentChecklist): Message {
  const far = message("{0} of {1} steps settled", settled, total);
  return blocked > 0 ? message("{0}, blocked by errors: {1}", far, blocked) : far;
}

/** Who is to do an open item and until when, in words; nothing where nobody said. */
export function assignment({ open, pour, avant }: ChecklistItem): Message | undefined {
  if (!open) return undefined;
  if (pour !== undefined && avant !== undefined)
    return message("for {0}, until {1}", pour, dayInWords(avant));
  if (pour !== undefined) return message("for {0}", pour);
  return avant === undefined ? undefined : message("until {0}", dayInWords(avant));
}

/** What a list of checklists has in common: the phases and their items, as the first has them. */
export function commonItems({ establishments: [first] }: ChecklistReport): ListedEstablishment["phases"] {
  return first?.phases ?? [];
}

/** The state of an item in an establishment. */
export function stateIn({ phases }: ListedEstablishment, slug: string): StepState {
  for (const { items } of phases) for (const item of items) if (item.slug === slug) return item.state;
  return "not-applicable";
}

/** How many steps are in each state, over all establishments. */
export function totals({ establishments }: ChecklistReport, localize: Localize): string {
  const counts = new Map<StepState, number>();
  for (const { phases } of establishments)
    for (const { items } of phases)
      for (const { state } of items) counts.set(state, (counts.get(state) ?? 0) + 1);
  const list = ORDER.flatMap((state) => {
    const count = counts.get(state);
    return count === undefined ? [] : [`${SIGNS[state]} ${count}`];
  });
  return localize(message("Total: {0}", list.join("   ")));
}

/** The meaning of the signs. */
export function legend(localize: Localize): string {
  return ORDER.map((state) => `${SIGNS[state]} ${localize(STATES[state])}`).join("   ");
}
