import type { BaseLanguageClient } from "vscode-languageclient";

/** What restarting needs of a client. */
export type RestartableClient = Pick<
  BaseLanguageClient,
  "isRunning" | "needsStop" | "onDidChangeState" | "start" | "stop"
>;

/** How often a start is tried. Those that were under way may fail, as their servers are ending. */
const TRIES = 3;

/**
 * Stops the server and starts a new one, also if the last start failed. While the client is starting one by itself,
 * which it cannot stop, that one is waited for. Throws what the last start throws.
 */
export async function restart(client: RestartableClient): Promise<void> {
  for (let tries = 1; ; tries++) {
    await started(client);
    if (client.isRunning()) await client.stop();
    try {
      return await client.start();
    } catch (error) {
      if (tries === TRIES) throw error;
      // The client hears of the end of its server after this: until then it gives the failed start as the current one.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
}

/** Waits while the client is starting a server. */
async function started(client: RestartableClient): Promise<void> {
  while (client.needsStop() && !client.isRunning())
    await new Promise<void>((resolve) => {
      const listener = client.onDidChangeState(() => {
        listener.dispose();
        resolve();
      });
    });
}
