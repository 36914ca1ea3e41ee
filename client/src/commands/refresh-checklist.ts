import type { Command } from "./command.ts";

/** Requests the checklist from the server again. */
export const refreshChecklist: Command = ({ checklist }) => checklist.refresh();
