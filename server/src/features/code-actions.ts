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
import { written } from "../schema/problems.ts";
import { fileText, rangeOf, spanIn } from "../syntax/file.ts";
import { touch } from "../syntax/positions.ts";
import type { Fix } from "../syntax/problem.ts";
import { lineAt } from "../syntax/surroundings.ts";
import { textEditsBetween } from "../syntax/text-edits.ts";
import type { Context } from "./context.ts";
import { diagnostic } from "./diagnostics.ts";
import { FIX_ALL } from "./offered.ts";
import { fixEdit, workspaceEdit } from "./workspace-edit.ts";

/** More values than this are not offered one by one. */
const MOST_VALUES = 8;

interface CodeActionRequest {
  readonly range: Range;
  readonly context: Pick<CodeActionContext, "only">;
}

/** What can be done about what is found in a range: the fixes, surest first; at the end, to silence it. */
export function codeActions(context: Context, { range, context: { only } }: CodeActionRequest): CodeAction[] {
  const wants = (kind: string) => !only || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const findings = context.found(context.workspace).get(context.file.uri) ?? [];
  const here = findings.filter(({ at }) => touch(rangeOf(context.file, at), range));
  return [
    ...(wants(CodeActionKind.QuickFix) ? here.flatMap((finding) => fixes(context, finding)) : []),
    // Unasked, it would stand beside every fix.
    ...(only && wants(FIX_ALL) ? fixAll(context, findings) : []),
    ...(wants(CodeActionKind.QuickFix) ? silencers(context, here) : []),
  ];
}

const ORDER: readonly Fix["safety"][] = ["sure", "probable", "placeholder"];

function fixes(context: Context, finding: Finding): readonly CodeAction[] {
  const all = [...(finding.fixes ?? []), ...otherValues(context, finding)];
  return all
    .toSorted((a, b) => ORDER.indexOf(a.safety) - ORDER.indexOf(b.safety))
    .flatMap((fix) => {
      const edit = fixEdit(context, fix);
      if (!edit) return [];
      return {
        title: context.localize(fix.title),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic(context, finding)],
        ...(fix.safety === "sure" ? { isPreferred: true } : undefined),
        edit,
      };
    });
}

/** Where a value is none of a short list, the whole list, behind the nearest. */
function otherValues({ file }: Context, { id, at, fixes = [] }: Finding): readonly Fix[] {
  if (id !== "unknown-value") return [];
  const values = schemaPathAt(file, rangeOf(file, at).start)?.segments.at(-1)?.schema.enum ?? [];
  if (values.length > MOST_VALUES) return [];
  const offered = new Set(fixes.flatMap(({ edits }) => edits.map(({ newText }) => newText)));
  return values
    .map((value) => written(String(value)))
    .filter((text) => !offered.has(text))
    .map((text) => ({
      title: message("Replace by “{0}”", text),
      safety: "probable",
      edits: [{ at, newText: text }],
    }));
}

/** All that is sure in this file, until nothing is left. */
function fixAll(context: Context, findings: readonly Finding[]): readonly CodeAction[] {
  const { file, workspace, found, localize } = context;
  const isOwn = (uri: string) => uri === file.uri;
  const { workspace: after, fixes: count } = applyFixes(
    workspace,
    isOwn,
    (one) => found(one).get(file.uri) ?? [],
  );
  const fresh = after.files.get(file.uri);
  if (count === 0 || !fresh) return [];
  const mendedOnes = findings.filter((finding) => sureFixOf(finding, isOwn));
  const edits = textEditsBetween(fileText(file), fileText(fresh));
  return [
    {
      title: localize(message("Apply all sure fixes in this file")),
      kind: FIX_ALL,
      diagnostics: mendedOnes.map((finding) => diagnostic(context, finding)),
      edit: workspaceEdit(
        context,
        edits.map(({ range, newText }) => ({ at: spanIn(file, range), newText })),
      ),
    },
  ];
}

/** Comments that silence what is found; the reason is left to be written. */
function silencers(context: Context, findings: readonly Finding[]): readonly CodeAction[] {
  const { file, localize } = context;
  const rules = new Map(findings.map((finding) => [finding.id, finding]));
  return [...rules.values()].map((finding) => {
    const { line } = rangeOf(file, finding.at).start;
    const indent = /^ */.exec(lineAt(file, line))?.[0] ?? "";
    const begin = { line, character: 0 };
    const at = spanIn(file, { start: begin, end: begin });
    return {
      title: localize(message("Silence “{0}” here with a comment", finding.id)),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic(context, finding)],
      edit: workspaceEdit(context, [{ at, newText: `${indent}# rentree-ignore ${finding.id}: \n` }]),
    };
  });
}
