import { createHash } from "node:crypto";
import { ITEMS, jsonText } from "./json-text.ts";
import { allIn, type Report, type ReportedFinding } from "./report.ts";

const SEVERITIES = { error: "major", warning: "minor", information: "info", hint: "info" } as const;

/** GitLab's Code Quality report. */
export function gitlab(report: Report): Iterable<string> {
  return jsonText(ITEMS, issues(allIn(report)));
}

function* issues(findings: Iterable<ReportedFinding>): Generator<unknown> {
  let seen = new Map<string, number>();
  let file = "";
  for (const finding of findings) {
    if (finding.file !== file) seen = new Map();
    file = finding.file;
    yield {
      description: finding.message,
      check_name: finding.rule,
      fingerprint: fingerprint(finding, seen),
      severity: SEVERITIES[finding.severity],
      location: { path: finding.file, lines: { begin: finding.range.start.line + 1 } },
    };
  }
}

/** The same for the same finding wherever it moves in its file; another for each of several. */
function fingerprint({ file, rule, message }: ReportedFinding, seen: Map<string, number>): string {
  const what = JSON.stringify([file, rule, message]);
  const before = seen.get(what) ?? 0;
  seen.set(what, before + 1);
  return createHash("sha256").update(`${what}${before}`).digest("hex").slice(0, 40);
}
