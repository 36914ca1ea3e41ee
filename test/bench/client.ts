import { type ChildProcess, spawn } from "node:child_process";
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { STATUS } from "../../server/src/features/protocol.ts";

/** A place in a document, from 0. */
export interface DocumentPosition {
  readonly line: number;
  readonly character: number;
}

/** How a server is started and told about the schema. */
export interface Peer {
  readonly name: string;
  readonly command: readonly string[];
  readonly languageId: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** What the server told when it had said all of a round. */
interface Status {
  readonly establishments: number;
  readonly errors: number;
}

/** Memory of a process, in MB: resident, and the heap in use after a forced collection. */
export interface Memory {
  readonly resident: number;
  readonly heap: number;
}

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly unknown[];
}

const TOLD = /^probe (.*)$/m;

/** A server as a process over stdio, and what a benchmark asks of it. Times are milliseconds, as the client sees them. */
export class Client {
  /** From the start of the process to the answer of `initialize`. */
  started = 0;
  readonly #peer: Peer;
  readonly #child: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #counts = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  readonly #versions = new Map<string, number>();
  #status: Status = { establishments: 0, errors: 0 };
  #told = "";
  #stopping = false;
  /** Rejects when the process ends by itself. */
  readonly #gone: Promise<never>;

  constructor(peer: Peer) {
    this.#peer = peer;
    const [command = "", ...args] = peer.command;
    this.#child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"] });
    const { stdin, stdout, stderr } = this.#child;
    if (!stdin || !stdout || !stderr) throw new Error(`${peer.name} has no streams`);
    stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#told += text;
      this.#wake();
    });
    this.#gone = new Promise((_, reject) => {
      this.#child.once("exit", (code, signal) => {
        if (!this.#stopping)
          reject(new Error(`${peer.name} ended with ${code ?? signal}: ${this.#told.slice(-2000)}`));
      });
    });
    this.#gone.catch(() => {});
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

  /** Starts a server on a folder. */
  static async start(peer: Peer, folder: string | null): Promise<Client> {
    const begin = performance.now();
    const client = new Client(peer);
    await client.#connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: folder ? [{ uri: folder, name: "bench" }] : null,
      capabilities: {
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
          synchronization: { dynamicRegistration: false },
        },
      },
    });
    client.started = performance.now() - begin;
    await client.#connection.sendNotification("initialized", {});
    return client;
  }

  async open(uri: string, text: string): Promise<number> {
    const begin = performance.now();
    const { languageId } = this.#peer;
    await this.#connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
    return begin;
  }

  async change(uri: string, start: DocumentPosition, end: DocumentPosition, text: string): Promise<void> {
    const version = (this.#versions.get(uri) ?? 1) + 1;
    this.#versions.set(uri, version);
    await this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range: { start, end }, text }],
    });
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return Promise.race([this.#connection.sendRequest<T>(method, params), this.#gone]);
  }

  count(uri: string): number | undefined {
    return this.#counts.get(uri);
  }

  /** The number of errors in the workspace, as last told by our server. */
  get errors(): number {
    return this.#status.errors;
  }

  /** Waits until the number of diagnostics of a file is right. */
  until(uri: string, right: (count: number) => boolean): Promise<void> {
    return this.#wait(`diagnostics of ${uri}`, () => {
      const count = this.#counts.get(uri);
      return count !== undefined && right(count);
    });
  }

  /** Waits until our server has said all that there is to say, and it is right. */
  settled(right: (status: Status) => boolean): Promise<void> {
    return this.#wait("status", () => right(this.#status));
  }

  /** Waits until a server has done what it puts off until nobody types. */
  async quiet(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 250));
    // No server knows it, and one that works does not say so before it is done.
    await this.request("bench/quiet", null).catch(() => {});
  }

  /** The memory of a server that was started with the probe. */
  async memory(): Promise<Memory> {
    this.#told = "";
    this.#child.kill("SIGUSR2");
    await this.#wait("memory", () => TOLD.test(this.#told));
    return JSON.parse(TOLD.exec(this.#told)?.[1] ?? "null");
  }

  async #wait(what: string, done: () => boolean, limit = 120_000): Promise<void> {
    if (done()) return;
    const right = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(wake);
        reject(new Error(`${this.#peer.name}: no such ${what} in ${limit} ms: ${this.#told.slice(-500)}`));
      }, limit);
      const wake = () => {
        if (!done()) return;
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      this.#waiting.add(wake);
    });
    await Promise.race([right, this.#gone]);
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const gone = new Promise<void>((resolve) => this.#child.once("exit", () => resolve()));
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), 10_000);
    // One that still works off what was asked of it is not waited for.
    await Promise.race([this.#connection.sendRequest("shutdown").catch(() => {}), gone]);
    await Promise.race([this.#connection.sendNotification("exit").catch(() => {}), gone]);
    await gone;
    clearTimeout(timer);
    this.#connection.dispose();
  }
}
