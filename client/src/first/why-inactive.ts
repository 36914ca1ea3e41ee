import {
  Disposable,
  LanguageStatusSeverity,
  l10n,
  languages,
  type TextDocument,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type Inactivity, inactivityOf } from "./inactivity.ts";

/** Why Rentrée is inactive in a document, or in the window if there is none; `undefined` if it is active. */
export function whyInactiveIn(
  client: BaseLanguageClient,
  document: TextDocument | undefined,
): Inactivity | undefined {
  return inactivityOf({
    ...(document ? { path: document.uri.path } : {}),
    isUntitled: document?.isUntitled === true,
    language: document?.languageId ?? "",
    isInFolder: document !== undefined && workspace.getWorkspaceFolder(document.uri) !== undefined,
    isRunning: client.isRunning(),
  });
}

/** A reason in a sentence, and what to do about it. */
export function inactivityText(why: Inactivity | undefined): string {
  switch (why) {
    case undefined:
      return l10n.t("Rentrée is active in this file.");
    case "no-file":
      return l10n.t("No file is open. Rentrée works in files whose name ends with .pronote.yaml.");
    case "server-off":
      return l10n.t("The server is not running: nothing is checked until it is started again.");
    case "other-file":
      return l10n.t("Rentrée works only in files whose name ends with .pronote.yaml.");
    case "marker-misnamed":
      return l10n.t("The file of an establishment is named etablissement.pronote.yaml: rename this one.");
    case "name-without-pronote":
      return l10n.t(
        "The name of this file does not end with .pronote.yaml: rename it if it is a configuration.",
      );
    case "untitled":
      return l10n.t(
        "This file has no name yet. Save it as etablissement.pronote.yaml, or with another name that ends with .pronote.yaml.",
      );
    case "outside":
      return l10n.t(
        "This file is outside of the folders that are open: only its own text is checked. Open the folder of its establishment.",
      );
    case "other-language":
      return l10n.t(
        "Rentrée is active in this file, but its language is another than PRONOTE, by a file association: extensions for that language may tell everything a second time. Choose the language PRONOTE for it.",
      );
  }
}

/** A language status in YAML files that says why Rentrée does nothing there. */
export function showInactivity(client: BaseLanguageClient): Disposable {
  const item = languages.createLanguageStatusItem("rentree.inactive", { pattern: "**/*.{yaml,yml}" });
  item.name = l10n.t("Rentrée: where it is active");
  item.command = { command: "rentree.whyInactive", title: l10n.t("Why?") };
  const update = () => {
    const why = whyInactiveIn(client, window.activeTextEditor?.document);
    const isActive = why === undefined || why === "other-language";
    item.text = isActive ? l10n.t("Rentrée: active here") : l10n.t("Rentrée: inactive here");
    item.detail = why === undefined ? "" : inactivityText(why);
    item.severity =
      why === "outside" || why === "other-language"
        ? LanguageStatusSeverity.Warning
        : LanguageStatusSeverity.Information;
  };
  update();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidChangeWorkspaceFolders(update),
    workspace.onDidOpenTextDocument(update),
    client.onDidChangeState(update),
  );
}
