import { Analysis } from "../../server/src/analysis/analysis.ts";
import type { Language } from "../../server/src/base/message.ts";
import type { ChecklistStep } from "../../server/src/checklist/step.ts";
import { stepsOf as stepsFrom } from "../../server/src/checklist/steps.ts";
import { checklist } from "../../server/src/features/checklist.ts";
import type { EstablishmentChecklist } from "../../server/src/features/protocol.ts";
import type { Snapshot } from "../../server/src/model/snapshot.ts";
import type { Workspace } from "../../server/src/model/workspace.ts";

/** One engine for all tests of a file: as in a session, each revision is checked with what is known of the last. */
export const analysis = new Analysis();

/** Everything that is found in a workspace, by file. */
export const { findingsOf } = analysis;

/** The state of every item of the checklist in an establishment. */
export function stepsOf(snapshot: Snapshot): readonly ChecklistStep[] {
  return stepsFrom(snapshot, analysis.establishmentFindings(snapshot));
}

/** The checklist of every establishment of a workspace. */
export function checklistOf(
  { snapshots }: Workspace,
  language: Language = "en",
  uri: (canonical: string) => string = (one) => one,
): EstablishmentChecklist[] {
  return checklist(snapshots, { analysis, language, uri });
}
