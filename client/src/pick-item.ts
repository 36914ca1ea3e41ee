import { commands, env, l10n, type QuickPickItem, type TreeView, window } from "vscode";
import type { ChecklistItem } from "../../server/src/features/protocol.ts";
import type { Checklist, ShownEstablishment } from "./checklist.ts";
import { type ChecklistNode, type ItemNode, itemsOf } from "./checklist-tree.ts";
import { lookOf, openFirst, totalsOf, wordsOf } from "./item-look.ts";

/** What a command was started with: the argument of the menu or key, and all nodes that are selected with it. */
export interface PickInput {
  readonly argument: unknown;
  readonly selection: unknown;
}

/** Where items are picked from. */
interface PickSource {
  readonly view: TreeView<ChecklistNode>;
  readonly checklist: Checklist;
}

/**
 * The items that a command applies to: those that are meant, else one that the user picks from those that fit. Empty if there
 * is none or the user cancels.
 */
export async function pickItems(
  input: PickInput,
  source: PickSource,
  fits: (item: ChecklistItem) => boolean,
): Promise<readonly ItemNode[]> {
  const meant = await meantItems(input, source, fits);
  if (meant) return meant;
  const picked = await pickFromList(source.checklist, fits);
  return picked ? [picked] : [];
}

/**
 * The items that a command was started on: those clicked, those at which a key was pressed, else those selected in the tree.
 * Empty if none of them fits; `undefined` if the command was started elsewhere.
 */
export async function meantItems(
  { argument, selection }: PickInput,
  source: PickSource,
  fits: (item: ChecklistItem) => boolean,
): Promise<readonly ItemNode[] | undefined> {
  const clicked = clickedItems(argument, selection);
  const nodes = isKey(argument) ? await itemsAtKey(source.view) : clicked;
  if (nodes.length > 0 || isKey(argument)) return fitting(nodes, fits);
  const selected = source.view.visible ? source.view.selection.filter(isItemNode) : [];
  return selected.some(({ item }) => fits(item)) ? fitting(selected, fits) : undefined;
}

/** The first of these items, for commands that show one. */
export async function pickItem(
  input: PickInput,
  source: PickSource,
  fits: (item: ChecklistItem) => boolean,
): Promise<ItemNode | undefined> {
  const [first] = await pickItems(input, source, fits);
  return first;
}

function fitting(nodes: readonly ItemNode[], fits: (item: ChecklistItem) => boolean): readonly ItemNode[] {
  const found = nodes.filter(({ item }) => fits(item));
  if (found.length === 0) sayNone();
  return found;
}

/** A menu gives the node that was clicked and, if it is one of several that are selected, all of them. */
function clickedItems(argument: unknown, selection: unknown): readonly ItemNode[] {
  if (!isItemNode(argument)) return [];
  return Array.isArray(selection) && selection.length > 0 ? selection.filter(isItemNode) : [argument];
}

/**
 * The items at which a key was pressed: all that are selected if the keyboard stands on one of them, else the one where it
 * stands. VS Code tells what is selected only: that its command takes one away shows that the keyboard stood on a selected one.
 */
async function itemsAtKey(view: TreeView<ChecklistNode>): Promise<readonly ItemNode[]> {
  const selected = view.selection.filter(isItemNode);
  if (selected.length > 1) {
    await commands.executeCommand("list.toggleSelection");
    const isInSelection = view.selection.length < selected.length;
    await commands.executeCommand("list.toggleSelection");
    if (isInSelection) return selected;
  }
  await commands.executeCommand("list.selectAndPreserveFocus");
  return view.selection.filter(isItemNode);
}

async function pickFromList(
  checklist: Checklist,
  fits: (item: ChecklistItem) => boolean,
): Promise<ItemNode | undefined> {
  const file = window.activeTextEditor?.document.uri.toString();
  const known = checklist.establishments.filter(({ isLoaded }) => isLoaded);
  const isAllKnown = known.length === checklist.establishments.length;
  const chosen = isAllKnown
    ? known
    : [await pickEstablishment(checklist, file)].filter((one) => one !== undefined);
  if (chosen.length === 0) return undefined;
  const words = wordsOf(l10n, env.language);
  const picks = itemsOf(openFirst(chosen, file))
    .filter(({ item }) => fits(item))
    .map((node) => ({
      label: node.item.title,
      description: [chosen.length > 1 ? node.establishment.name : "", lookOf(node.item, words).state]
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

/** Of hundreds of establishments, the one whose steps are listed; that of the open file comes first. */
async function pickEstablishment(
  checklist: Checklist,
  file: string | undefined,
): Promise<ShownEstablishment | undefined> {
  const picks = openFirst(checklist.establishments, file).map((one): QuickPickItem & { uri: string } => ({
    label: one.name,
    description: totalsOf([one], l10n),
    uri: one.uri,
  }));
  const picked = await window.showQuickPick(picks, { placeHolder: l10n.t("Establishment") });
  return picked && checklist.load(picked.uri);
}

/** Says that no step is in a state for a command. */
export function sayNone(): void {
  void window.showInformationMessage(l10n.t("No step of the checklist is in a state for that."));
}

/** Whether a key was pressed in the tree: the manifest gives its commands this argument. */
function isKey(value: unknown): boolean {
  return typeof value === "object" && value !== null && "key" in value;
}

/** Whether an argument of a command is an item of the tree, not a line behind one. */
export function isItemNode(value: unknown): value is ItemNode {
  if (typeof value !== "object" || value === null || !("item" in value) || value.item === undefined)
    return false;
  return !("detail" in value) || value.detail === undefined;
}
