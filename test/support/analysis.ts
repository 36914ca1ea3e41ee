import { Analysis } from "../../server/src/analysis/analysis.ts";
import type { Language } from "../../server/src/base/message.ts";
import type { ChecklistStep } from "../../server/src/checklist/step.ts";
import { stepsOf as stepsFrom } from "../../server/src/checklist/steps.ts";
import { checklist } from "../../server/src/features/checklist.ts";
import type { EstablishmentChecklist } from "../../server/src/features/protocol.ts";
import type { Snapshot } from "../../server/src/model/snapshot.ts";
import type { Workspace } from "../../server/src/model/workspace.ts";

/** One engine for all tests of a file, so that each revision is checked incrementally, as in a session. */
export const analysis = new Analysis();

/** All findings of a workspace, by file. */
export const { findingsOf } = analysis;

/** The checklist of an establishment: every item with its state. */
export function stepsOf(snapshot: Snapshot): readonly ChecklistStep[] {
  return stepsFrom(snapshot, analysis.establishmentFindings(snapshot));
}

/** The checklists of all establishments of a workspace. */
export function checklistOf(
  { snapshots }: Workspace,
  language: Language = "en",
  uri: (canonical: string) => string = (one) => one,
): EstablishmentChecklist[] {
  return checklist(snapshots, { analysis, language, uri });
}
