import { l10n, type QuickPickItem, window } from "vscode";
import { COMMAND_NEW_YEAR, type NewYearArgument } from "../../../server/src/features/fleet-protocol.ts";
import { plainLabel } from "../first/multi-step.ts";
import { openFirst } from "../item-look.ts";
import type { Command, Tools } from "./command.ts";
import { clickedEstablishment } from "./subject.ts";

interface Choice extends QuickPickItem {
  readonly uri: string;
}

/** Takes an establishment to the next school year. VS Code shows the changes before any is made. */
export const newYear: Command = async (tools, argument) => {
  const establishment = await establishmentFor(tools, argument);
  if (establishment === undefined) return;
  const next: NewYearArgument = { establishment };
  await tools.client.sendRequest("workspace/executeCommand", {
    command: COMMAND_NEW_YEAR,
    arguments: [next],
  });
};

async function establishmentFor({ checklist }: Tools, argument: unknown): Promise<string | undefined> {
  const clicked = clickedEstablishment(argument);
  if (clicked) return clicked.uri;
  const all = openFirst(checklist.establishments, window.activeTextEditor?.document.uri.toString());
  const choices = all.map(({ name, uri }): Choice => ({ label: plainLabel(name), uri }));
  if (choices.length === 0) {
    void window.showWarningMessage(l10n.t("There is no establishment yet."));
    return undefined;
  }
  if (choices.length === 1) return choices[0]?.uri;
  const title = l10n.t("New School Year: for which establishment?");
  return (await window.showQuickPick(choices, { title }))?.uri;
}
