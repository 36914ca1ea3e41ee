import type { Command } from "./command.ts";

/** Lets the user choose which items of the checklist are shown, and in which order. */
export const chooseArrangement: Command = ({ arrangement }) => arrangement.choose();

/** Shows all items of the checklist that apply. */
export const showAll: Command = ({ arrangement }) => arrangement.show("all");

/** Shows only open items of the checklist. */
export const showToDo: Command = ({ arrangement }) => arrangement.show("todo");
