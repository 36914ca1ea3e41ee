import {
  COMMAND_FIX_EVERYWHERE,
  type FixEverywhereArgument,
} from "../../../server/src/features/fleet-protocol.ts";
import type { FleetNode } from "../fleet/fleet-tree.ts";
import type { Command } from "./command.ts";

/** Applies the fix that a finding has in several establishments, in all of them; VS Code shows the changes first. */
export const fixEverywhere: Command = async ({ client }, argument) => {
  const node = argument as FleetNode | undefined;
  if (node?.kind !== "finding") return;
  const { rule, message } = node.finding;
  const finding: FixEverywhereArgument = { rule, message };
  await client.sendRequest("workspace/executeCommand", {
    command: COMMAND_FIX_EVERYWHERE,
    arguments: [finding],
  });
};
