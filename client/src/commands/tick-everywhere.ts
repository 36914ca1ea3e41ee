import { l10n } from "vscode";
import { pickItem } from "../pick-item.ts";
import { tick } from "../tick.ts";
import { chooseCandidates } from "../tick-preview.ts";
import type { Command } from "./command.ts";

/** Ticks one step in all establishments that the user leaves chosen in a preview. */
export const tickEverywhere: Command = async (tools, argument, selection) => {
  const node = await pickItem({ argument, selection }, tools, ({ state }) => state !== "decided");
  if (!node) return;
  const { slug, title } = node.item;
  const chosen = await chooseCandidates(
    tools.client,
    { action: "fait", slug },
    l10n.t("Tick in All Establishments: {0}", title),
    ({ name }) => name,
  );
  if (chosen) await tick(tools, chosen, "fait");
};
