import type { Diagnostic, QuickPickItem } from "vscode";
import { l10n, languages, window } from "vscode";
import { findingsAt, ruleOf } from "../findings.ts";
import { showRulePage } from "../pages.ts";
import type { Command } from "./command.ts";

/** Shows the page of a rule: the given one, the only one with a finding at the cursor, or one that the user picks. */
export const explainRule: Command = async (_tools, argument) => {
  const rule = typeof argument === "string" ? argument : await chooseRule();
  if (rule !== undefined) await showRulePage(rule);
};

async function chooseRule(): Promise<string | undefined> {
  const rulesAtCursor = rulesOf(findingsAt(window.activeTextEditor));
  if (rulesAtCursor.length === 1) return rulesAtCursor[0]?.label;

  const allRules = rulesOf(languages.getDiagnostics().flatMap(([, diagnostics]) => diagnostics));
  const rules = rulesAtCursor.length > 0 ? rulesAtCursor : allRules;
  if (rules.length === 0) return askForId();
  const picked = await window.showQuickPick(rules, {
    title: l10n.t("Explain a Rule"),
    placeHolder: l10n.t("Rules that report something"),
    matchOnDetail: true,
  });
  return picked?.label;
}

/** Without findings, lets the user type a rule id. */
async function askForId(): Promise<string | undefined> {
  return window.showInputBox({
    title: l10n.t("Explain a Rule"),
    prompt: l10n.t("Name of the rule, for example unknown-reference"),
  });
}

function rulesOf(diagnostics: readonly Diagnostic[]): QuickPickItem[] {
  const picks = new Map<string, QuickPickItem>();
  for (const diagnostic of diagnostics) {
    const rule = ruleOf(diagnostic);
    if (rule === undefined || picks.has(rule)) continue;
    picks.set(rule, { label: rule, detail: diagnostic.message });
  }
  return [...picks.values()].sort((a, b) => a.label.localeCompare(b.label));
}
