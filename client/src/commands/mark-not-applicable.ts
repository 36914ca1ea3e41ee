import { l10n, window } from "vscode";
import { pickItem } from "../pick-item.ts";
import { tick } from "../tick.ts";
import type { Command } from "./command.ts";

/** Marks an item as not applicable to its establishment, with a reason that the user writes. */
export const markNotApplicable: Command = async ({ client, checklist, view }, argument) => {
  const node = await pickItem(argument, view, checklist, ({ open }) => open);
  if (!node) return;

  const reason = await window.showInputBox({
    title: l10n.t("Not Applicable: {0}", node.item.title),
    prompt: l10n.t("Why does this not concern {0}?", node.establishment.name),
    validateInput: (text) => (text.trim() === "" ? l10n.t("A reason is needed.") : undefined),
  });
  if (reason !== undefined) await tick(client, node, "sans-objet", reason.trim());
};
