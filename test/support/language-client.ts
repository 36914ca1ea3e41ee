import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished } from "vitest";
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  ProtocolConnection,
  PublishDiagnosticsParams,
} from "vscode-languageserver-protocol/node";
import { checkedConnection } from "./checked-connection.ts";
import { FULL } from "./client-kinds.ts";
import { MessageCheck } from "./message-check.ts";
import { write } from "./write-file.ts";

const SERVER = join(import.meta.dirname, "../../dist/server.node.cjs");

/** Without the formatters that would be registered: they are offered from the start. */
const textDocument = { ...FULL.textDocument, formatting: {}, rangeFormatting: {}, onTypeFormatting: {} };

/** The capabilities of an editor that supports most features, and is not asked for its settings, nor for registrations. */
export const CAPABILITIES: ClientCapabilities = {
  ...FULL,
  textDocument,
  workspace: { workspaceEdit: { documentChanges: true } },
};

type Files = { readonly [path: string]: string };

interface Started {
  readonly locale?: string;
  readonly capabilities?: ClientCapabilities;
  readonly options?: object;
  /** Parameters of `initialize` that are added or replaced, valid or not. */
  readonly params?: object;
}

/** A client that starts the server as a process, on a folder of its own, and talks to it like an editor. */
export class LanguageClient {
  readonly folder: string;
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  /** The diagnostics that were last published for each file. */
  readonly published = new Map<string, Diagnostic[]>();
  readonly #check = new MessageCheck();
  #version = 1;
  /** What the server wrote to standard error. */
  stderr = "";
  capabilities: InitializeResult["capabilities"] = {};

  private constructor(folder: string, server: string) {
    this.folder = folder;
    this.process = spawn(process.execPath, [server, "--stdio"], { stdio: "pipe" });
    this.process.stderr?.on("data", (chunk: Buffer) => {
      this.stderr += chunk.toString();
      process.stderr.write(chunk);
    });
    if (!this.process.stdout || !this.process.stdin) throw new Error("no pipes");
    this.connection = checkedConnection(this.process.stdout, this.process.stdin, this.#check);
    this.connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params.diagnostics);
    });
    this.connection.listen();
  }

  static async start(files: Files, started: Started = {}): Promise<LanguageClient> {
    const client = await LanguageClient.process(files);
    client.capabilities = (await client.initialize(started)).capabilities;
    await client.initialized();
    return client;
  }

  /**
   * Starts a server, without any request. At the end of the test, each message that the server sent has to be valid, and
   * to contain only what the client announced.
   */
  static async process(files: Files, server = SERVER): Promise<LanguageClient> {
    const folder = await mkdtemp(join(tmpdir(), "rentree-"));
    for (const [path, text] of Object.entries(files)) await write(join(folder, path), text);
    const client = new LanguageClient(folder, server);
    onTestFinished(() => expect(client.takeFaults()).toEqual([]));
    return client;
  }

  /** What was wrong with the messages of the server since the last call, one line each. */
  takeFaults(): readonly string[] {
    return this.#check.faults.splice(0);
  }

  /** Sends `initialize`, and returns the result. */
  initialize({
    locale = "en",
    capabilities = CAPABILITIES,
    options = {},
    params = {},
  }: Started = {}): Promise<InitializeResult> {
    return this.request("initialize", {
      processId: process.pid,
      locale,
      rootUri: null,
      capabilities,
      initializationOptions: options,
      workspaceFolders: [{ uri: pathToFileURL(this.folder).href, name: "test" }],
      ...params,
    }) as Promise<InitializeResult>;
  }

  /** Sends `initialized`. */
  initialized(): Promise<void> {
    return this.connection.sendNotification("initialized", {});
  }

  /** The URI of a file of the folder. */
  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href;
  }

  /** Sends a request. */
  request(method: string, params: object): Promise<unknown> {
    return this.connection.sendRequest(method, params);
  }

  /** Sends a request for a position: `at` characters after the start of the first occurrence of a text in a file. */
  about(
    method: string,
    path: string,
    position: { line: number; character: number },
    more: object = {},
  ): Promise<unknown> {
    return this.request(method, { textDocument: { uri: this.uri(path) }, position, ...more });
  }

  /** Opens a file of the folder with this text. */
  async open(path: string, text: string): Promise<void> {
    const textDocument = { uri: this.uri(path), languageId: "pronote", version: this.#version++, text };
    await this.connection.sendNotification("textDocument/didOpen", { textDocument });
  }

  /** Sends changes of an open file. */
  async change(path: string, contentChanges: readonly object[]): Promise<void> {
    const textDocument = { uri: this.uri(path), version: this.#version++ };
    await this.connection.sendNotification("textDocument/didChange", { textDocument, contentChanges });
  }

  /** Closes a file. */
  async close(path: string): Promise<void> {
    await this.connection.sendNotification("textDocument/didClose", {
      textDocument: { uri: this.uri(path) },
    });
  }

  /** Changes a file on disk (`undefined` deletes it), and notifies the server as a watcher does. */
  async onDisk(path: string, text: string | undefined, type: 1 | 2 | 3): Promise<void> {
    if (text === undefined) await rm(join(this.folder, path));
    else await write(join(this.folder, path), text);
    await this.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: this.uri(path), type }],
    });
  }

  /** The diagnostics of a file, once they have these codes. */
  async codes(path: string, ...expected: readonly string[]): Promise<readonly Diagnostic[]> {
    const now = () => this.published.get(this.uri(path)) ?? [];
    const codes = () => now().map(({ code }) => String(code));
    await expect.poll(() => codes().toSorted(), { message: path }).toEqual(expected.toSorted());
    return now();
  }

  /** Shuts the server down as an editor does, and returns its exit code. */
  async stop(): Promise<number | null> {
    const code = new Promise<number | null>((resolve) => this.process.once("exit", resolve));
    await this.request("shutdown", []);
    await this.connection.sendNotification("exit");
    this.connection.dispose();
    const result = await code;
    await rm(this.folder, { recursive: true, force: true });
    return result;
  }
}
