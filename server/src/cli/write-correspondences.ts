import type { ListComparison } from "../exchange/compare/comparison.ts";
import { type WantedChange, writeChange } from "../features/comparison/written-change.ts";
import { Draft } from "../features/refactor/draft.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";
import { scalarText } from "../schema/problems.ts";

/**
 * A workspace in which `correspondances` of an establishment holds what a comparison took for the same, and what the user
 * said about titles. What is written there already stays.
 */
export function withCorrespondences(
  workspace: Workspace,
  snapshot: Snapshot,
  comparisons: readonly ListComparison[],
  titles: ReadonlyMap<string, string>,
): Workspace {
  return comparisons
    .flatMap((one) => [...namesOf(one), ...titlesOf(one, titles)])
    .reduce((before, change) => written(before, snapshot.folder, change), workspace);
}

function namesOf({ correspondences }: ListComparison): readonly WantedChange[] {
  return correspondences.map(({ section, label, name }) => ({
    path: ["correspondances", section, label],
    text: scalarText(name),
  }));
}

function titlesOf({ list }: ListComparison, titles: ReadonlyMap<string, string>): readonly WantedChange[] {
  return [...titles].map(([title, column]) => ({
    path: ["correspondances", "colonnes", list.kind, title],
    text: column === "" || column === "~" ? "~" : scalarText(column),
  }));
}

function written(workspace: Workspace, folder: string, change: WantedChange): Workspace {
  const snapshot = workspace.establishmentIn(folder);
  const draft = new Draft(workspace);
  return snapshot && writeChange(draft, snapshot, change, true) ? draft.workspace : workspace;
}
