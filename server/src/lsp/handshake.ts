import {
  type Connection,
  type ConnectionOptions,
  type InitializeParams,
  LSPErrorCodes,
  Message,
  type MessageStrategy,
  ResponseError,
} from "vscode-languageserver";
import { Border, REFUSED, type RefusedParams } from "./border.ts";
import { capabilities } from "./capabilities.ts";
import { type Faults, faultsIn } from "./faults.ts";
import { turn } from "./scheduler.ts";

/**
 * What the engine receives when it starts: the connection, the client's `initialize` parameters, and error handling.
 */
export interface Session {
  readonly connection: Connection;
  readonly params: InitializeParams;
  /**
   * Makes the error with which a request is refused. The connection recognises only errors of its own class, and the
   * engine may be in a bundle with another copy of it.
   */
  readonly refusal: (message: string) => Error;
  /** Makes the error of a request that is not answered: the client cancelled it, or changed the text that it is about. */
  readonly withdrawal: (reason: "cancelled" | "modified") => Error;
  /** Writes an error into the client's log. Never throws. */
  readonly log: (text: string) => void;
  /** Handles errors of work that nobody awaits. */
  readonly faults: Faults;
}

const CANCELLED = new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled by the client").toJson();

/**
 * Answers `initialize`, then loads the engine, which is most of the program. Messages that arrive in between wait, in
 * their order. What does not fit the protocol is refused at the border. If the engine fails to load, waiting requests are answered as unknown methods.
 */
export function handshake(
  connect: (options: ConnectionOptions) => Connection,
  load: () => Promise<(session: Session) => void>,
): Pick<Border, "isShutDown"> {
  let params: InitializeParams | undefined;
  let isStarted = false;
  let waiting: Parameters<MessageStrategy["handleMessage"]>[] | undefined;
  const connection = connect({
    connectionStrategy: {
      // A request that is cancelled while it waits is not computed.
      cancelUndispatched: () => ({ jsonrpc: "2.0", id: null, error: CANCELLED }),
    },
    messageStrategy: {
      handleMessage(received, next) {
        const message = border.admitted(received);
        if (!message) return;
        // Responses do not wait: the handler of an earlier message may await one.
        if (waiting && !Message.isResponse(message)) {
          waiting.push([message, next]);
          return;
        }
        const handled = next(message);
        if (params && !isStarted) {
          isStarted = true;
          waiting = [];
          void Promise.resolve(handled).then(start).catch(faults.logged("start"));
        }
        return handled;
      },
    },
  });

  const log = (text: string) => {
    try {
      connection.console.error(text);
    } catch {
      // The connection is closed: nobody reads a log.
    }
  };
  const faults = faultsIn(log);
  const border = new Border(log);

  async function start(): Promise<void> {
    try {
      const engine = await load();
      if (params) engine({ connection, params, refusal, withdrawal, log, faults });
    } catch (error) {
      // Waiting requests are answered all the same: that there is no such method.
      faults.logged("start")(error);
    }
    for (let first = waiting?.shift(); first; first = waiting?.shift()) {
      const [message, next] = first;
      const handled = Promise.resolve(next(message)).catch(faults.logged("start"));
      // `exit` may follow `shutdown`, whose answer must be written by then. Other answers may need what follows.
      await (isShutdown(message) ? handled : turn());
    }
    waiting = undefined;
  }

  connection.onInitialize((sent) => {
    params ??= sent;
    return { capabilities: capabilities(sent.capabilities), serverInfo: { name: "rentree" } };
  });
  connection.onRequest(REFUSED, ({ code, message }: RefusedParams) => new ResponseError(code, message));
  connection.listen();
  return border;
}

function isShutdown(message: Message): boolean {
  return Message.isRequest(message) && message.method === "shutdown";
}

function withdrawal(reason: "cancelled" | "modified"): Error {
  return reason === "cancelled"
    ? new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled by the client")
    : new ResponseError(LSPErrorCodes.ContentModified, "the document was changed meanwhile");
}

function refusal(message: string): Error {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
