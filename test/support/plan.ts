import { wordsOf } from "../../client/src/item-look.ts";
import type { EstablishmentPlan, PlanScreen, PlanStep } from "../../server/src/features/plan-protocol.ts";
import type { ChecklistItem } from "../../server/src/features/protocol.ts";

/** An open step of the plan for tests; its title is its slug. */
export function planStep(
  slug: string,
  more: Partial<PlanStep> = {},
  item: Partial<ChecklistItem> = {},
): PlanStep {
  return {
    item: {
      slug,
      title: slug,
      what: "",
      state: "to-do",
      open: true,
      why: "",
      rgpd: false,
      tickable: true,
      detailed: false,
      ...item,
    },
    phase: { id: 1, title: "Base" },
    waitsFor: [],
    enteredWith: [],
    onlyChanges: false,
    screens: [],
    ...more,
  };
}

/** A plan of these steps. */
export function planOf(steps: readonly PlanStep[], rest: readonly PlanScreen[] = []): EstablishmentPlan {
  return { uri: "file:///s/a", name: "Collège A", steps, rest };
}

/** English words, as VS Code puts them together. */
export const plainWords = wordsOf(
  {
    t: (text, ...values) => text.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)])),
  },
  "en",
);
