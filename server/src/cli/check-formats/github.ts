import { shownLines } from "../../base/shown-text.ts";
import { allFindings, type Report, type ReportedFinding } from "./report.ts";

const LEVELS = { error: "error", warning: "warning", information: "notice", hint: "notice" } as const;

/** Annotations for GitHub workflows: one workflow command per line. */
export function* github(report: Report): Generator<string> {
  for (const finding of allFindings(report)) yield annotation(finding);
}

function annotation({ file, range: { start, end }, rule, severity, message }: ReportedFinding): string {
  const properties = {
    file,
    line: start.line + 1,
    endLine: end.line + 1,
    // GitHub accepts columns only for a range within one line.
    ...(start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : undefined),
    title: rule,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${LEVELS[severity]} ${list.join(",")}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return shownLines(text).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
