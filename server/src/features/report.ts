import { canonicalUri } from "../base/uri.ts";
import { htmlReport } from "../rollout/report/html-report.ts";
import { jsonReport } from "../rollout/report/json-report.ts";
import { markdownReport } from "../rollout/report/markdown-report.ts";
import { reportedFindings } from "../rollout/report/shared-findings.ts";
import type { SharedContext } from "./context.ts";
import type { ReportParams } from "./fleet-protocol.ts";
import { type FoundByFile, standings } from "./standings.ts";

/**
 * The report of one establishment or of all, as a text; null if there is no such establishment. Yields before each of
 * them.
 */
export function* report(
  context: SharedContext,
  found: FoundByFile,
  { establishment, format }: ReportParams,
): Generator<void, string | null> {
  const all = yield* standings(context, found);
  const folder = establishment === undefined ? undefined : canonicalUri(establishment);
  const wanted = all.filter(({ snapshot }) => folder === undefined || snapshot.folder === folder);
  if (wanted.length === 0) return null;
  const { localize, language, workspace } = context;
  const findings = wanted.flatMap(({ snapshot, standing }) =>
    snapshot.members.flatMap(({ uri }) =>
      (found.get(uri) ?? []).map((finding) => ({ establishment: standing, finding })),
    ),
  );
  const content = {
    today: workspace.today,
    establishments: wanted.map(({ standing }) => standing),
    findings: reportedFindings(findings, localize),
  };
  if (format === "md") return markdownReport(content, localize, language);
  return format === "json" ? jsonReport(content, localize) : htmlReport(content, localize, language);
}
