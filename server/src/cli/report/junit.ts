import type { Report, Reported } from "./report.ts";

/** JUnit's XML: each file a suite, each finding of it a failed case; a file without findings passes. */
export function junit({ findings, files, summary }: Report): string {
  const byFile = new Map<string, Reported[]>(files.map((file) => [file, []]));
  for (const finding of findings) {
    const same = byFile.get(finding.file);
    if (same) same.push(finding);
    else byFile.set(finding.file, [finding]);
  }
  const suites = [...byFile].map(([name, list]) => suite(name, list));
  const failures = summary.errors + summary.warnings;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="rentree" tests="${suites.reduce((sum, { tests }) => sum + tests, 0)}" failures="${failures}" errors="0">`,
    ...suites.map(({ text }) => text),
    "</testsuites>\n",
  ].join("\n");
}

function suite(name: string, findings: readonly Reported[]) {
  const failures = findings.filter(isFailure).length;
  const tests = Math.max(1, findings.length);
  const cases =
    findings.length === 0
      ? [`    <testcase classname="${xml(name)}" name="rentree"/>`]
      : findings.map(testcase);
  const head = `  <testsuite name="${xml(name)}" tests="${tests}" failures="${failures}" errors="0">`;
  return { tests, text: [head, ...cases, "  </testsuite>"].join("\n") };
}

/** Information and hints are said, and pass. */
function isFailure({ severity }: Reported): boolean {
  return severity === "error" || severity === "warning";
}

function testcase(finding: Reported): string {
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
