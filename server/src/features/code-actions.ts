import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Range,
} from "vscode-languageserver-types";
import { applyFixes } from "../analysis/apply-fixes.ts";
import { sureFixOf } from "../analysis/fix-rounds.ts";
import { message } from "../base/message.ts";
import type { Finding } from "../rules/api/rule.ts";
import { schemaPathAt } from "../schema/locate.ts";
import { scalarText } from "../schema/problems.ts";
import { fileText, rangeOf, spanIn } from "../syntax/file.ts";
import { touch } from "../syntax/positions.ts";
import type { Fix } from "../syntax/problem.ts";
import { textEditsBetween } from "../syntax/text-edits.ts";
import type { Context } from "./context.ts";
import { declareActions } from "./declare.ts";
import { diagnostic } from "./diagnostics.ts";
import { type FixRuleData, fixRuleActions, fixRuleEdit } from "./fix-rule.ts";
import { FIX_ALL, TICK_ACTION } from "./offered.ts";
import { baseFixes } from "./possible-bases.ts";
import { type RefactoringData, refactoringActions, refactoringEdit } from "./refactor/index.ts";
import { ruleActions } from "./silence.ts";
import { tickActions } from "./tick-actions.ts";
import { fixEdit, workspaceEdit } from "./workspace-edit.ts";

/** Enumerations with more values than this are not offered as a whole. */
const MAX_VALUES = 8;

interface CodeActionRequest {
  readonly range: Range;
  readonly context: Pick<CodeActionContext, "only">;
}

/**
 * The actions for findings in a range: fixes, the surest first, then for each rule its page and a suppression comment; then
 * the refactorings at its start, and the ticks of the steps that cover the value there.
 * Fix-all is offered only if `only` requests it; the empty kind is all kinds. None if the client knows commands only.
 */
export function codeActions(context: Context, { range, context: { only } }: CodeActionRequest): CodeAction[] {
  if (!context.client.codeActions) return [];
  const wants = (kind: string) =>
    !only || only.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`));
  const findings = context.findingsIn(context.workspace).get(context.file.uri) ?? [];
  const inRange = findings.filter(({ at }) => touch(rangeOf(context.file, at), range));
  return [
    ...(wants(CodeActionKind.QuickFix) ? inRange.flatMap((finding) => fixes(context, finding)) : []),
    // Otherwise it would be listed with every fix.
    ...(only && wants(FIX_ALL) ? fixAll(context, findings) : []),
    ...(wants(CodeActionKind.QuickFix) ? inRange.flatMap((one) => declareActions(context, one)) : []),
    ...(wants(CodeActionKind.QuickFix) ? fixRuleActions(context, inRange) : []),
    ...(wants(CodeActionKind.QuickFix) ? ruleActions(context, inRange) : []),
    ...refactoringActions(
      context,
      range.start,
      wants,
      only?.some((kind) => kind.startsWith("refactor")) === true,
    ),
    ...(wants(TICK_ACTION) ? tickActions(context, range.start) : []),
  ];
}

/** A code action with its edit. Throws a `Refusal` if it is not possible any more. */
export function resolveCodeAction(context: Context, action: CodeAction): CodeAction {
  const data = action.data as RefactoringData | FixRuleData;
  const edit = "fixRule" in data ? fixRuleEdit(context, data) : refactoringEdit(context, data);
  return { ...action, edit };
}

const ORDER: readonly Fix["safety"][] = ["sure", "probable", "placeholder"];

function fixes(context: Context, finding: Finding): readonly CodeAction[] {
  const all = [...(finding.fixes ?? []), ...otherValues(context, finding), ...baseFixes(context, finding)];
  return all
    .toSorted((a, b) => ORDER.indexOf(a.safety) - ORDER.indexOf(b.safety))
    .flatMap((fix) => {
      const edit = fixEdit(context, fix);
      if (!edit) return [];
      return {
        title: context.localize(fix.title),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic(context, finding)],
        ...(context.client.preferredActions && fix.safety === "sure" ? { isPreferred: true } : undefined),
        edit,
      };
    });
}

/** For an unknown value of a short enumeration: fixes for all values that its finding does not offer yet. */
function otherValues({ file }: Context, { id, at, fixes = [] }: Finding): readonly Fix[] {
  if (id !== "unknown-value") return [];
  const values = schemaPathAt(file, rangeOf(file, at).start)?.segments.at(-1)?.schema.enum ?? [];
  if (values.length > MAX_VALUES) return [];
  const offered = new Set(fixes.flatMap(({ edits }) => edits.map(({ newText }) => newText)));
  return values
    .map((value) => scalarText(String(value)))
    .filter((text) => !offered.has(text))
    .map((text) => ({
      title: message("Replace by “{0}”", text),
      safety: "probable",
      edits: [{ at, newText: text }],
    }));
}

/** The action that applies all sure fixes to this file until none is left. */
function fixAll(context: Context, findings: readonly Finding[]): readonly CodeAction[] {
  const { file, workspace, findingsIn, localize } = context;
  const isOwn = (uri: string) => uri === file.uri;
  const { workspace: after, fixes: count } = applyFixes(
    workspace,
    isOwn,
    (current) => findingsIn(current).get(file.uri) ?? [],
  );
  const fixedFile = after.files.get(file.uri);
  if (count === 0 || !fixedFile) return [];
  const fixable = findings.filter((finding) => sureFixOf(finding, isOwn));
  const edits = textEditsBetween(fileText(file), fileText(fixedFile));
  return [
    {
      title: localize(message("Apply all sure fixes in this file")),
      kind: FIX_ALL,
      diagnostics: fixable.map((finding) => diagnostic(context, finding)),
      edit: workspaceEdit(
        context,
        edits.map(({ range, newText }) => ({ at: spanIn(file, range), newText })),
      ),
    },
  ];
}
