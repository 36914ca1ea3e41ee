import type { Command } from "./command.ts";

/** Stops the server and starts a new one, also if the last start failed. */
export const restartServer: Command = async ({ client }) => {
  if (client.needsStop()) await client.stop();
  await client.start();
};
