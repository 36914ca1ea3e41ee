import type { WorkspaceEdit } from "vscode-languageserver-types";
import { message } from "../base/message.ts";
import { findingsInSeveral } from "../rollout/report/shared-findings.ts";
import type { Finding } from "../rules/api/rule.ts";
import { rangeOf } from "../syntax/file.ts";
import type { Fix } from "../syntax/problem.ts";
import { folderNamed } from "./checklist.ts";
import type { SharedContext } from "./context.ts";
import type { FixEverywhereArgument, FleetFinding } from "./fleet-protocol.ts";
import type { FoundByFile } from "./standings.ts";
import { labelled, workspaceEdit } from "./workspace-edit.ts";

/** A finding that several establishments have, with each of its occurrences. */
interface SharedFinding extends FleetFinding {
  readonly members: readonly Finding[];
}

/** Findings that tell the same, of several establishments; those of the most establishments first. */
export function sharedFindings(context: SharedContext, found: FoundByFile): readonly SharedFinding[] {
  return findingsInSeveral(foundInEach(context, found), context.localize).map(
    ({ rule, severity, message: text, members: all }) => {
      const members = all.map(({ finding }) => finding);
      const places = all.map(({ establishment, file, finding }) => ({
        establishment,
        at: { uri: context.uri(file.uri), range: rangeOf(file, finding.at) },
      }));
      const fix = commonFix(context, members);
      return { rule, severity, message: text, places, members, ...(fix === undefined ? undefined : { fix }) };
    },
  );
}

function* foundInEach({ workspace, uri }: SharedContext, found: FoundByFile) {
  for (const snapshot of workspace.snapshots) {
    if (!snapshot.establishment) continue;
    const establishment = folderNamed(snapshot, uri);
    for (const file of snapshot.members)
      for (const finding of found.get(file.uri) ?? []) yield { establishment, file, finding };
  }
}

/** The title of the first fix that all of these findings have, and that needs nothing to be filled in. */
function commonFix({ localize }: SharedContext, findings: readonly Finding[]): string | undefined {
  const titles = (finding: Finding) => applicable(finding).map(({ title }) => localize(title));
  const [first, ...others] = findings;
  return first && titles(first).find((title) => others.every((other) => titles(other).includes(title)));
}

function applicable({ fixes = [] }: Finding): readonly Fix[] {
  return fixes.filter(({ safety, creates = [] }) => safety !== "placeholder" && creates.length === 0);
}

/**
 * The edit that applies the common fix of a finding, everywhere or in the establishments that are chosen; `undefined` if it
 * is gone. Where nothing was chosen, an editor that can shows it first.
 */
export function fixEverywhere(
  context: SharedContext,
  found: FoundByFile,
  argument: FixEverywhereArgument,
): WorkspaceEdit | undefined {
  const shared = sharedFindings(context, found).find(
    (one) => one.rule === argument.rule && one.message === argument.message,
  );
  const title = shared?.fix;
  if (!shared || title === undefined) return undefined;
  const chosen = argument.establishments;
  const members = shared.members.filter(
    (_, at) => chosen === undefined || chosen.includes(shared.places[at]?.establishment ?? ""),
  );
  const edits = members.flatMap(
    (finding) => applicable(finding).find((fix) => context.localize(fix.title) === title)?.edits ?? [],
  );
  if (edits.length === 0) return undefined;
  const edit = workspaceEdit(context, edits);
  if (chosen !== undefined) return edit;
  return labelled(context, edit, () => true, {
    label: context.localize(message("{0}, in {1} places", title, members.length)),
    needsConfirmation: true,
  });
}
