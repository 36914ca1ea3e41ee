import { commands, env, l10n, type TreeView, window } from "vscode";
import type { ChecklistItem } from "../../server/src/features/protocol.ts";
import type { Checklist } from "./checklist.ts";
import { type ChecklistNode, type ItemNode, itemsOf } from "./checklist-tree.ts";
import { lookOf, openFirst, wordsOf } from "./item-look.ts";

/**
 * The item that a command applies to: the one clicked, the one at which a key was pressed, else the one selected in the
 * tree, else one that the user picks from those that fit, the ones of the open file's establishment first. `undefined` if there is none or the user cancels.
 */
export async function pickItem(
  argument: unknown,
  view: TreeView<ChecklistNode>,
  checklist: Checklist,
  fits: (item: ChecklistItem) => boolean,
): Promise<ItemNode | undefined> {
  if (isItemNode(argument)) return argument;
  if (isKey(argument)) {
    const focused = await focusedItem(view);
    if (focused && !fits(focused.item)) sayNone();
    return focused && fits(focused.item) ? focused : undefined;
  }
  const selected = view.visible ? view.selection.find(isItemNode) : undefined;
  if (selected && fits(selected.item)) return selected;

  const words = wordsOf(l10n, env.language);
  const several = checklist.establishments.length > 1;
  const picks = itemsOf(openFirst(checklist.establishments, window.activeTextEditor?.document.uri.toString()))
    .filter(({ item }) => fits(item))
    .map((node) => ({
      label: node.item.title,
      description: [several ? node.establishment.name : "", lookOf(node.item, words).state]
        .filter((part) => part !== "")
        .join(", "),
      detail: node.item.why,
      node,
    }));
  if (picks.length === 0) {
    sayNone();
    return undefined;
  }
  return (await window.showQuickPick(picks, { matchOnDescription: true, matchOnDetail: true }))?.node;
}

function sayNone(): void {
  void window.showInformationMessage(l10n.t("No step of the checklist is in a state for that."));
}

/** Whether a key was pressed in the tree: the manifest gives its commands this argument. */
function isKey(value: unknown): boolean {
  return typeof value === "object" && value !== null && "key" in value;
}

/** The item at which the keyboard stands in the tree. VS Code tells what is selected only, so it is selected first. */
async function focusedItem(view: TreeView<ChecklistNode>): Promise<ItemNode | undefined> {
  await commands.executeCommand("list.selectAndPreserveFocus");
  return view.selection.find(isItemNode);
}

/** Whether an argument of a command is an item of the tree. */
export function isItemNode(value: unknown): value is ItemNode {
  return typeof value === "object" && value !== null && "item" in value && value.item !== undefined;
}
