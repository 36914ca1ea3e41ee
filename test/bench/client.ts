import { type ChildProcess, spawn } from "node:child_process";
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { CLIENT_COMMANDS } from "../../server/src/features/client-commands.ts";
import { STATUS } from "../../server/src/features/status-protocol.ts";

/** A position in a document, counted from 0. */
export interface DocumentPosition {
  readonly line: number;
  readonly character: number;
}

/** A server to measure: how it is started and configured. */
export interface Peer {
  readonly name: string;
  readonly command: readonly string[];
  readonly languageId: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The parameters of the status notification that our server sends at the end of a round. */
interface Status {
  readonly establishments: number;
  readonly errors: number;
}

/** Memory of a process in MB: resident, and the heap in use after a forced garbage collection. */
export interface Memory {
  readonly resident: number;
  readonly heap: number;
}

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly unknown[];
}

const PROBE_LINE = /^probe (.*)$/m;

/** A client of a server that runs as a process over stdio. Times are in milliseconds, as seen by the client. */
export class Client {
  /** The time from the start of the process to the answer of `initialize`. */
  started = 0;
  readonly #peer: Peer;
  readonly #child: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #counts = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  readonly #versions = new Map<string, number>();
  #status: Status = { establishments: 0, errors: 0 };
  #stderr = "";
  #stopping = false;
  /** Rejects if the process ends without `stop`. */
  readonly #ended: Promise<never>;

  constructor(peer: Peer) {
    this.#peer = peer;
    const [command = "", ...args] = peer.command;
    this.#child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"] });
    const { stdin, stdout, stderr } = this.#child;
    if (!stdin || !stdout || !stderr) throw new Error(`${peer.name} has no streams`);
    stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#stderr += text;
      this.#wake();
    });
    this.#ended = new Promise((_, reject) => {
      this.#child.once("exit", (code, signal) => {
        if (!this.#stopping)
          reject(new Error(`${peer.name} ended with ${code ?? signal}: ${this.#stderr.slice(-2000)}`));
      });
    });
    this.#ended.catch(() => {});
    this.#connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.#connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }: Published) => {
      this.#counts.set(uri, diagnostics.length);
      this.#wake();
    });
    this.#connection.onNotification(STATUS, (status: Status) => {
      this.#status = status;
      this.#wake();
    });
    this.#connection.onRequest("workspace/configuration", ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section = "" }) => peer.settings[section] ?? null),
    );
    this.#connection.onRequest("client/registerCapability", () => null);
    this.#connection.onRequest("window/workDoneProgress/create", () => null);
    this.#connection.listen();
  }

  /** Starts and initializes a server, with a workspace folder or none. */
  static async start(peer: Peer, folder: string | null): Promise<Client> {
    const begin = performance.now();
    const client = new Client(peer);
    await client.#connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: folder ? [{ uri: folder, name: "bench" }] : null,
      capabilities: {
        experimental: { rentree: { commands: CLIENT_COMMANDS } },
        workspace: {
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
          workspaceFolders: true,
        },
        textDocument: {
          completion: {
            completionItem: { snippetSupport: true, documentationFormat: ["markdown"] },
            completionList: { itemDefaults: ["editRange", "insertTextFormat", "insertTextMode", "data"] },
          },
          hover: { contentFormat: ["markdown"] },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          publishDiagnostics: { relatedInformation: true },
          codeAction: {
            codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor", "source"] } },
            dataSupport: true,
            resolveSupport: { properties: ["edit"] },
          },
          codeLens: {},
          inlayHint: {},
          typeDefinition: {},
          callHierarchy: {},
          typeHierarchy: {},
          selectionRange: {},
          semanticTokens: {
            requests: { range: true, full: { delta: true } },
            tokenTypes: [],
            tokenModifiers: [],
            formats: ["relative"],
          },
          synchronization: { dynamicRegistration: false },
        },
      },
    });
    client.started = performance.now() - begin;
    await client.#connection.sendNotification("initialized", {});
    return client;
  }

  /** Opens a document. Resolves to the time at which the notification was sent. */
  async open(uri: string, text: string): Promise<number> {
    const begin = performance.now();
    const { languageId } = this.#peer;
    await this.#connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
    return begin;
  }

  /** Replaces a range of a document. */
  async change(uri: string, start: DocumentPosition, end: DocumentPosition, text: string): Promise<void> {
    const version = (this.#versions.get(uri) ?? 1) + 1;
    this.#versions.set(uri, version);
    await this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range: { start, end }, text }],
    });
  }

  /** Sends a request. Rejects if the server ends before it answers. */
  request<T>(method: string, params: unknown): Promise<T> {
    return Promise.race([this.#connection.sendRequest<T>(method, params), this.#ended]);
  }

  /** The number of diagnostics that a file has now; `undefined` if none were published yet. */
  count(uri: string): number | undefined {
    return this.#counts.get(uri);
  }

  /** The number of errors in the workspace according to the last status of our server. */
  get errors(): number {
    return this.#status.errors;
  }

  /** Waits until the number of diagnostics of a file is as expected. */
  until(uri: string, isExpected: (count: number) => boolean): Promise<void> {
    return this.#wait(`diagnostics of ${uri}`, () => {
      const count = this.#counts.get(uri);
      return count !== undefined && isExpected(count);
    });
  }

  /** Waits until the status of our server is as expected. */
  settled(isExpected: (status: Status) => boolean): Promise<void> {
    return this.#wait("status", () => isExpected(this.#status));
  }

  /** Waits until a server has done the work that it delays until the user stops typing. */
  async quiet(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 250));
    // No server has this method, but one that is busy refuses it only when its work is done.
    await this.request("bench/quiet", null).catch(() => {});
  }

  /** The memory of a server that was started with the probe; see `probed`. */
  async memory(): Promise<Memory> {
    this.#stderr = "";
    this.#child.kill("SIGUSR2");
    await this.#wait("memory", () => PROBE_LINE.test(this.#stderr));
    return JSON.parse(PROBE_LINE.exec(this.#stderr)?.[1] ?? "null");
  }

  async #wait(what: string, done: () => boolean, limit = 120_000): Promise<void> {
    if (done()) return;
    const reached = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(wake);
        reject(new Error(`${this.#peer.name}: no such ${what} in ${limit} ms: ${this.#stderr.slice(-500)}`));
      }, limit);
      const wake = () => {
        if (!done()) return;
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      this.#waiting.add(wake);
    });
    await Promise.race([reached, this.#ended]);
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }

  /** Stops the server, and kills it if it does not end within ten seconds. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const ended = new Promise<void>((resolve) => this.#child.once("exit", () => resolve()));
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), 10_000);
    // The answer is not awaited if the process ends before it.
    await Promise.race([this.#connection.sendRequest("shutdown").catch(() => {}), ended]);
    await Promise.race([this.#connection.sendNotification("exit").catch(() => {}), ended]);
    await ended;
    clearTimeout(timer);
    this.#connection.dispose();
  }
}
