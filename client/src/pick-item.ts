import { env, l10n, type TreeView, window } from "vscode";
import type { ChecklistItem } from "../../server/src/features/protocol.ts";
import type { Checklist } from "./checklist.ts";
import { type ChecklistNode, type ItemNode, itemsOf } from "./checklist-tree.ts";
import { lookOf, wordsOf } from "./item-look.ts";

/**
 * The item that a command applies to: the one clicked, else the one selected in the tree, else one that the user picks
 * from those that fit. `undefined` if there is none or the user cancels.
 */
export async function pickItem(
  argument: unknown,
  view: TreeView<ChecklistNode>,
  checklist: Checklist,
  fits: (item: ChecklistItem) => boolean,
): Promise<ItemNode | undefined> {
  if (isItemNode(argument)) return argument;
  const selected = view.visible ? view.selection.find(isItemNode) : undefined;
  if (selected && fits(selected.item)) return selected;

  const words = wordsOf(l10n, env.language);
  const several = checklist.establishments.length > 1;
  const picks = itemsOf(checklist.establishments)
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
    void window.showInformationMessage(l10n.t("No step of the checklist is in a state for that."));
    return undefined;
  }
  return (await window.showQuickPick(picks, { matchOnDescription: true, matchOnDetail: true }))?.node;
}

function isItemNode(value: unknown): value is ItemNode {
  return typeof value === "object" && value !== null && "item" in value && value.item !== undefined;
}
