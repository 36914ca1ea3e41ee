import type { Analysis } from "../analysis/analysis.ts";
import { snapshotIn } from "../analysis/newer-release.ts";
import type { Workspace } from "../model/workspace.ts";

/**
 * Checks a workspace, the establishments of `first` before others, and yields before each part. Uses cached results.
 */
export function* checking(
  analysis: Analysis,
  workspace: Workspace,
  first: readonly string[],
): Generator<void, true> {
  for (const file of workspace.files.values()) {
    yield;
    analysis.contributionOfFile(file, snapshotIn(workspace, file));
  }
  const near = first.filter((uri) => !workspace.layout.bases.has(uri)).flatMap((uri) => workspace.of(uri));
  for (const snapshot of [...near, ...workspace.snapshots]) {
    yield;
    yield* analysis.checkThings(snapshot);
    analysis.contributionOf(snapshot);
  }
  return true;
}
