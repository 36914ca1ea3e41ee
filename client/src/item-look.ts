import type { ChecklistItem, ChecklistPhase, StepState } from "../../server/src/features/protocol.ts";

/** What puts a text into the language of VS Code: its own `l10n`, handed in so that tests need no VS Code. */
export interface Words {
  t(text: string, ...values: (string | number)[]): string;
}

/** How an item looks and sounds. */
export interface ItemLook {
  readonly state: string;
  readonly icon: string;
  /** Id of a theme colour; none where the colour of text will do. */
  readonly color?: string;
  /** For who hears the tree instead of seeing it. */
  readonly spoken: string;
  /** Whether a checkbox stands before it, and whether it is ticked. */
  readonly checked?: boolean;
  /** What may be done with it, for the `when` of menus. */
  readonly context: string;
}

const ICONS: Readonly<Record<StepState, readonly [icon: string, color?: string]>> = {
  "not-applicable": ["circle-slash", "disabledForeground"],
  "to-write": ["edit", "list.warningForeground"],
  "blocked-by-error": ["error", "list.errorForeground"],
  "to-redo": ["history", "list.warningForeground"],
  done: ["pass-filled", "testing.iconPassed"],
  proved: ["verified", "testing.iconPassed"],
  "blocked-by-item": ["lock", "disabledForeground"],
  "to-do": ["circle-large-outline"],
};

/** The look of one item: its state is the server's, the rest follows from it. */
export function lookOf(item: ChecklistItem, words: Words): ItemLook {
  const [icon, color] = ICONS[item.state];
  const state = stateOf(item, words);
  const checked = item.state === "done" ? true : item.tickable ? false : undefined;
  return {
    state,
    icon,
    ...(color === undefined ? {} : { color }),
    spoken: [item.title, state, item.why].filter((part) => part !== "").join(", "),
    ...(checked === undefined ? {} : { checked }),
    context: contextOf(item),
  };
}

/** Whether somebody still has to act on it. */
export function isOpen({ state }: ChecklistItem): boolean {
  return state !== "not-applicable" && state !== "done" && state !== "proved";
}

/** Settled and applicable items of a phase, as “3/5”. */
export function progressOf({ items }: ChecklistPhase): string {
  const applicable = items.filter(({ state }) => state !== "not-applicable");
  return `${applicable.filter((item) => !isOpen(item)).length}/${applicable.length}`;
}

function stateOf({ state, fait }: ChecklistItem, words: Words): string {
  switch (state) {
    case "not-applicable":
      return words.t("not applicable");
    case "to-write":
      return words.t("to write");
    case "blocked-by-error":
      return words.t("blocked by an error");
    case "to-redo":
      return words.t("to redo");
    case "done":
      if (!fait) return words.t("done");
      return fait.par
        ? words.t("done on {0} by {1}", fait.date, fait.par)
        : words.t("done on {0}", fait.date);
    case "proved":
      return words.t("proved");
    case "blocked-by-item":
      return words.t("waits for an earlier step");
    case "to-do":
      return words.t("to do");
  }
}

function contextOf({ state, tickable, fait, reopenable, place }: ChecklistItem): string {
  const may = ["item"];
  if (tickable) may.push("tickable");
  // What a person decided, a person may take back; what follows from the values only the values change.
  if (fait || reopenable || state === "done" || state === "to-redo") may.push("reopenable");
  else if (state !== "not-applicable" && state !== "proved") may.push("dismissable");
  if (place) may.push("placed");
  return may.join(" ");
}
