import type { Workspace } from "../model/workspace.ts";
import type { Finding } from "../rules/api/rule.ts";
import { type File, holds, rangeOf } from "../syntax/file.ts";
import type { Analysis } from "./analysis.ts";
import { mergeFindings } from "./merge-findings.ts";
import { snapshotIn } from "./newer-release.ts";

/**
 * Findings of a file that are already certain before the rest of the workspace is checked: those of the file itself,
 * and of its establishment. For a base, whose heirs would have to be checked: those of the workspace `before` that are
 * on unchanged text.
 */
export function preliminaryFindings(
  analysis: Analysis,
  workspace: Workspace,
  file: File,
  before: Workspace | undefined,
): readonly Finding[] {
  if (!workspace.layout.bases.has(file.uri))
    return certain(
      analysis,
      workspace,
      file,
      workspace.of(file.uri).slice(0, 1).map(analysis.contributionOf),
    );
  const last = before?.files.get(file.uri);
  const known = new Set(
    last && before && analysis.contributionOfFile(last, snapshotIn(before, last)).findings,
  );
  const others = (before && analysis.findingsOf(before).get(file.uri)) ?? [];
  return [
    ...preliminaryFileFindings(analysis, workspace, file),
    ...others.filter((finding) => !known.has(finding) && holds(file, finding.at)),
  ];
}

/** The findings of a file by itself. */
export function preliminaryFileFindings(
  analysis: Analysis,
  workspace: Workspace,
  file: File,
): readonly Finding[] {
  return certain(analysis, workspace, file, []);
}

function certain(
  analysis: Analysis,
  workspace: Workspace,
  file: File,
  establishments: readonly ReturnType<Analysis["contributionOf"]>[],
): readonly Finding[] {
  const files = [analysis.contributionOfFile(file, snapshotIn(workspace, file))];
  const found = mergeFindings({
    files,
    establishments,
    layout: { bases: workspace.layout.bases, problems: [] },
    lineOf: (at) => rangeOf(file, at).start.line,
    today: workspace.today,
    onFault: analysis.onFault,
  });
  // Whether a suppression is unused is known only at the end.
  const known = new Set([...files, ...establishments].flatMap(({ findings }) => findings));
  return found.get(file.uri)?.filter((finding) => known.has(finding)) ?? [];
}
