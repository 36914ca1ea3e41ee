import { commands, Uri, window, workspace } from "vscode";
import type { ItemNode } from "../checklist-tree.ts";
import { isItemNode, pickItem } from "../pick-item.ts";
import { stepPageOf } from "../step-page.ts";
import type { Command, Tools } from "./command.ts";

/** Opens the value that an item covers, or the place where its missing value would be written. */
export const openItem: Command = async (tools, argument, selection) => {
  const node = await pickItem({ argument, selection }, tools, ({ place }) => place !== undefined);
  if (node) await show(tools.client, node, false);
};

/** The same for a click in the tree, which keeps the focus: its keys must not reach the file. */
export const previewItem: Command = async ({ client }, argument) => {
  if (isItemNode(argument)) await show(client, argument, true);
};

async function show(client: Tools["client"], node: ItemNode, preserveFocus: boolean): Promise<void> {
  const { place } = node.item;
  if (!place) {
    await commands.executeCommand("markdown.showPreview", stepPageOf(node));
    if (preserveFocus) await commands.executeCommand("rentree.checklist.focus");
    return;
  }
  const { protocol2CodeConverter: convert } = client;
  const document = await workspace.openTextDocument(Uri.parse(place.uri));
  const selection = convert.asRange(place.range);
  await window.showTextDocument(document, { selection, preserveFocus, preview: preserveFocus });
}
