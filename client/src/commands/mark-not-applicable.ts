import { l10n, window } from "vscode";
import { pickItems } from "../pick-item.ts";
import { tick } from "../tick.ts";
import type { Command } from "./command.ts";
import { stepsOf, subjectOf } from "./subject.ts";

/** Marks items as not applicable to their establishments, with a reason that the user writes. */
export const markNotApplicable: Command = async (tools, argument, selection) => {
  const nodes = await pickItems({ argument, selection }, tools, ({ open }) => open);
  const [first] = nodes;
  if (!first) return;

  const reason = await window.showInputBox({
    title: l10n.t("Not Applicable: {0}", subjectOf(nodes)),
    prompt: l10n.t("Why does this not concern {0}?", first.establishment.name),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === "" ? l10n.t("A reason is needed.") : undefined),
  });
  if (reason !== undefined) await tick(tools, stepsOf(nodes), "sans-objet", { note: reason.trim() });
};
