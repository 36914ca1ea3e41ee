import { type Diagnostic, type LogOutputChannel, Uri, workspace } from "vscode";
import { type LanguageClientOptions, type Middleware, RevealOutputChannelOn } from "vscode-languageclient";
import { errorHandler } from "./error-handler.ts";
import { applyEdit } from "./tick.ts";

/** The glob of configuration files. The server goes by the file name only, whatever the language id in VS Code. */
export const PATTERN = "**/*.pronote.{yaml,yml}";

/** The options of the language client, the same in Node and in the browser. */
export function clientOptions(log: LogOutputChannel, middleware: Middleware): LanguageClientOptions {
  return {
    documentSelector: [{ pattern: PATTERN }, { language: "pronote" }],
    outputChannel: log,
    // The log must not open by itself while the user types; the status item shows failures.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: () => ({
      language: workspace.getConfiguration("rentree").get("language", "auto"),
    }),
    synchronize: { configurationSection: "rentree" },
    errorHandler: errorHandler(),
    // Without this, the client would show the error in its own words. The status says that the server is off.
    initializationFailedHandler: () => false,
    middleware: {
      ...middleware,
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(linkToRulePage)),
      workspace: { handleApplyEdit: applyEdit },
    },
  };
}

/** Makes the rule id of a diagnostic a link that opens the rule's page in VS Code. */
function linkToRulePage(diagnostic: Diagnostic): Diagnostic {
  const code = diagnostic.code;
  const rule = typeof code === "object" ? code.value : code;
  if (diagnostic.source !== "rentree" || rule === undefined) return diagnostic;

  const query = encodeURIComponent(JSON.stringify([rule]));
  diagnostic.code = { value: rule, target: Uri.parse(`command:rentree.explainRule?${query}`) };
  return diagnostic;
}
