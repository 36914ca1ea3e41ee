import { l10n, type QuickPickItem, window } from "vscode";
import {
  COMMAND_FIX_EVERYWHERE,
  type FixEverywhereArgument,
} from "../../../server/src/features/fleet-protocol.ts";
import { establishmentsIn } from "../fleet/fleet-lines.ts";
import type { FleetNode } from "../fleet/fleet-tree.ts";
import type { Command } from "./command.ts";

/** Applies the fix that a finding has in several establishments, in those that the user leaves chosen. */
export const fixEverywhere: Command = async ({ client, fleet }, argument) => {
  const node = argument as FleetNode | undefined;
  if (node?.kind !== "finding") return;
  const { rule, message, fix = "" } = node.finding;
  const uris = establishmentsIn(node.finding);
  const choices: (QuickPickItem & { readonly uri: string })[] = fleet.state.current.establishments
    .filter(({ uri }) => uris.includes(uri))
    .map(({ name, uri }) => ({ label: name, uri, picked: true }));
  const chosen = await window.showQuickPick(choices, {
    title: fix,
    placeHolder: l10n.t("In which establishments?"),
    canPickMany: true,
  });
  if (!chosen || chosen.length === 0) return;
  const finding: FixEverywhereArgument = { rule, message, establishments: chosen.map(({ uri }) => uri) };
  await client.sendRequest("workspace/executeCommand", {
    command: COMMAND_FIX_EVERYWHERE,
    arguments: [finding],
  });
};
