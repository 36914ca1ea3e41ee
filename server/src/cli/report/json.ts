import type { Place, Report } from "./report.ts";

/** The findings for programs; the shape is kept, `version` counts its changes. */
export function json({ findings, summary }: Report): string {
  const list = findings.map(({ rule, severity, message, related, fixes, ...place }) => ({
    file: place.file,
    rule,
    severity,
    message,
    range: rangeOf(place),
    related: related.map((one) => ({ file: one.file, range: rangeOf(one), message: one.message })),
    fixes: fixes.map(({ title, safety }) => ({ title, safety })),
  }));
  return `${JSON.stringify({ version: 1, findings: list, summary }, null, 2)}\n`;
}

function rangeOf({ range: { start, end } }: Place) {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
