import { pickItem } from "../pick-item.ts";
import { tick } from "../tick.ts";
import type { Command } from "./command.ts";

/** Ticks an item, or reopens it if a person settled it. */
export const toggleItem: Command = async ({ client, checklist, view }, argument) => {
  const node = await pickItem(argument, view, checklist, ({ tickable, fait, reopenable }) =>
    Boolean(tickable || fait || reopenable),
  );
  if (node) await tick(client, node, node.item.tickable ? "fait" : "a-faire");
};
