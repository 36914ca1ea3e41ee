import { commands, l10n, window } from "vscode";
import { inactivityText, whyInactiveIn } from "../first/why-inactive.ts";
import type { Command } from "./command.ts";

/** Says why Rentrée is inactive in the file of the editor, with a way out where there is one. */
export const whyInactive: Command = async ({ client }) => {
  const why = whyInactiveIn(client, window.activeTextEditor?.document);
  const [action, command] =
    why === "server-off"
      ? [l10n.t("Start It Again"), "rentree.restartServer"]
      : why === "outside"
        ? [l10n.t("Open Folder"), "vscode.openFolder"]
        : [];
  const text = inactivityText(why);
  const chosen = await (action === undefined
    ? window.showInformationMessage(text)
    : window.showInformationMessage(text, action));
  if (chosen !== undefined && command !== undefined) await commands.executeCommand(command);
};
