import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type {
  ClientCapabilities,
  Diagnostic,
  ProtocolConnection,
  PublishDiagnosticsParams,
} from "vscode-languageserver-protocol/node";
import { applyChange } from "../../server/src/syntax/change.ts";
import { checkedConnection } from "../support/checked-connection.ts";
import { MessageCheck } from "../support/message-check.ts";
import { write } from "../support/write-file.ts";
import { type ClientOperation, ITEM_METHODS, paramsAbout, START } from "./operation.ts";
import type { RunningServer } from "./running-server.ts";

/** A client of a server, on a real folder. It keeps what the server has to know at the end. */
export class RandomClient {
  readonly check = new MessageCheck();
  readonly connection: ProtocolConnection;
  readonly #folder: string;
  readonly #capabilities: ClientCapabilities;
  readonly #published = new Map<string, Diagnostic[]>();
  readonly #open = new Map<string, string>();
  readonly #server: RunningServer;
  #folders: readonly string[] = [""];
  #settings: unknown = null;
  #version = 0;
  /** The requests that are not answered yet. */
  readonly #waiting = new Set<Promise<unknown>>();
  isLoaded = false;

  constructor(folder: string, capabilities: ClientCapabilities, server: RunningServer) {
    this.#folder = folder;
    this.#capabilities = capabilities;
    this.#server = server;
    this.connection = checkedConnection(server.output, server.input, this.check);
    this.connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      if (params.diagnostics.length > 0) this.#published.set(params.uri, params.diagnostics);
      else this.#published.delete(params.uri);
    });
    this.connection.onNotification("rentree/status", () => {
      this.isLoaded = true;
    });
    this.connection.onRequest("workspace/configuration", () => [
      (this.#settings as { rentree?: unknown } | null)?.rentree ?? null,
    ]);
    this.connection.onRequest("client/registerCapability", () => null);
    this.connection.listen();
  }

  /** Initializes the server with the folders, settings and documents of another client, or with those of the start. */
  async start(like?: RandomClient): Promise<void> {
    this.#folders = like ? like.#folders : [""];
    this.#settings = like ? like.#settings : null;
    await this.connection.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      capabilities: this.#capabilities,
      initializationOptions: {},
      workspaceFolders: this.#folders.map((path) => ({ uri: this.uri(path), name: path })),
    });
    await this.#notify("initialized", {});
    if (like && !this.#capabilities.workspace?.configuration) await this.#configure(this.#settings);
    for (const [path, text] of like ? like.#open : []) await this.#opened(path, text);
  }

  /** What the server said last of each file, without files of which nothing is said. */
  get findings(): ReadonlyMap<string, string> {
    return new Map(
      [...this.#published].map(([uri, list]): [string, string] => [uri, JSON.stringify(list)]).sort(),
    );
  }

  /** The paths of the open documents. */
  get open(): readonly string[] {
    return [...this.#open.keys()];
  }

  /** Plays an operation. Requests are not awaited. */
  async play(operation: ClientOperation): Promise<void> {
    switch (operation.kind) {
      case "open":
        return this.#opens(operation.path);
      case "close":
        if (this.#open.delete(operation.path))
          await this.#notify("textDocument/didClose", { textDocument: { uri: this.uri(operation.path) } });
        return;
      case "change":
        return this.#change(operation.path, operation.at, operation.text);
      case "replace":
        return this.#replace(operation.path, operation.text);
      case "write":
        await write(join(this.#folder, operation.path), operation.text);
        return this.#watched([operation.path]);
      case "delete":
        await rm(join(this.#folder, operation.path), { recursive: true, force: true });
        return this.#watched([operation.path]);
      case "move":
        return this.#move(operation.path, operation.to);
      case "request":
        return this.#request(operation);
      case "junk":
        return this.#junk(operation);
      case "folder":
        return this.#changeFolder(operation.path, operation.added);
      case "settings":
        return this.#configure(operation.settings);
    }
  }

  /** Waits until all requests are answered. */
  async answered(): Promise<void> {
    await Promise.all(this.#waiting);
    await this.connection.sendRequest("rentree/checklist", {});
  }

  /** Closes all documents, and takes back what became of the folders, the settings and the files. */
  async reset(): Promise<void> {
    for (const path of this.open) await this.play({ kind: "close", path });
    const files = await readdir(this.#folder);
    for (const path of files) await this.play({ kind: "delete", path });
    for (const [path, text] of Object.entries(START)) await this.play({ kind: "write", path, text });
    for (const path of this.#folders) await this.#changeFolder(path, path === "");
    await this.#changeFolder("", true);
    await this.#configure(null);
    await this.answered();
  }

  end(): void {
    this.connection.dispose();
    this.#server.end();
  }

  /** The URI of a file or folder, by its path below the client's folder. */
  uri(path: string): string {
    return pathToFileURL(join(this.#folder, path)).href;
  }

  #notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  async #opens(path: string): Promise<void> {
    if (this.#open.has(path)) return;
    await this.#opened(path, START[path] ?? "classes: {}\n");
  }

  async #opened(path: string, text: string): Promise<void> {
    this.#open.set(path, text);
    const version = ++this.#version;
    const textDocument = { uri: this.uri(path), languageId: "pronote", version, text };
    await this.#notify("textDocument/didOpen", { textDocument });
  }

  async #change(path: string, at: readonly [number, number, number, number], text: string): Promise<void> {
    const before = this.#open.get(path);
    if (before === undefined) return;
    const [fromLine, fromCol, toLine, toCol] = at;
    this.#open.set(path, applyChange(before, { fromLine, fromCol, toLine, toCol, text }));
    const range = {
      start: this.#position(before, fromLine, fromCol),
      end: this.#position(before, toLine, toCol),
    };
    await this.#changed(path, { range, text });
  }

  async #replace(path: string, text: string): Promise<void> {
    if (!this.#open.has(path)) return;
    this.#open.set(path, text);
    await this.#changed(path, { text });
  }

  async #changed(path: string, change: object): Promise<void> {
    const textDocument = { uri: this.uri(path), version: ++this.#version };
    await this.#notify("textDocument/didChange", { textDocument, contentChanges: [change] });
  }

  /** A position in the client's columns. */
  #position(text: string, line: number, col: number): { line: number; character: number } {
    const isUtf8 = this.#capabilities.general?.positionEncodings?.[0] === "utf-8";
    // A carriage return alone ends no line, as in the text that `applyChange` keeps.
    const before = (text.split(/\r?\n/)[line] ?? "").slice(0, col);
    return { line, character: isUtf8 ? Buffer.byteLength(before) : col };
  }

  async #watched(paths: readonly string[]): Promise<void> {
    const changes = paths.map((path) => ({ uri: this.uri(path), type: 2 }));
    await this.#notify("workspace/didChangeWatchedFiles", { changes });
  }

  async #move(path: string, to: string): Promise<void> {
    await rename(join(this.#folder, path), join(this.#folder, to)).catch(() => {});
    await this.#watched([path, to]);
  }

  #request({ method, path, at }: ClientOperation & { readonly kind: "request" }): void {
    this.#sent(method, paramsAbout(this.uri(path), at), (answer) => {
      const [item] = Array.isArray(answer) ? answer : [];
      for (const next of item ? (ITEM_METHODS[method] ?? []) : []) this.#sent(next, { item });
    });
  }

  /** The answer to a request, as JSON; versions of documents, which each client counts by itself, are left out. */
  async answer(method: string, path: string, line: number, character: number): Promise<string> {
    const params = paramsAbout(this.uri(path), [line, character, line, character]);
    const result: unknown = await this.connection.sendRequest(method, params);
    return JSON.stringify(result, (key, value: unknown) => (key === "version" ? undefined : value)) ?? "";
  }

  #sent(method: string, params: unknown, answered: (answer: unknown) => void = () => {}): void {
    const answer = this.connection
      .sendRequest(method, params)
      .then(answered)
      .catch(() => {});
    this.#waiting.add(answer);
    void answer.finally(() => this.#waiting.delete(answer));
  }

  #junk({ method, params, id }: ClientOperation & { readonly kind: "junk" }): void {
    const message = { jsonrpc: "2.0", method, params, ...(id === undefined ? undefined : { id }) };
    this.check.sent(message);
    const body = JSON.stringify(message);
    this.#server.input.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  async #changeFolder(path: string, added: boolean): Promise<void> {
    if (!this.#capabilities.workspace?.workspaceFolders) return;
    const others = this.#folders.filter((one) => one !== path);
    if (added === this.#folders.includes(path)) return;
    this.#folders = added ? [...others, path] : others;
    const folder = [{ uri: this.uri(path), name: path }];
    const event = added ? { added: folder, removed: [] } : { added: [], removed: folder };
    await this.#notify("workspace/didChangeWorkspaceFolders", { event });
  }

  async #configure(settings: unknown): Promise<void> {
    this.#settings = settings;
    await this.#notify("workspace/didChangeConfiguration", { settings });
  }
}
