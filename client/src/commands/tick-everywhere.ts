import { l10n } from "vscode";
import type { FleetNode } from "../fleet/fleet-tree.ts";
import { pickItem } from "../pick-item.ts";
import { tick } from "../tick.ts";
import { chooseCandidates } from "../tick-preview.ts";
import type { Command, Tools } from "./command.ts";

/** Ticks one step in all establishments that the user leaves chosen in a preview. */
export const tickEverywhere: Command = async (tools, argument, selection) => {
  const node = await pickItem({ argument, selection }, tools, ({ state }) => state !== "decided");
  if (!node) return;
  await tickInAll(tools, node.item);
};

/** The same for a step of the view of all establishments. */
export const tickFleetStep: Command = async (tools, argument) => {
  const node = argument as FleetNode | undefined;
  if (node?.kind === "step") await tickInAll(tools, node.step);
};

async function tickInAll(
  tools: Tools,
  { slug, title }: { readonly slug: string; readonly title: string },
): Promise<void> {
  const chosen = await chooseCandidates(
    tools.client,
    { action: "fait", slug },
    l10n.t("Tick in All Establishments: {0}", title),
    ({ name }) => name,
  );
  if (chosen) await tick(tools, chosen, "fait");
}
