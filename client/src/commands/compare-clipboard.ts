import { commands, env, l10n, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { TickArgument } from "../../../server/src/features/checklist-protocol.ts";
import {
  COMPARE,
  type CompareAnswer,
  type ComparedEstablishment,
  type CompareParams,
} from "../../../server/src/features/compare-protocol.ts";
import { COMMAND_TICK } from "../../../server/src/features/protocol.ts";
import type { Command } from "./command.ts";

/** Compares the list in the clipboard with the establishment of the open file. No file is left of it. */
export const compareClipboard: Command = async ({ client, comparison }) => {
  await client.start();
  const text = await env.clipboard.readText();
  const uri = window.activeTextEditor?.document.uri.toString();
  const compared = await answer(client, { text, ...(uri === undefined ? {} : { uri }) });
  if (!compared) return;
  comparison.show(compared);
  await tell(client, compared);
};

/** Takes the differences of the last comparison away, and what was noticed about the files of the last import. */
export const clearComparison: Command = ({ comparison, importer }) => {
  comparison.clear();
  importer.clear();
};

async function answer(
  client: BaseLanguageClient,
  params: CompareParams,
): Promise<ComparedEstablishment | undefined> {
  const { compared, choices = [] } = await client.sendRequest<CompareAnswer>(COMPARE, params);
  if (compared) return compared;
  const picks = choices.map(({ name, uri }) => ({ label: name, description: uri, uri }));
  const picked = await window.showQuickPick(picks, {
    title: l10n.t("Compare with What PRONOTE Shows"),
    placeHolder: l10n.t("Which establishment is the list of?"),
  });
  return picked && answer(client, { ...params, uri: picked.uri });
}

/** Says what was found, and offers the places, the whole text, and to write down what is proved. */
async function tell(client: BaseLanguageClient, compared: ComparedEstablishment): Promise<void> {
  const { name, differences, foot, proofs, title, alike, uri } = compared;
  const problems = l10n.t("Show Differences");
  const details = l10n.t("Details");
  const prove = l10n.t("Write Down the Proof");
  const offered = [
    ...(differences.length > 0 ? [problems] : []),
    details,
    ...(proofs.length > 0 ? [prove] : []),
  ];
  const summary = `${name} · ${title.split(" · ")[0]}: ${l10n.t("{0} differences", differences.length)}. ${foot[0] ?? ""}`;
  const picked = await window.showInformationMessage(summary, ...offered);
  if (picked === problems) await commands.executeCommand("workbench.actions.view.problems");
  if (picked === details)
    await window.showInformationMessage(`${name} · ${title}`, {
      modal: true,
      detail: [...differences.map(({ sign, message }) => `${sign} ${message}`), ...alike, "", ...foot].join(
        "\n",
      ),
    });
  if (picked !== prove) return;
  for (const { slug, preuve } of proofs) {
    const argument: TickArgument = { establishment: uri, slug, action: "preuve", preuve };
    await client.sendRequest("workspace/executeCommand", { command: COMMAND_TICK, arguments: [argument] });
  }
}
