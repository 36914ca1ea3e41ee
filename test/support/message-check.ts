import type { ClientCapabilities } from "vscode-languageserver-protocol";
import { unannouncedNotification, unannouncedRequest, unannouncedResult } from "./announced.ts";
import { faultsOfNotification, faultsOfRegistration, faultsOfRequest, faultsOfResult } from "./lsp-model.ts";

/** A message of JSON-RPC, valid or not. */
interface Message {
  readonly jsonrpc?: unknown;
  readonly id?: unknown;
  readonly method?: unknown;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

/**
 * Validates each message of a server against JSON-RPC, the meta-model of LSP, our own messages, and what the client
 * announced. It has to see the messages of both sides.
 */
export class MessageCheck {
  /** What was wrong, one line each. */
  readonly faults: string[] = [];
  /** How many messages of the server were validated. */
  count = 0;
  readonly #asked = new Map<unknown, string>();
  /** The tokens of progress that the client gave with requests, or that the server created. */
  readonly #tokens = new Set<unknown>();
  #capabilities: ClientCapabilities | undefined;

  /** Takes a message of the client. */
  sent(message: unknown): void {
    const { id, method, params } = (message ?? {}) as Message;
    if (id === undefined || typeof method !== "string") return;
    this.#asked.set(id, method);
    const { workDoneToken, partialResultToken } = (params ?? {}) as { [key: string]: unknown };
    for (const token of [workDoneToken, partialResultToken]) if (token !== undefined) this.#tokens.add(token);
    const { capabilities } = (params ?? {}) as { readonly capabilities?: ClientCapabilities };
    // The first one holds; the server refuses others.
    if (method === "initialize" && capabilities) this.#capabilities ??= capabilities;
  }

  /** Validates a message of the server. */
  received(message: unknown): void {
    this.count++;
    const valid = (message ?? {}) as Message;
    if (valid.jsonrpc !== "2.0") this.faults.push(`not of JSON-RPC 2.0: ${JSON.stringify(message)}`);
    this.faults.push(
      ...(typeof valid.method === "string" ? this.#call(valid.method, valid) : this.#answer(valid)),
    );
  }

  #call(method: string, { id, params }: Message): readonly string[] {
    const capabilities = this.#capabilities ?? {};
    const { token } = (params ?? {}) as { readonly token?: unknown };
    if (method === "window/workDoneProgress/create") this.#tokens.add(token);
    if (id === undefined)
      return [
        ...(method === "$/progress" && !this.#tokens.has(token)
          ? [`$/progress: nobody gave or created the token ${JSON.stringify(token)}`]
          : []),
        ...faultsOfNotification(method, params),
        ...unannouncedNotification(method, params, capabilities),
      ];
    const { registrations = [] } = (params ?? {}) as { registrations?: Registration[] };
    return [
      ...faultsOfRequest(method, params),
      ...unannouncedRequest(method, params, capabilities),
      ...registrations.flatMap((one) => faultsOfRegistration(one.method, one.registerOptions)),
    ];
  }

  #answer({ id, result, error }: Message): readonly string[] {
    const method = this.#asked.get(id);
    if (error !== undefined) {
      this.#asked.delete(id);
      return faultsOfError(error, result);
    }
    if (method === undefined) return [`an answer to no request: ${JSON.stringify(id)}`];
    this.#asked.delete(id);
    return [
      ...faultsOfResult(method, result),
      ...unannouncedResult(method, result, this.#capabilities ?? {}),
    ];
  }
}

interface Registration {
  readonly method: string;
  readonly registerOptions?: unknown;
}

function faultsOfError(error: unknown, result: unknown): readonly string[] {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  const isValid = Number.isInteger(code) && typeof message === "string" && result === undefined;
  return isValid ? [] : [`not an error: ${JSON.stringify(error)}`];
}
