import { ConfigurationTarget, workspace } from "vscode";
import type { Command } from "./command.ts";

/** Shows every item of the checklist. */
export const showAll: Command = () => show("all");

/** Shows only the items that somebody still has to act on. */
export const showToDo: Command = () => show("todo");

function show(what: "all" | "todo"): Thenable<void> {
  return workspace.getConfiguration("rentree").update("checklist.show", what, ConfigurationTarget.Global);
}
