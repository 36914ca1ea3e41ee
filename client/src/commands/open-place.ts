import { Uri, window, workspace } from "vscode";
import type { ChecklistPlace } from "../../../server/src/features/protocol.ts";
import type { Command } from "./command.ts";

/** Opens a place from a view, which keeps the focus: its keys must not reach the file. */
export const openPlace: Command = async ({ client }, argument) => {
  const { uri, range } = argument as ChecklistPlace;
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const selection = client.protocol2CodeConverter.asRange(range);
  await window.showTextDocument(document, { selection, preserveFocus: true, preview: true });
};
