import { type BaseLanguageClient, State } from "vscode-languageclient";
import type { Command } from "./command.ts";

/** Stops the server and starts a new one, also if the last start failed. Differences from PRONOTE are gone. */
export const restartServer: Command = async ({ client, comparison }) => {
  comparison.clear();
  await settled(client);
  if (client.needsStop()) await client.stop();
  await client.start();
};

/** Waits while the server is starting: one that is ending is started again a few times, and that may fail. */
async function settled(client: BaseLanguageClient): Promise<void> {
  while (client.state === State.Starting)
    await new Promise<void>((resolve) => {
      const listener = client.onDidChangeState(() => {
        listener.dispose();
        resolve();
      });
    });
}
