import { memoTuple } from "../base/memo.ts";
import type { MapValue } from "../schema/value.ts";
import type { Prerequisites } from "./prerequisites.ts";
import { isOpen } from "./state.ts";
import type { ChecklistStep } from "./step.ts";
import * as why from "./step-messages.ts";
import type { WrittenTick } from "./step-tick.ts";
import { isSureToApply } from "./step-values.ts";

/**
 * Adds a remark to the message of a step that was done before one of its prerequisites; its state stays `done`. This
 * concerns prerequisites that were done on a later day (the order within a day is not recorded), and those that
 * overwrite the base, also indirect or still open ones.
 */
export function withOrderTold(
  step: ChecklistStep,
  prerequisites: Prerequisites,
  root: MapValue,
): ChecklistStep {
  const { state, tick, item } = step;
  if (state !== "done" || !tick) return step;
  const overwriting = [...prerequisites.all(item)].find(
    (prerequisite) => prerequisite.item.overwrites && isTooLate(prerequisite, tick, root),
  );
  const [late] = overwriting
    ? [overwriting]
    : prerequisites.failing(item, (prerequisite) => isTooLate(prerequisite, tick, root));
  return late ? withRemark([step, late]) : step;
}

function isTooLate({ item, state, tick }: ChecklistStep, { fait }: WrittenTick, root: MapValue): boolean {
  if (fait === undefined) return false;
  if (tick?.fait !== undefined) return tick.fait > fait;
  return item.overwrites && isOpen(state) && isSureToApply(item, root);
}

const withRemark = memoTuple(
  ([step, late]: readonly [ChecklistStep, ChecklistStep]): ChecklistStep => ({
    ...step,
    why: why.tooLate(step.why, late.item, late.tick),
  }),
);
