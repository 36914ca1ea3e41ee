import type { WorkspaceEdit } from "vscode-languageserver-types";
import { message } from "../base/message.ts";
import { newYearOf } from "../rollout/new-year.ts";
import { Refusal, type SharedContext } from "./context.ts";
import type { NewYearArgument } from "./fleet-protocol.ts";
import { labelledParts } from "./workspace-edit.ts";

/**
 * The edit that takes an establishment to the next school year, for the user to look through; `undefined` if there is no
 * such establishment. Throws a `Refusal` if its school year has no next one.
 */
export function newYear(
  context: SharedContext,
  { establishment }: NewYearArgument,
): WorkspaceEdit | undefined {
  const snapshot = context.workspace.establishmentIn(establishment);
  if (!snapshot) return undefined;
  const next = newYearOf(snapshot);
  if ("text" in next) throw new Refusal(context.localize(next));
  const { from, to, sure, days, names } = next;
  return labelledParts(context, [
    { label: message("School year {0} → {1}", from, to), edits: sure, isSure: true },
    {
      label: message("Days: the same weekdays of the new year"),
      description: message("A proposal: the days of the next year may be others."),
      edits: days,
    },
    {
      label: message("Names that bear the year"),
      description: message("A proposal: the bases and files of the new year may have other names."),
      edits: names,
    },
  ]);
}
