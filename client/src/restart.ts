import type { BaseLanguageClient } from "vscode-languageclient";

/** What restarting needs of a client. */
export type RestartableClient = Pick<BaseLanguageClient, "needsStop" | "start" | "stop">;

/** How often a start is tried. Those that were under way may fail, as their servers are ending. */
const TRIES = 3;

// The number of LSP: its library needs VS Code, and tests of this file have none.
const PENDING_RESPONSE_REJECTED = -32_097;

/**
 * Stops the server and starts a new one, also if the last start failed, or while one is under way. Throws what the last
 * start throws, but for the end of its server, which the error handler of the client tells.
 */
export async function restart(client: RestartableClient): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      if (client.needsStop()) {
        // A start under way is waited for: a client that is stopped in the middle of it goes on afterwards, registers
        // its commands, and cannot be started again.
        await client.start();
        await client.stop();
      }
      return await client.start();
    } catch (error) {
      if (tries === TRIES && isServerEnd(error)) return;
      if (tries === TRIES) throw error;
      // The client hears of the end of its server after this: until then it gives the failed start as the current one.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
}

/** Whether a request was not answered because its server ended. */
function isServerEnd(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === PENDING_RESPONSE_REJECTED;
}
