import { type Diagnostic, type LogOutputChannel, Uri, workspace } from "vscode";
import { type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import { errorHandler } from "./error-handler.ts";
import { applyEdit } from "./tick.ts";

/** The files that are ours, by name: the language id helps VS Code, the server decides by the name alone. */
export const PATTERN = "**/*.pronote.{yaml,yml}";

/** What the language client is told wherever it runs. */
export function clientOptions(log: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [{ pattern: PATTERN }, { language: "pronote" }],
    outputChannel: log,
    // A window that opens by itself while one types is worse than the fault; the status item shows it.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: () => ({
      language: workspace.getConfiguration("rentree").get("language", "auto"),
    }),
    synchronize: { configurationSection: "rentree" },
    errorHandler: errorHandler(),
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(linkToRulePage)),
      workspace: { handleApplyEdit: applyEdit },
    },
  };
}

/** A click on a rule's name opens its page here, without a network. */
function linkToRulePage(diagnostic: Diagnostic): Diagnostic {
  const code = diagnostic.code;
  const rule = typeof code === "object" ? code.value : code;
  if (diagnostic.source !== "rentree" || rule === undefined) return diagnostic;

  const query = encodeURIComponent(JSON.stringify([rule]));
  diagnostic.code = { value: rule, target: Uri.parse(`command:rentree.explainRule?${query}`) };
  return diagnostic;
}
