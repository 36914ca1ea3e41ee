import { ConfigurationTarget, workspace } from "vscode";
import type { Command } from "./command.ts";

/** Shows all items of the checklist. */
export const showAll: Command = () => show("all");

/** Shows only open items of the checklist. */
export const showToDo: Command = () => show("todo");

function show(filter: "all" | "todo"): Thenable<void> {
  return workspace.getConfiguration("rentree").update("checklist.show", filter, ConfigurationTarget.Global);
}
