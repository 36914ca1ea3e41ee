import type { Diagnostic, QuickPickItem } from "vscode";
import { l10n, languages, window } from "vscode";
import { showRulePage } from "../rule-page.ts";
import type { Command } from "./command.ts";

/** Shows the page of a rule: the given one, the one that reports at the cursor, or one to be picked. */
export const explainRule: Command = async (_tools, argument) => {
  const rule = typeof argument === "string" ? argument : await chosen();
  if (rule !== undefined) await showRulePage(rule);
};

async function chosen(): Promise<string | undefined> {
  const here = rulesOf(atCursor());
  if (here.length === 1) return here[0]?.label;

  const everywhere = rulesOf(languages.getDiagnostics().flatMap(([, diagnostics]) => diagnostics));
  const rules = here.length > 0 ? here : everywhere;
  if (rules.length === 0) return ask();
  const picked = await window.showQuickPick(rules, {
    title: l10n.t("Explain a Rule"),
    placeHolder: l10n.t("Rules that report something"),
    matchOnDetail: true,
  });
  return picked?.label;
}

/** Nothing is reported: a rule may still be known by its name, from a comment or a colleague. */
async function ask(): Promise<string | undefined> {
  return window.showInputBox({
    title: l10n.t("Explain a Rule"),
    prompt: l10n.t("Name of the rule, for example unknown-reference"),
  });
}

function atCursor(): readonly Diagnostic[] {
  const editor = window.activeTextEditor;
  if (!editor) return [];
  return languages
    .getDiagnostics(editor.document.uri)
    .filter(({ range }) => range.intersection(editor.selection) !== undefined);
}

function rulesOf(diagnostics: readonly Diagnostic[]): QuickPickItem[] {
  const picks = new Map<string, QuickPickItem>();
  for (const { source, code, message } of diagnostics) {
    const rule = typeof code === "object" ? code.value : code;
    if (source !== "rentree" || rule === undefined || picks.has(String(rule))) continue;
    picks.set(String(rule), { label: String(rule), detail: message });
  }
  return [...picks.values()].sort((one, other) => one.label.localeCompare(other.label));
}
