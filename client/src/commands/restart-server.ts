import type { Command } from "./command.ts";

/** Ends the server and starts a new one, also after one that failed. */
export const restartServer: Command = async ({ client }) => {
  if (client.needsStop()) await client.stop();
  await client.start();
};
