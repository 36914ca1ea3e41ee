import type { Command } from "./index.ts";

/** Asks the server for the checklist again. */
export const refreshChecklist: Command = ({ checklist }) => checklist.refresh();
