import { shownLines } from "../../base/shown-text.ts";
import type { Report, ReportedFinding } from "./report.ts";

/** JUnit XML: a suite for each file, with a failed case for each finding, or one passed case if there is none. */
export function* junit({ files, summary }: Report): Generator<string> {
  const tests = files.reduce((sum, { count }) => sum + Math.max(1, count), 0);
  const failures = summary.errors + summary.warnings;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="rentree" tests="${tests}" failures="${failures}" errors="0">\n`;
  for (const { path, findings } of files) yield suite(path, findings());
  yield "</testsuites>\n";
}

function suite(name: string, findings: readonly ReportedFinding[]): string {
  const failures = findings.filter(isFailure).length;
  const tests = Math.max(1, findings.length);
  const cases =
    findings.length === 0
      ? [`    <testcase classname="${xml(name)}" name="rentree"/>`]
      : findings.map(testcase);
  const head = `  <testsuite name="${xml(name)}" tests="${tests}" failures="${failures}" errors="0">`;
  return [head, ...cases, "  </testsuite>\n"].join("\n");
}

/** Whether the case of a finding fails. Information and hints are output of passed cases. */
function isFailure({ severity }: ReportedFinding): boolean {
  return severity === "error" || severity === "warning";
}

function testcase(finding: ReportedFinding): string {
  const { file, rule, severity, message, range } = finding;
  const position = `${range.start.line + 1}:${range.start.character + 1}`;
  const head = `    <testcase classname="${xml(file)}" name="${xml(`${rule} (${position})`)}">`;
  const text = `${file}:${position}: ${message}`;
  const body = isFailure(finding)
    ? `<failure type="${severity}" message="${xml(message)}">${xml(text)}</failure>`
    : `<system-out>${xml(text)}</system-out>`;
  return `${head}${body}</testcase>`;
}

const ENTITIES: { readonly [char: string]: string } = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "'": "&apos;",
};

function xml(text: string): string {
  // XML 1.0 cannot represent control characters or unpaired surrogates.
  const clean = shownLines(text).replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (character) =>
    /[\t\n\r]/.test(character) ? character : "\ufffd",
  );
  return clean.replace(/[<>&"']/g, (one) => ENTITIES[one] ?? one).replace(/\r?\n/g, "&#10;");
}
