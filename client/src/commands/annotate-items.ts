import { type InputBoxOptions, l10n, type QuickPickItem, window } from "vscode";
import type { ChecklistItem } from "../../../server/src/features/protocol.ts";
import { knownAuthor } from "../author.ts";
import { pickItems } from "../pick-item.ts";
import { type TickText, tick } from "../tick.ts";
import type { Command } from "./command.ts";
import { stepsOf, subjectOf } from "./subject.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The command that asks for who is to do items, until when, or a note, and writes it beside them. */
export function annotateItems(key: keyof TickText): Command {
  return async (tools, argument, selection) => {
    const nodes = await pickItems({ argument, selection }, tools, (item) => key === "note" || item.open);
    const [first] = nodes;
    if (!first) return;
    const before = key === "note" ? first.item.fait?.note : first.item[key];
    const proposal = before ?? (key === "pour" ? await knownAuthor(first.establishment.uri) : "");
    const text = await window.showInputBox({
      ...optionsFor(
        key,
        subjectOf(nodes),
        nodes.some(({ item }) => hasText(item, key)),
      ),
      value: proposal,
      ignoreFocusOut: true,
    });
    if (text !== undefined) await tick(tools, stepsOf(nodes), "annote", { [key]: text.trim() });
  };
}

/** Asks which of these is written beside items: for the palette, where menus have a command for each. */
export const annotateAny: Command = async (tools, argument, selection) => {
  const choices: readonly (QuickPickItem & { readonly key: keyof TickText })[] = [
    { label: l10n.t("Assign…"), key: "pour" },
    { label: l10n.t("Date…"), key: "avant" },
    { label: l10n.t("Note…"), key: "note" },
  ];
  const chosen = await window.showQuickPick(choices, { title: l10n.t("Write beside a step") });
  if (chosen) await annotateItems(chosen.key)(tools, argument, selection);
};

function hasText(item: ChecklistItem, key: keyof TickText): boolean {
  return (key === "note" ? item.fait?.note : item[key]) !== undefined;
}

function optionsFor(key: keyof TickText, subject: string, isThere: boolean): InputBoxOptions {
  const hint = isThere ? ` ${l10n.t("Leave it empty to take it away.")}` : "";
  switch (key) {
    case "pour":
      return {
        title: l10n.t("Assign: {0}", subject),
        prompt: l10n.t("Who is to do it, for example a.petit.") + hint,
      };
    case "avant":
      return {
        title: l10n.t("Date: {0}", subject),
        prompt: l10n.t("Until when, as YYYY-MM-DD.") + hint,
        validateInput: (text) =>
          text.trim() === "" || isDay(text.trim()) ? undefined : l10n.t("A day is written as 2026-09-04."),
      };
    case "note":
      return {
        title: l10n.t("Note: {0}", subject),
        prompt: l10n.t("One line, for those who read it later. No personal data.") + hint,
      };
  }
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text));
}
