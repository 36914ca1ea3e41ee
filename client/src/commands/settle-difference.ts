import { l10n, window } from "vscode";
import type { ChosenFix } from "../comparison.ts";
import { writeChange } from "../written-change.ts";
import type { Command } from "./command.ts";

/** Settles a difference from PRONOTE by one of its fixes, which the argument, a `ChosenFix`, names. */
export const settleDifference: Command = async ({ client, comparison }, argument) => {
  const { establishment, message, fix } = argument as ChosenFix;
  const reason = fix.asksReason ? await reasonFor(message) : "";
  if (reason === undefined) return;
  if (await writeChange(client, { establishment, change: fix.change, reason }))
    comparison.settle({ establishment, message, fix });
};

function reasonFor(difference: string): Thenable<string | undefined> {
  return window.showInputBox({
    title: difference,
    prompt: l10n.t("Why may this difference stay? The reason is written under “correspondances”."),
    validateInput: (text) => (text.trim() === "" ? l10n.t("A reason is needed.") : undefined),
  });
}
