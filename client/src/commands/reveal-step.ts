import { commands, l10n, window } from "vscode";
import type { StepName } from "../../../server/src/features/checklist-protocol.ts";
import { type ItemNode, itemsOf } from "../checklist-tree.ts";
import { stepsAt } from "../steps-at.ts";
import type { Command, Tools } from "./command.ts";

/** Shows a step in the tree: the given one, or the one that covers what stands at the cursor. */
export const revealStep: Command = async (tools, argument) => {
  const editor = window.activeTextEditor;
  const atCursor = editor && !isStepName(argument) ? await stepsAt(tools.client, editor) : [];
  const steps = isStepName(argument) ? [argument] : atCursor;
  for (const step of steps) {
    const node = await nodeOf(tools, step);
    if (!node) continue;
    await commands.executeCommand("rentree.checklist.focus");
    await tools.view.reveal(node, { select: true, focus: true, expand: true });
    return;
  }
  void window.showInformationMessage(l10n.t("No step of the checklist is about what stands at the cursor."));
};

async function nodeOf(
  { checklist }: Tools,
  { establishment, slug }: StepName,
): Promise<ItemNode | undefined> {
  const loaded = await checklist.load(establishment);
  return loaded && itemsOf([loaded]).find(({ item }) => item.slug === slug);
}

function isStepName(value: unknown): value is StepName {
  return typeof value === "object" && value !== null && "slug" in value && typeof value.slug === "string";
}
