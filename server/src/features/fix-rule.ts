import type { CodeAction, WorkspaceEdit } from "vscode-languageserver-types";
import { CodeActionKind } from "vscode-languageserver-types";
import { applyFixes } from "../analysis/apply-fixes.ts";
import { sureFixOf } from "../analysis/fix-rounds.ts";
import { message } from "../base/message.ts";
import type { Finding } from "../rules/api/rule.ts";
import { type Context, refusal } from "./context.ts";
import { editsBetween } from "./refactor/draft.ts";
import { labelledParts, workspaceEdit } from "./workspace-edit.ts";

/** What the code action that fixes all findings of a rule carries until it is resolved. */
export interface FixRuleData {
  readonly fixRule: string;
  readonly uri: string;
  readonly everywhere: boolean;
}

/** For each rule with a sure fix in a range: actions that fix all its findings in this file, and in all files. */
export function fixRuleActions(context: Context, inRange: readonly Finding[]): readonly CodeAction[] {
  const { client, localize, file, uri } = context;
  const isOwn = (one: string) => one === file.uri;
  const fixable = inRange.filter((finding) => sureFixOf(finding, isOwn));
  if (fixable.length === 0) return [];
  const found = context.findingsIn(context.workspace);
  return [...new Set(fixable.map(({ id }) => id))].flatMap((rule) => {
    const isSame = (finding: Finding) => finding.id === rule && sureFixOf(finding, () => true);
    const here = (found.get(file.uri) ?? []).filter(isSame).length;
    const all = client.resolvesActions ? [...found.values()].flat().filter(isSame).length : here;
    const action = (title: string, everywhere: boolean): CodeAction => {
      const data: FixRuleData = { fixRule: rule, uri: uri(file.uri), everywhere };
      const action = { title, kind: CodeActionKind.QuickFix };
      return client.resolvesActions ? { ...action, data } : { ...action, edit: fixRuleEdit(context, data) };
    };
    return [
      ...(here > 1 ? [action(localize(message("Fix all “{0}” in this file: {1}", rule, here)), false)] : []),
      ...(all > here ? [action(localize(message("Fix all “{0}” in all files: {1}", rule, all)), true)] : []),
    ];
  });
}

/** The edit that applies the sure fixes of a rule until none is left. Throws a `Refusal` if there is none. */
export function fixRuleEdit(context: Context, { fixRule, everywhere }: FixRuleData): WorkspaceEdit {
  const { workspace, file, findingsIn } = context;
  const mayChange = (uri: string) => everywhere || uri === file.uri;
  const { workspace: after } = applyFixes(workspace, mayChange, (current) => {
    const found = findingsIn(current);
    const list = everywhere ? [...found.values()].flat() : (found.get(file.uri) ?? []);
    return list.filter(({ id }) => id === fixRule);
  });
  const changed = editsBetween(workspace, after);
  const edits = [...changed.values()].flat();
  if (edits.length === 0)
    throw refusal(context, message("The text has changed: this is not possible any more."));
  const label = message("Fix all “{0}” in all files: {1}", fixRule, edits.length);
  return changed.size > 1 ? labelledParts(context, [{ label, edits }]) : workspaceEdit(context, edits);
}
