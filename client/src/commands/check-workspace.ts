import { commands, l10n, languages, window } from "vscode";
import type { Command } from "./command.ts";

/** Shows the findings. The server checks all files at any time, so nothing is started. */
export const checkWorkspace: Command = async ({ client, checklist }) => {
  await client.start();
  const findings = languages
    .getDiagnostics()
    .flatMap(([, diagnostics]) => diagnostics.filter(({ source }) => source === "rentree"));
  if (findings.length > 0) {
    await commands.executeCommand("workbench.actions.view.problems");
  } else if (checklist.establishments.length > 0) {
    void window.showInformationMessage(l10n.t("Rentrée finds nothing to say about these files."));
  } else {
    await offerEstablishment();
  }
};

async function offerEstablishment(): Promise<void> {
  const create = l10n.t("New Establishment…");
  const text = l10n.t(
    "No establishment here: an establishment is a folder with a file named etablissement.pronote.yaml.",
  );
  if ((await window.showInformationMessage(text, create)) === create) {
    await commands.executeCommand("rentree.newEstablishment");
  }
}
