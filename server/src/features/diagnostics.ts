import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import { countOf } from "../analysis/held-problems.ts";
import { shownFindings, shownRelated } from "../analysis/shown-findings.ts";
import type { Finding } from "../rules/api/rule.ts";
import { rangeOf } from "../syntax/file.ts";
import { comparePositions } from "../syntax/positions.ts";
import { CLIENT_EXPLAIN } from "./client-commands.ts";
import { type Context, locationOf } from "./context.ts";
import { rulePageUri } from "./page-address.ts";

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** The part of a context that diagnostics are made from. */
type DiagnosticContext = Pick<Context, "workspace" | "file" | "localize" | "uri" | "client">;

/** The LSP diagnostics of a file's findings, sorted by position; of very many, the last says how many are left out. */
export function diagnostics(context: DiagnosticContext, findings: readonly Finding[]): Diagnostic[] {
  const sorted = findings
    .map((finding) => ({ finding, start: rangeOf(context.file, finding.at).start }))
    .sort((a, b) => comparePositions(a.start, b.start))
    .map(({ finding }) => finding);
  const shown = shownFindings(
    sorted,
    ({ rule }) => rule.severity,
    (last, remark) => ({ ...last, message: remark(context.localize(last.message)) }),
    countOf(sorted),
  );
  return shown.map((finding) => diagnostic(context, finding));
}

/** The LSP diagnostic of a finding. The address of its rule opens in our own client only. */
export function diagnostic(context: DiagnosticContext, finding: Finding): Diagnostic {
  const { client } = context;
  const { rule, at, message } = finding;
  const relatedInformation = shownRelated(finding.related).flatMap(({ at, message }) => {
    const location = locationOf(context, at);
    return location ? [{ location, message: context.localize(message) }] : [];
  });
  return {
    range: rangeOf(context.file, at),
    severity: SEVERITIES[rule.severity],
    source: "rentree",
    code: rule.id,
    ...(client.codeDescription && client.commands.has(CLIENT_EXPLAIN)
      ? { codeDescription: { href: rulePageUri(rule.id) } }
      : undefined),
    message: context.localize(message),
    ...(client.relatedInformation && relatedInformation.length > 0 ? { relatedInformation } : undefined),
    ...(client.unnecessaryTag && rule.severity === "hint"
      ? { tags: [DiagnosticTag.Unnecessary] }
      : undefined),
  };
}
