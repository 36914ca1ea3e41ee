import { pickItem } from "../pick-item.ts";
import { tick } from "../tick.ts";
import type { Command } from "./command.ts";

/** Removes what a person recorded for an item. */
export const reopenItem: Command = async ({ client, checklist, view }, argument) => {
  const node = await pickItem(argument, view, checklist, ({ fait, reopenable }) =>
    Boolean(fait || reopenable),
  );
  if (node) await tick(client, node, "a-faire");
};
