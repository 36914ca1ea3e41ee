import { compareNames } from "../base/name-order.ts";
import { baseName, folderOf } from "../base/uri.ts";
import { stepsOf } from "../checklist/steps.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { findingCounts } from "../rollout/report/finding-counts.ts";
import type { ReportedStanding } from "../rollout/report/rollout-report.ts";
import { standingOf } from "../rollout/standing.ts";
import type { Finding } from "../rules/api/rule.ts";
import { shownPath } from "../syntax/private-names.ts";
import type { SharedContext } from "./context.ts";

/** An establishment of the workspace, and where it stands. */
export interface SnapshotStanding {
  readonly snapshot: Snapshot;
  readonly standing: ReportedStanding;
}

/** All findings of the workspace by canonical URI, with the user's severities. */
export type FoundByFile = ReadonlyMap<string, readonly Finding[]>;

/**
 * Where each establishment of the workspace stands, with all that is found in it. It yields before each establishment, so
 * that other requests are answered meanwhile.
 */
export function* standings(
  { analysis, workspace, localize, language }: SharedContext,
  found: FoundByFile,
): Generator<void, readonly SnapshotStanding[]> {
  const snapshots = workspace.establishments;
  const counts = findingCounts(
    snapshots.map((snapshot) => ({
      members: snapshot.members.map(({ uri }) => uri),
      bases: snapshot.bases.map(({ uri }) => uri),
      findings: analysis.establishmentFindings(snapshot),
    })),
    found,
  );
  const all: SnapshotStanding[] = [];
  for (const [at, snapshot] of snapshots.entries()) {
    yield;
    const steps = stepsOf(snapshot, analysis.establishmentFindings(snapshot), analysis.onFault);
    const standing = {
      ...standingOf(snapshot, steps, localize),
      folder: shownPath(`${baseName(folderOf(snapshot.folder))}/${baseName(snapshot.folder)}`),
      errors: 0,
      warnings: 0,
      ...counts[at],
    };
    all.push({ snapshot, standing });
  }
  return all.toSorted((one, other) => compareNames(one.standing.name, other.standing.name, language));
}
