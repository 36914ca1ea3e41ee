import { l10n, Uri, window, workspace } from "vscode";
import {
  establishmentFile,
  folderNameFor,
  isPathBelow,
  nameNotForWindows,
  schoolYearAt,
} from "../establishment-file.ts";
import type { Command } from "./command.ts";

/** Asks for the required values of an establishment, writes its first file and opens it. */
export const newEstablishment: Command = async () => {
  const parent = await parentFolder();
  const nom = parent && (await askName());
  const rne = nom && (await askRne());
  const folder = rne && (await askFolder(parent, folderNameFor(nom)));
  if (!folder) return;

  const file = Uri.joinPath(parent, folder, "etablissement.pronote.yaml");
  const text = establishmentFile({ nom, rne, anneeScolaire: schoolYearAt(new Date()) });
  // Also creates missing folders, on any file system that VS Code can write to.
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  await window.showTextDocument(await workspace.openTextDocument(file));
};

async function parentFolder(): Promise<Uri | undefined> {
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

function askName(): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t("New Establishment (1 of 3): name"),
    prompt: l10n.t("As its users read it, for example Collège des Tilleuls"),
    validateInput: (text) => (text.trim() === "" ? l10n.t("A name is needed.") : undefined),
  });
}

function askRne(): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t("New Establishment (2 of 3): RNE"),
    prompt: l10n.t("Seven digits and a letter, for example 0759998K"),
    validateInput: (text) =>
      /^\d{7}[A-Za-z]$/.test(text.trim()) ? undefined : l10n.t("An RNE has seven digits and a letter."),
  });
}

function askFolder(parent: Uri, proposal: string): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t("New Establishment (3 of 3): folder"),
    prompt: l10n.t("Path of its folder, inside {0}", parent.path),
    value: proposal,
    validateInput: async (text) => {
      if (!isPathBelow(text.trim())) return l10n.t("Write a path inside that folder.");
      const name = nameNotForWindows(text.trim());
      if (name !== undefined) return l10n.t("Windows does not allow the name “{0}”.", name);
      const isTaken = await exists(Uri.joinPath(parent, text.trim(), "etablissement.pronote.yaml"));
      return isTaken ? l10n.t("There is already an establishment there.") : undefined;
    },
  });
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
