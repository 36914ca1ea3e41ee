import { createHash } from "node:crypto";
import { ITEMS, jsonText } from "./json-text.ts";
import { allFindings, type Report, type ReportedFinding } from "./report.ts";

const SEVERITIES = { error: "major", warning: "minor", information: "info", hint: "info" } as const;

/** A GitLab Code Quality report. */
export function gitlab(report: Report): Iterable<string> {
  return jsonText(ITEMS, issues(allFindings(report)));
}

function* issues(findings: Iterable<ReportedFinding>): Generator<unknown> {
  let counts = new Map<string, number>();
  let file = "";
  for (const finding of findings) {
    if (finding.file !== file) counts = new Map();
    file = finding.file;
    yield {
      description: finding.message,
      check_name: finding.rule,
      fingerprint: fingerprint(finding, counts),
      severity: SEVERITIES[finding.severity],
      location: { path: finding.file, lines: { begin: finding.range.start.line + 1 } },
    };
  }
}

/** A hash that does not depend on the finding's position in its file. Equal findings of a file are numbered. */
function fingerprint({ file, rule, message }: ReportedFinding, counts: Map<string, number>): string {
  const identity = JSON.stringify([file, rule, message]);
  const index = counts.get(identity) ?? 0;
  counts.set(identity, index + 1);
  return createHash("sha256").update(`${identity}${index}`).digest("hex").slice(0, 40);
}
