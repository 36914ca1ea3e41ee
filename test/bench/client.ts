import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

/** A place in a document, from 0. */
export interface Position {
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

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly unknown[];
}

/** A server as a process over stdio, and what a benchmark asks of it. Times are milliseconds, as the client sees them. */
export class Client {
  /** From the start of the process to the answer of `initialize`. */
  started = 0;
  readonly #peer: Peer;
  readonly #child: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #counts = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  #version = 1;

  constructor(peer: Peer) {
    this.#peer = peer;
    const [command = "", ...args] = peer.command;
    this.#child = spawn(command, args, { stdio: ["pipe", "pipe", "ignore"] });
    const { stdin, stdout } = this.#child;
    if (!stdin || !stdout) throw new Error(`${peer.name} has no streams`);
    this.#connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.#connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }: Published) => {
      this.#counts.set(uri, diagnostics.length);
      for (const wake of this.#waiting) wake();
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
          completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
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

  async change(uri: string, start: Position, end: Position, text: string): Promise<void> {
    this.#version++;
    await this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: this.#version },
      contentChanges: [{ range: { start, end }, text }],
    });
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.#connection.sendRequest(method, params);
  }

  count(uri: string): number | undefined {
    return this.#counts.get(uri);
  }

  /** Forgets what was published of a file, to wait for it anew. */
  forget(uri: string): void {
    this.#counts.delete(uri);
  }

  /** Waits until the number of diagnostics of a file is right. */
  async until(uri: string, right: (count: number) => boolean, limit = 60_000): Promise<void> {
    const done = () => {
      const count = this.#counts.get(uri);
      return count !== undefined && right(count);
    };
    if (done()) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(wake);
        reject(
          new Error(
            `${this.#peer.name}: no such diagnostics of ${uri} in ${limit} ms (${this.#counts.get(uri)})`,
          ),
        );
      }, limit);
      const wake = () => {
        if (!done()) return;
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      this.#waiting.add(wake);
    });
  }

  /** Resident memory in MB, where the system tells it. */
  resident(): number {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, "utf8");
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  }

  async stop(): Promise<void> {
    const gone = new Promise<void>((resolve) => this.#child.once("exit", () => resolve()));
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), 2000);
    await this.#connection.sendRequest("shutdown").catch(() => {});
    await this.#connection.sendNotification("exit").catch(() => {});
    await gone;
    clearTimeout(timer);
    this.#connection.dispose();
  }
}
