import type { Command } from "./command.ts";

/** Reads all files again, and requests the checklist from the server. */
export const refreshChecklist: Command = async ({ files, checklist }) => {
  await files.readAgain();
  await checklist.reload();
};
