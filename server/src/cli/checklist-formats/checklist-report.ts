import { dayInWords } from "../../base/day.ts";
import { type Localize, type Message, message } from "../../base/message.ts";
import { isOpen, type StepState } from "../../checklist/state.ts";
import { STATE_ORDER, STATE_SIGNS, STATE_WORDS } from "../../checklist/state-words.ts";
import type { ChecklistItem, EstablishmentChecklist } from "../../features/protocol.ts";

/** The checklists of some establishments, each with its folder as a path from the working folder. */
export interface ChecklistReport {
  readonly establishments: readonly ListedEstablishment[];
  /** Whether only open steps are printed. */
  readonly todo: boolean;
  /** The path of a file from the working folder. */
  readonly path: (uri: string) => string;
}

export interface ListedEstablishment extends EstablishmentChecklist {
  readonly folder: string;
}

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

/** Of the items of an establishment those to print. */
export function itemsIn(
  { todo }: Pick<ChecklistReport, "todo">,
  items: readonly ChecklistItem[],
): readonly ChecklistItem[] {
  return todo ? items.filter(({ state }) => isOpen(state)) : items;
}

/** The phases and their items to print of all establishments together: those that are open in any of them, if asked for. */
export function commonItems({ establishments, todo }: ChecklistReport): ListedEstablishment["phases"] {
  const [first] = establishments;
  if (!first || !todo) return first?.phases ?? [];
  return first.phases.map((phase) => ({
    ...phase,
    items: phase.items.filter(({ slug }) => establishments.some((one) => isOpen(stateIn(one, slug)))),
  }));
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
  const list = STATE_ORDER.flatMap((state) => {
    const count = counts.get(state);
    return count === undefined ? [] : [`${STATE_SIGNS[state]} ${count}`];
  });
  return localize(message("Total: {0}", list.join("   ")));
}

/** The meaning of the signs. */
export function legend(localize: Localize): string {
  return STATE_ORDER.map((state) => `${STATE_SIGNS[state]} ${localize(STATE_WORDS[state])}`).join("   ");
}
