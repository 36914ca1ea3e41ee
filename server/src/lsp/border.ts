import { ErrorCodes, Message, type MessageStrategy } from "vscode-languageserver";
import { faultOfParams } from "./params.ts";

type LspMessage = Parameters<MessageStrategy["handleMessage"]>[0];

/** The method that a refused request gets; whoever handles it answers with the error in its parameters. */
export const REFUSED = "rentree/refused";

/** The parameters of `REFUSED`. */
export interface RefusedParams {
  readonly code: number;
  readonly message: string;
}

/**
 * Guards the border to the client: it knows the state of the protocol, and lets only messages pass that fit it and have
 * the shape that their method needs. `fault` is called with each notification that is not let through for its shape.
 */
export class Border {
  #state: "new" | "initialized" | "shut down" = "new";
  readonly #fault: (text: string) => void;

  constructor(fault: (text: string) => void) {
    this.#fault = fault;
  }

  /** Whether the client asked for the end. */
  get isShutDown(): boolean {
    return this.#state === "shut down";
  }

  /** The message to handle; a refused request is replaced by one that is answered with the error. */
  admitted(message: LspMessage): LspMessage | undefined {
    if (Message.isRequest(message)) {
      const refusal = this.#refusalOf(message.method, message.params);
      return refusal
        ? ({ ...message, method: REFUSED, params: refusal } as LspMessage)
        : withCapabilities(message);
    }
    if (!Message.isNotification(message) || message.method === "exit") return message;
    if (this.#state !== "initialized") return undefined;
    const fault = faultOfParams(message.method, message.params);
    if (fault === undefined) return message;
    this.#fault(`${message.method}: ${fault}`);
    return undefined;
  }

  #refusalOf(method: string, params: unknown): RefusedParams | undefined {
    const state = this.#state;
    if (state === "shut down")
      return { code: ErrorCodes.InvalidRequest, message: "The server was shut down." };
    if (state === "initialized" && method === "initialize")
      return { code: ErrorCodes.InvalidRequest, message: "The server is initialized already." };
    if (state === "new" && method !== "initialize")
      return { code: ErrorCodes.ServerNotInitialized, message: "The server is not initialized." };
    const fault = faultOfParams(method, params);
    if (fault !== undefined) return { code: ErrorCodes.InvalidParams, message: `${method}: ${fault}` };
    if (method === "initialize") this.#state = "initialized";
    if (method === "shutdown") this.#state = "shut down";
    return undefined;
  }
}

/** `initialize` always has an object of capabilities, whatever the client sent. */
function withCapabilities(message: LspMessage & { params?: unknown }): LspMessage {
  const { capabilities } = (message.params ?? {}) as { readonly capabilities?: unknown };
  const isObject = typeof capabilities === "object" && capabilities !== null;
  if (!("method" in message) || message.method !== "initialize" || isObject) return message;
  return { ...message, params: { ...(message.params as object), capabilities: {} } } as LspMessage;
}
