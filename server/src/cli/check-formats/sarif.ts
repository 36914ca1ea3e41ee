import { version } from "../../../../package.json";
import type { Language } from "../../base/message.ts";
import { pageOf, rulePageMarkdown } from "../../rules/api/page.ts";
import type { Rule } from "../../rules/api/rule.ts";
import { ruleById } from "../../rules/index.ts";
import { ITEMS, jsonText } from "./json-text.ts";
import { allFindings, type Report, type ReportedFinding, type ReportLocation } from "./report.ts";

const LEVELS = { error: "error", warning: "warning", information: "note", hint: "note" } as const;

/** SARIF 2.1.0, for code scanning and other tools that collect findings. */
export function sarif(report: Report, { language }: { readonly language: Language }): Iterable<string> {
  const known = report.rules.flatMap((id) => ruleById.get(id) ?? []);
  const run = {
    tool: { driver: { name: "rentree", version, rules: known.map((rule) => described(rule, language)) } },
    columnKind: "utf16CodeUnits",
    results: ITEMS,
  };
  return jsonText(
    { $schema: SCHEMA, version: "2.1.0", runs: [run] },
    results(allFindings(report), report.rules),
  );
}

function* results(findings: Iterable<ReportedFinding>, rules: readonly string[]): Generator<unknown> {
  for (const finding of findings)
    yield {
      ruleId: finding.rule,
      ruleIndex: rules.indexOf(finding.rule),
      level: LEVELS[finding.severity],
      message: { text: finding.message },
      locations: [{ physicalLocation: physical(finding) }],
      ...(finding.related.length > 0
        ? {
            relatedLocations: finding.related.map((item, id) => ({
              id,
              physicalLocation: physical(item),
              message: { text: item.message },
            })),
          }
        : undefined),
      ...(finding.fixes.length > 0 ? { fixes: finding.fixes.map(fixOf) } : undefined),
    };
}

function described(rule: Rule, language: Language) {
  const text = pageOf(rule.docs).text[language] || rule.id;
  return {
    id: rule.id,
    fullDescription: { text },
    help: { text, markdown: rulePageMarkdown(rule, language) },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

function physical(location: ReportLocation) {
  return { artifactLocation: { uri: uriOf(location.file) }, region: regionOf(location) };
}

function regionOf({ range: { start, end } }: ReportLocation) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function fixOf({ title, edits }: ReportedFinding["fixes"][number]) {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: { uri: uriOf(file) },
      replacements: edits
        .filter((edit) => edit.file === file)
        .map((edit) => ({ deletedRegion: regionOf(edit), insertedContent: { text: edit.newText } })),
    })),
  };
}

/** A relative URI reference (RFC 3986); of an absolute path, on another drive or machine, its URI. */
function uriOf(path: string): string {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  if (path.startsWith("//")) return `file:${encoded}`;
  return /^[A-Z]:\//.test(path) ? `file:///${encoded.replace("%3A", ":")}` : encoded;
}
