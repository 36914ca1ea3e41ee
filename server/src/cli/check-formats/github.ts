import { allIn, type Report, type ReportedFinding } from "./report.ts";

const LEVELS = { error: "error", warning: "warning", information: "notice", hint: "notice" } as const;

/** Annotations of GitHub's workflows: one command a line. */
export function* github(report: Report): Generator<string> {
  for (const finding of allIn(report)) yield annotation(finding);
}

function annotation({ file, range: { start, end }, rule, severity, message }: ReportedFinding): string {
  const properties = {
    file,
    line: start.line + 1,
    endLine: end.line + 1,
    // GitHub takes columns only where the lines are the same.
    ...(start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : undefined),
    title: rule,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${LEVELS[severity]} ${list.join(",")}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
