import { ITEMS, jsonText } from "./json-text.ts";
import { allFindings, type Report, type ReportedFinding, type ReportLocation } from "./report.ts";

/** The findings as JSON for other programs. `version` is increased when the shape changes incompatibly. */
export function jsonReport(report: Report): Iterable<string> {
  return jsonText({ version: 1, findings: ITEMS, summary: report.summary }, shapes(allFindings(report)));
}

function* shapes(findings: Iterable<ReportedFinding>): Generator<unknown> {
  for (const { rule, severity, message, related, fixes, ...location } of findings)
    yield {
      file: location.file,
      rule,
      severity,
      message,
      range: rangeOf(location),
      related: related.map((item) => ({ file: item.file, range: rangeOf(item), message: item.message })),
      fixes: fixes.map(({ title, safety }) => ({ title, safety })),
    };
}

function rangeOf({ range: { start, end } }: ReportLocation) {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
