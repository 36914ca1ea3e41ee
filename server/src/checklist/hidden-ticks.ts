import { isOnPrivateLine, withoutTexts } from "../analysis/conceal.ts";
import { fileOf, type Snapshot } from "../model/snapshot.ts";
import type { ChecklistStep } from "./step.ts";

/** Stands for a text that is not shown. */
const HIDDEN = "…";
const TEXTS = ["par", "pour", "note", "sansObjet"] as const;

/**
 * A step without what people wrote about it, if that stands on a line that holds something private: of such a line nothing
 * is shown. For showing only: what is written again comes from the step itself.
 */
export function withoutHiddenTick(step: ChecklistStep, snapshot: Snapshot): ChecklistStep {
  const { tick, why } = step;
  if (!tick || !isOnPrivateLine(tick.entry.key, fileOf(snapshot, tick.entry.key))) return step;
  const written = TEXTS.filter((key) => tick[key] !== undefined);
  return {
    ...step,
    why: withoutTexts(why, new Set(written.map((key) => tick[key] ?? ""))),
    tick: { ...tick, ...Object.fromEntries(written.map((key) => [key, HIDDEN])) },
  };
}
