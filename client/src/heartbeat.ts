import type { Disposable } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { ALIVE } from "../../server/src/features/protocol.ts";

/** How often the server is asked whether it is there, in milliseconds. */
const INTERVAL = 5_000;
/** After so many intervals without an answer it is gone: long work of its own is done in slices between messages. */
const MAX_SILENT = 4;
/** A server that is starting is gone after so many: its script may come over a slow network. */
const MAX_STARTING = 12;

/**
 * Asks a server again and again whether it is there; `lost` is called when it does not answer any more, or does not begin
 * to.
 */
export function watchHeartbeat(client: BaseLanguageClient, lost: () => void): Disposable {
  let silent = 0;
  let starting = 0;
  let isAsking = false;
  const ask = async () => {
    isAsking = true;
    try {
      await client.sendRequest(ALIVE);
      silent = 0;
    } catch {
      // It ended, or was stopped, meanwhile: the client knows that.
      silent = 0;
    }
    isAsking = false;
  };
  const timer = setInterval(() => {
    starting = client.state === State.Starting ? starting + 1 : 0;
    if (starting >= MAX_STARTING) {
      starting = 0;
      lost();
    }
    if (client.state !== State.Running) {
      silent = 0;
      return;
    }
    if (!isAsking) void ask();
    else if (++silent >= MAX_SILENT) {
      silent = 0;
      lost();
    }
  }, INTERVAL);
  return { dispose: () => clearInterval(timer) };
}
