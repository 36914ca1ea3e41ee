import { l10n, window } from "vscode";
import { FLEET, type Fleet, type FleetStep } from "../../../server/src/features/fleet-protocol.ts";
import type { ChecklistItem } from "../../../server/src/features/protocol.ts";
import { stepDescription } from "../fleet/fleet-lines.ts";
import type { FleetNode } from "../fleet/fleet-tree.ts";
import { meantItems, pickItem, sayNone } from "../pick-item.ts";
import { tick } from "../tick.ts";
import { chooseCandidates } from "../tick-preview.ts";
import type { Command, Tools } from "./command.ts";

/** Ticks one step in all establishments that the user leaves chosen in a preview. */
export const tickEverywhere: Command = async (tools, argument, selection) => {
  const meant = await meantItems({ argument, selection }, tools, isEnteredInPronote);
  const step = meant ? meant[0]?.item : await pickStep(tools);
  if (step) await tickInAll(tools, step);
};

const isEnteredInPronote = ({ state }: ChecklistItem) => state !== "decided";

/** The step that the user picks of those that can be ticked in one establishment at least; `undefined` if none. */
async function pickStep(tools: Tools): Promise<Pick<FleetStep, "slug" | "title"> | undefined> {
  const fleet = await tools.client.sendRequest<Fleet | null>(FLEET);
  if (!fleet || fleet.establishments.length < 2)
    return (await pickItem({ argument: undefined, selection: undefined }, tools, isEnteredInPronote))?.item;
  const picks = fleet.steps
    .filter(({ tickable }) => tickable.length > 0)
    .map((step) => ({ label: step.title, description: stepDescription(step, l10n), step }));
  if (picks.length === 0) {
    sayNone();
    return undefined;
  }
  const title = l10n.t("Tick in All Establishments: which step?");
  return (await window.showQuickPick(picks, { title }))?.step;
}

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
