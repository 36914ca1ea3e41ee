import { restart } from "../restart.ts";
import type { Command } from "./command.ts";

/** Stops the server and starts a new one, also if the last start failed. Differences from PRONOTE are gone. */
export const restartServer: Command = async ({ client, comparison }) => {
  comparison.clear();
  await restart(client);
};
