import type { Command } from "./command.ts";

/** Asks the server for the checklist again. */
export const refreshChecklist: Command = ({ checklist }) => checklist.refresh();
