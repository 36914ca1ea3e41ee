import { type ItemSpec, items, type KeyPath } from "../../schema/checklist.ts";
import type { ContentPath } from "../content.ts";
import type { ListComparison } from "./comparison.ts";

/** What a comparison says of a step of the rollout. */
export interface StepProof {
  readonly item: ItemSpec;
  /** How many differences concern what the list can show of the step; with one or more it proves nothing. */
  readonly differences: number;
  /** What the step covers and the list cannot show: this keeps it open. */
  readonly hidden: readonly KeyPath[];
}

/**
 * The steps of which a list shows all that such a list can. None if it was not compared as a whole: a class is missing
 * in it, or a row could not be read.
 */
export function proofsOf(comparison: ListComparison): readonly StepProof[] {
  const { list, columns, compared, notListed, incomplete, findings, isPartial } = comparison;
  if (compared === 0 || isPartial || notListed.length > 0 || incomplete.length > 0 || findings.length > 0)
    return [];
  const all = [...comparison.differences, ...comparison.accepted];
  return items.flatMap((item) => {
    const shown = item.shows.get(list.kind);
    if (!shown?.every((path) => columns.has(path.at(-1) ?? ""))) return [];
    const differences = all.filter(({ path }) => shown.some((key) => concerns(path, key))).length;
    const hidden = item.covers.filter((path) => !shown.some((key) => key.join("/") === path.join("/")));
    return [{ item, differences, hidden }];
  });
}

/** Whether a difference is at a covered value, above or below it. */
export function concerns(path: ContentPath, covered: KeyPath): boolean {
  return covered.every((key, at) => at >= path.length || key === "*" || key === path[at]);
}
