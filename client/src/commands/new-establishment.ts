import { commands, l10n, type QuickPickItem, Uri, window, workspace } from "vscode";
import {
  COMMAND_NEW_ESTABLISHMENT,
  NEW_ESTABLISHMENT,
  type NewEstablishmentArgument,
  type NewEstablishmentHints,
} from "../../../server/src/features/new-establishment-protocol.ts";
import { askEstablishment, type HintsFor } from "../first/establishment-questions.ts";
import { markDone } from "../first/first-steps.ts";
import { pickedSources } from "../import/chosen-sources.ts";
import { parentFolder } from "../import/import-target.ts";
import type { Command } from "./command.ts";

interface Start extends QuickPickItem {
  readonly isFromExports: boolean;
}

/**
 * Asks what a new establishment is, lets the server make its files, and opens the first one; or imports it from exports,
 * which say all that.
 */
export const newEstablishment: Command = async ({ client, importer }) => {
  // Before anything is asked: without the server, nothing could be made of the answers.
  await client.start();
  const parent = await parentFolder();
  const start = parent && (await askStart());
  if (!parent || !start) return;
  if (start.isFromExports) {
    const sources = await pickedSources(importer.serverReadsDisk);
    if (await importer.run(sources, { parent: parent.toString() })) markDone("create");
    return;
  }

  const hintsFor: HintsFor = (params) =>
    client.sendRequest<NewEstablishmentHints>(NEW_ESTABLISHMENT, { parent: parent.toString(), ...params });
  const answers = await askEstablishment(hintsFor, workspace.asRelativePath(parent));
  if (!answers) return;

  const { marker } = await hintsFor({ folder: answers.folder });
  const argument: NewEstablishmentArgument = { parent: parent.toString(), ...answers };
  const result = await client.sendRequest<{ applied: boolean; failureReason?: string } | null>(
    "workspace/executeCommand",
    { command: COMMAND_NEW_ESTABLISHMENT, arguments: [argument] },
  );
  // VS Code may say that it applied an edit whose files it could not write.
  const isMade = result?.applied === true && marker !== undefined && (await exists(Uri.parse(marker)));
  if (!isMade) {
    const reason =
      result?.failureReason ?? l10n.t("The files could not be created. Is the folder read-only?");
    void window.showErrorMessage(l10n.t("The establishment was not made. {0}", reason));
    return;
  }
  await show(Uri.parse(marker));
  markDone("create");
};

function askStart(): Thenable<Start | undefined> {
  const starts: Start[] = [
    {
      label: l10n.t("From a Few Questions"),
      description: l10n.t("name, RNE, what it takes over"),
      isFromExports: false,
    },
    {
      label: l10n.t("From Exports…"),
      description: l10n.t("of STSWEB, SIECLE, EDT or UnDeuxTEMPS: classes, teachers, services"),
      isFromExports: true,
    },
  ];
  return window.showQuickPick(starts, { title: l10n.t("New Establishment"), ignoreFocusOut: true });
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** Saves what was made, opens its first file, and shows that in the explorer. */
async function show(marker: Uri): Promise<void> {
  const folder = `${Uri.joinPath(marker, "..").toString()}/`;
  const document = await workspace.openTextDocument(marker);
  const made = workspace.textDocuments.filter(
    (one) => one.isDirty && (one === document || one.uri.toString().startsWith(folder)),
  );
  await Promise.all(made.map((one) => one.save()));
  if (workspace.getWorkspaceFolder(marker)) await commands.executeCommand("revealInExplorer", marker);
  await window.showTextDocument(document, { preview: false });
}
