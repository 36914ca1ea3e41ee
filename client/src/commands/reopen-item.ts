import { pickItem } from "../pick-item.ts";
import { tick } from "../tick.ts";
import type { Command } from "./command.ts";

/** Removes what a person recorded for an item. */
export const reopenItem: Command = async ({ client, checklist, view }, argument) => {
  const node = await pickItem(argument, view, checklist, (item) => item.fait !== undefined);
  if (node) await tick(client, node, "a-faire");
};
