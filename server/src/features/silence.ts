import { type CodeAction, CodeActionKind, type WorkspaceEdit } from "vscode-languageserver-types";
import { suppressionsIn } from "../analysis/suppress.ts";
import { dayInWords } from "../base/day.ts";
import { type Message, message } from "../base/message.ts";
import { endOfSchoolYear } from "../rollout/new-establishment.ts";
import type { Finding } from "../rules/api/rule.ts";
import { isDay } from "../rules/shared/dates.ts";
import { changeFile, rangeOf, spanIn } from "../syntax/file.ts";
import type { Position } from "../syntax/positions.ts";
import { lineAt } from "../syntax/surroundings.ts";
import { CLIENT_EXPLAIN, CLIENT_SILENCE } from "./client-commands.ts";
import { type Context, refusal } from "./context.ts";
import { diagnostic } from "./diagnostics.ts";
import type { SilenceArgument } from "./protocol.ts";
import { snippetEdit, workspaceEdit } from "./workspace-edit.ts";

/** Rules on what no comment can be about: a text that is not read, and comments of this kind themselves. */
const NEVER_SILENCED = new Set([
  "yaml-syntax",
  "second-document",
  "file-unreadable",
  "suppression-without-reason",
  "unused-suppression",
]);

/** For each rule that reports something in a range: its page, and a comment that silences it, for clients that can. */
export function ruleActions(context: Context, findings: readonly Finding[]): readonly CodeAction[] {
  const byRule = [...new Map(findings.map((finding) => [finding.id, finding])).values()];
  return byRule.flatMap((finding) => [...explaining(context, finding), ...silencing(context, finding)]);
}

function explaining(context: Context, finding: Finding): readonly CodeAction[] {
  if (!context.client.commands.has(CLIENT_EXPLAIN)) return [];
  const title = context.localize(message("Explain “{0}”", finding.id));
  return [
    {
      ...aboutRule(context, finding, title),
      command: { title, command: CLIENT_EXPLAIN, arguments: [finding.id] },
    },
  ];
}

/** A comment needs a reason: the client asks for it, or puts the cursor where it is to be written. */
function silencing(context: Context, finding: Finding): readonly CodeAction[] {
  const { client, file, uri, localize } = context;
  const { line } = rangeOf(file, finding.at).start;
  if (NEVER_SILENCED.has(finding.id) || !isEffective(context, finding.id, line)) return [];
  const until = endOfSchoolYear(context.workspace.today);
  const offers = [
    { title: message("Silence “{0}” here with a comment…", finding.id) },
    { title: message("Silence “{0}” here until {1}…", finding.id, dayInWords(until)), until },
  ];
  return offers.flatMap(({ title: text, until }): readonly CodeAction[] => {
    const title = localize(text);
    const about = aboutRule(context, finding, title);
    const place = { rule: finding.id, line, ...(until !== undefined && { until }) };
    if (client.commands.has(CLIENT_SILENCE) && client.appliesEdits) {
      const argument: Omit<SilenceArgument, "reason"> = { uri: uri(file.uri), ...place };
      return [{ ...about, command: { title, command: CLIENT_SILENCE, arguments: [argument] } }];
    }
    // No rule's name has a character that means something in a snippet.
    const edit = snippetEdit(context, startOf(line), comment(context, place, "$1"));
    return edit ? [{ ...about, edit }] : [];
  });
}

function aboutRule(context: Context, finding: Finding, title: string): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic(context, finding)] };
}

/** The edit that silences a rule in a line, for the reason given. Throws a `Refusal` if it cannot. */
export function silence(context: Context, { rule, line, until, reason }: SilenceArgument): WorkspaceEdit {
  const { file, findingsIn, workspace } = context;
  const refuse = (reason: Message) => refusal(context, reason);
  const text = reason.replace(/\s+/g, " ").trim();
  if (text === "") throw refuse(message("A reason is needed."));
  if (until !== undefined && !isDay(until))
    throw refuse(message("“{0}” is not a day: write it as {1}.", until, "2027-08-31"));
  const findings = findingsIn(workspace).get(file.uri) ?? [];
  const isThere = findings.some(({ id, at }) => id === rule && rangeOf(file, at).start.line === line);
  if (!isThere || NEVER_SILENCED.has(rule) || !isEffective(context, rule, line))
    throw refuse(message("“{0}” reports nothing there any more: there is nothing to silence.", rule));
  const start = startOf(line);
  const at = spanIn(file, { start, end: start });
  return workspaceEdit(context, [
    { at, newText: comment(context, { rule, line, ...(until !== undefined && { until }) }, text) },
  ]);
}

function startOf(line: number): Position {
  return { line, character: 0 };
}

/** The line of the comment, with the indentation of the line that it stands above. */
function comment(
  { file }: Context,
  { rule, line, until }: Pick<SilenceArgument, "rule" | "line" | "until">,
  reason: string,
): string {
  const indent = /^ */.exec(lineAt(file, line))?.[0] ?? "";
  return `${indent}# rentree-ignore ${rule}${until === undefined ? "" : ` ${until}`}: ${reason}\n`;
}

/** Whether the comment would be one, and for this line: in the middle of a text it would be a part of that. */
function isEffective(context: Context, rule: string, line: number): boolean {
  const start = startOf(line);
  const after = changeFile(context.file, { start, end: start }, comment(context, { rule, line }, "x"));
  return suppressionsIn(after, new Set([rule])).some(
    (one) => one.line === line + 1 && one.rules.some(({ id }) => id === rule),
  );
}
