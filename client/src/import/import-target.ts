import { l10n, type QuickPickItem, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ImportChoice, ImportParams } from "../../../server/src/features/import-protocol.ts";
import {
  NEW_ESTABLISHMENT,
  type NewEstablishmentHints,
} from "../../../server/src/features/new-establishment-protocol.ts";
import { failureText } from "../failure-text.ts";
import { plainLabel } from "../first/multi-step.ts";

/** Into what is imported. */
type Target = Pick<ImportParams, "establishment" | "parent" | "folder">;

interface Choice extends QuickPickItem {
  readonly choice: ImportChoice;
}

/**
 * Asks into which establishment files are imported, and for the folder of a new one, below `known` if that is given; `undefined` if the
 * user leaves.
 */
export async function askTarget(
  client: BaseLanguageClient,
  choices: readonly ImportChoice[],
  known?: string,
): Promise<Target | undefined> {
  // Whoever gave the place of a new one wants a new one.
  const asked = known === undefined ? undefined : choices.find(({ folder }) => folder !== undefined);
  const choice = asked ?? (choices.length === 1 ? choices[0] : await pick(choices));
  if (!choice) {
    if (choices.length === 0)
      void window.showWarningMessage(
        l10n.t(
          "These files do not say of which establishment they are, and there is none here: import STSWEB's sts_emp first.",
        ),
      );
    return undefined;
  }
  if (choice.uri !== undefined) return { establishment: choice.uri };
  const parent = known === undefined ? await parentFolder() : Uri.parse(known);
  const folder = parent && (await askFolder(client, parent, choice));
  return parent && folder !== undefined ? { parent: parent.toString(), folder } : undefined;
}

async function pick(choices: readonly ImportChoice[]): Promise<ImportChoice | undefined> {
  const items = choices.map((choice): Choice => ({ label: plainLabel(choice.name), choice }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t("Import into Which Establishment?"),
    ignoreFocusOut: true,
  });
  return picked?.choice;
}

/** The folder in which a new establishment is made: that of the workspace, or one that the user picks. */
export async function parentFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]?.uri;
  if (folders.length > 1) return (await window.showWorkspaceFolderPick())?.uri;

  const picked = await window.showOpenDialog({
    title: l10n.t("Folder for the new establishment"),
    canSelectFiles: false,
    canSelectFolders: true,
  });
  return picked?.[0];
}

async function askFolder(
  client: BaseLanguageClient,
  parent: Uri,
  { name, folder = "" }: ImportChoice,
): Promise<string | undefined> {
  return window.showInputBox({
    title: name,
    prompt: l10n.t("Its folder, below {0}", workspace.asRelativePath(parent)),
    value: folder,
    ignoreFocusOut: true,
    async validateInput(text) {
      const params = { parent: parent.toString(), folder: text };
      try {
        const hints = await client.sendRequest<NewEstablishmentHints>(NEW_ESTABLISHMENT, params);
        return hints.folderProblem;
      } catch (error) {
        return failureText(error, client.isRunning(), l10n);
      }
    },
  });
}
