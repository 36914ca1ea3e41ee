import { ITEMS, jsonText } from "./json-text.ts";
import { allIn, type Report, type ReportedFinding, type ReportLocation } from "./report.ts";

/** The findings for programs; the shape is kept, `version` counts its changes. */
export function jsonReport(report: Report): Iterable<string> {
  return jsonText({ version: 1, findings: ITEMS, summary: report.summary }, shapes(allIn(report)));
}

function* shapes(findings: Iterable<ReportedFinding>): Generator<unknown> {
  for (const { rule, severity, message, related, fixes, ...place } of findings)
    yield {
      file: place.file,
      rule,
      severity,
      message,
      range: rangeOf(place),
      related: related.map((one) => ({ file: one.file, range: rangeOf(one), message: one.message })),
      fixes: fixes.map(({ title, safety }) => ({ title, safety })),
    };
}

function rangeOf({ range: { start, end } }: ReportLocation) {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
