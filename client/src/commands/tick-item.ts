import { pickItem } from "../pick-item.ts";
import { tick } from "../tick.ts";
import type { Command } from "./command.ts";

/** Records that a person has done an item in PRONOTE. */
export const tickItem: Command = async ({ client, checklist, view }, argument) => {
  const node = await pickItem(argument, view, checklist, ({ tickable }) => tickable);
  if (node) await tick(client, node, "fait");
};
