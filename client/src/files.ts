import { Disposable, Uri, type WorkspaceFolder, workspace } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { FILES, type FilesParams } from "../../server/src/features/protocol.ts";
import { PATTERN } from "./client-options.ts";
import { configurationsIn } from "./find-files.ts";

/** The files that the client reads for the server. */
export interface ClientFiles extends Disposable {
  /** Reads and sends all of them again. */
  readonly readAgain: () => Promise<void>;
}

/** Sends the server the files that it cannot read, and later their changes. */
export function sendFiles(client: BaseLanguageClient, serverReadsDisk: boolean): ClientFiles {
  const files = new SentFiles(client, serverReadsDisk);
  const watcher = workspace.createFileSystemWatcher(PATTERN);
  const listeners = Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => files.read([uri])),
    watcher.onDidChange((uri) => files.read([uri])),
    watcher.onDidDelete((uri) => files.forget(uri)),
    // When a folder is deleted or moved, a watcher does not report the files in it.
    workspace.onDidDeleteFiles(({ files: deleted }) => deleted.forEach((uri) => void files.forget(uri))),
    workspace.onDidRenameFiles(({ files: moved }) => {
      for (const { oldUri } of moved) files.forget(oldUri);
      void files.readFolders(workspace.workspaceFolders ?? []);
    }),
    workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) files.forget(uri);
      void files.readFolders(added);
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) void files.readFolders(workspace.workspaceFolders ?? []);
    }),
  );
  return { readAgain: () => files.readAgain(), dispose: () => listeners.dispose() };
}

/** The files that the server knows from the client. */
class SentFiles {
  readonly #client: BaseLanguageClient;
  readonly #serverReadsDisk: boolean;
  readonly #sentUris = new Set<string>();
  /** How many readings of folders run. */
  #readings = 0;

  constructor(client: BaseLanguageClient, serverReadsDisk: boolean) {
    this.#client = client;
    this.#serverReadsDisk = serverReadsDisk;
  }

  /** Sends all configuration files of these folders. */
  async readFolders(folders: readonly WorkspaceFolder[]): Promise<void> {
    await this.#reading(async () => {
      for (const folder of folders) {
        if (!this.#isClientOnly(folder.uri)) continue;
        await this.read(await configurationsIn(folder));
      }
    });
  }

  /** Sends all files again; those that do not exist any more are forgotten. */
  async readAgain(): Promise<void> {
    const before = [...this.#sentUris];
    await this.#reading(async () => {
      await this.readFolders(workspace.workspaceFolders ?? []);
      await this.read(before.map((uri) => Uri.parse(uri)));
    });
  }

  /** Tells the server while folders are read: its answers about the whole workspace wait for what is found. */
  async #reading(work: () => Promise<void>): Promise<void> {
    this.#readings++;
    this.#send([], true);
    try {
      await work();
    } finally {
      this.#readings--;
      if (this.#readings === 0) this.#send([], false);
    }
  }

  /** Sends the current texts of these files. */
  async read(uris: readonly Uri[]): Promise<void> {
    const clientOnly = uris.filter((uri) => this.#isClientOnly(uri));
    this.#send(
      await Promise.all(clientOnly.map(async (uri) => ({ uri: this.#nameOf(uri), text: await textOf(uri) }))),
    );
  }

  /** Tells the server that a file, or all files in a folder, do not exist any more. */
  forget(uri: Uri): void {
    const name = this.#nameOf(uri);
    const deleted = [...this.#sentUris].filter((known) => known === name || known.startsWith(`${name}/`));
    this.#send(deleted.map((known) => ({ uri: known, text: null })));
  }

  #isClientOnly({ scheme }: Uri): boolean {
    return scheme !== "file" || !this.#serverReadsDisk;
  }

  #nameOf(uri: Uri): string {
    return this.#client.code2ProtocolConverter.asUri(uri);
  }

  #send(files: FilesParams["files"], reading?: boolean): void {
    for (const { uri, text } of files) {
      if (text === null) this.#sentUris.delete(uri);
      else this.#sentUris.add(uri);
    }
    // If the server is not running yet, it gets all files when it starts.
    if ((files.length > 0 || reading !== undefined) && this.#client.isRunning()) {
      const params: FilesParams = { files, ...(reading !== undefined && { reading }) };
      void this.#client.sendNotification(FILES, params);
    }
  }
}

async function textOf(uri: Uri): Promise<string | null> {
  try {
    const bytes = await workspace.fs.readFile(uri);
    // The byte order mark is part of the text, as positions count it.
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  } catch {
    // The file was deleted after it was listed.
    return null;
  }
}
