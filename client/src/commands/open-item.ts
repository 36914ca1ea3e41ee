import { window, workspace } from "vscode";
import { pickItem } from "../pick-item.ts";
import type { Command } from "./command.ts";

/** Opens the value that an item covers, or the place where its missing value would be written. */
export const openItem: Command = async ({ client, checklist, view }, argument) => {
  const node = await pickItem(argument, view, checklist, ({ place }) => place !== undefined);
  const place = node?.item.place;
  if (!place) return;

  const { protocol2CodeConverter: convert } = client;
  const document = await workspace.openTextDocument(convert.asUri(place.uri));
  await window.showTextDocument(document, { selection: convert.asRange(place.range) });
};
