import {
  type Connection,
  type ConnectionOptions,
  type InitializeParams,
  LSPErrorCodes,
  Message,
  type MessageStrategy,
  ResponseError,
} from "vscode-languageserver";
import { capabilities } from "./capabilities.ts";
import { type Faults, faultsIn } from "./faults.ts";
import { turn } from "./scheduler.ts";

/** What the engine is handed: the connection, what the client said of itself, and how a request is refused. */
export interface Session {
  readonly connection: Connection;
  readonly params: InitializeParams;
  /** The connection knows only errors of its own class: the engine may stand in a bundle that has another. */
  readonly refusal: (message: string) => Error;
  /** Faults that are logged at the client. */
  readonly faults: Faults;
}

const CANCELLED = new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled by the client").toJson();

/**
 * Answers `initialize`, and loads the engine, which is most of the program, once that answer is written. What arrives
 * in between waits, in its order.
 */
export function handshake(
  connect: (options: ConnectionOptions) => Connection,
  load: () => Promise<(front: Session) => void>,
): void {
  let params: InitializeParams | undefined;
  let begun = false;
  let waiting: Parameters<MessageStrategy["handleMessage"]>[] | undefined;
  const connection = connect({
    connectionStrategy: {
      // A request that is cancelled before its turn is not computed.
      cancelUndispatched: () => ({ jsonrpc: "2.0", id: null, error: CANCELLED }),
    },
    messageStrategy: {
      handleMessage(message, next) {
        // An answer is what another message may wait for.
        if (waiting && !Message.isResponse(message)) {
          waiting.push([message, next]);
          return;
        }
        const handled = next(message);
        if (params && !begun) {
          begun = true;
          waiting = [];
          void Promise.resolve(handled).then(start).catch(faults.logged("start"));
        }
        return handled;
      },
    },
  });

  const faults = faultsIn((text) => connection.console.error(text));

  async function start(): Promise<void> {
    try {
      const engine = await load();
      if (params) engine({ connection, params, refusal, faults });
    } catch (error) {
      // What waits is answered all the same: that nobody is there who could.
      faults.logged("start")(error);
    }
    for (let first = waiting?.shift(); first; first = waiting?.shift()) {
      const [message, next] = first;
      const handled = Promise.resolve(next(message)).catch(faults.logged("start"));
      // `exit` may stand behind `shutdown`, whose answer must be written by then.
      await (Message.isRequest(message) ? handled : turn());
    }
    waiting = undefined;
  }

  connection.onInitialize((sent) => {
    params ??= sent;
    return { capabilities: capabilities(sent.capabilities), serverInfo: { name: "rentree" } };
  });
  connection.listen();
}

function refusal(message: string): Error {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
