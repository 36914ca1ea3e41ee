import type { Report, ReportedFinding } from "./report.ts";

/** JUnit's XML: each file a suite, each finding of it a failed case; a file without findings passes. */
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

/** Information and hints are said, and pass. */
function isFailure({ severity }: ReportedFinding): boolean {
  return severity === "error" || severity === "warning";
}

function testcase(finding: ReportedFinding): string {
  const { file, rule, severity, message, range } = finding;
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  const head = `    <testcase classname="${xml(file)}" name="${xml(`${rule} (${place})`)}">`;
  const text = `${file}:${place}: ${message}`;
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
  // XML 1.0 has no way to write control characters, nor half a character.
  const clean = text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (one) => (/\s/.test(one) ? one : "\ufffd"));
  return clean.replace(/[<>&"']/g, (one) => ENTITIES[one] ?? one).replace(/\r?\n/g, "&#10;");
}
