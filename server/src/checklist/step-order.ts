import { memoTuple } from "../base/memo.ts";
import type { MapValue } from "../schema/value.ts";
import type { Prerequisites } from "./prerequisites.ts";
import { isOpen } from "./state.ts";
import type { ChecklistStep } from "./step.ts";
import * as why from "./step-messages.ts";
import type { WrittenTick } from "./step-tick.ts";
import { isSureToApply } from "./step-values.ts";

/**
 * A step that was done before something that has to come first: it stays done, and its sentence tells. Told is what was
 * done on a later day (within a day nobody wrote the order down), and what overwrites the base, wherever it comes first,
 * even if it is still to be done.
 */
export function withOrderTold(
  step: ChecklistStep,
  prerequisites: Prerequisites,
  root: MapValue,
): ChecklistStep {
  const { state, tick, item } = step;
  if (state !== "done" || !tick) return step;
  const overwriting = [...prerequisites.all(item)].find(
    (one) => one.item.overwrites && isTooLate(one, tick, root),
  );
  const [late] = overwriting
    ? [overwriting]
    : prerequisites.failing(item, (one) => isTooLate(one, tick, root));
  return late ? told([step, late]) : step;
}

function isTooLate({ item, state, tick }: ChecklistStep, { fait }: WrittenTick, root: MapValue): boolean {
  if (fait === undefined) return false;
  if (tick?.fait !== undefined) return tick.fait > fait;
  return item.overwrites && isOpen(state) && isSureToApply(item, root);
}

const told = memoTuple(
  (step: ChecklistStep, late: ChecklistStep): ChecklistStep => ({
    ...step,
    why: why.tooLate(step.why, late.item, late.tick),
  }),
);
