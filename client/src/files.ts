import { Disposable, RelativePattern, type Uri, type WorkspaceFolder, workspace } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { FILES, type FilesParams } from "../../server/src/features/protocol.ts";
import { PATTERN } from "./client-options.ts";

/** Hands the server the files that it cannot read by itself, and what becomes of them later. */
export function handOverFiles(client: BaseLanguageClient, serverReadsDisk: boolean): Disposable {
  const files = new HandedOver(client, serverReadsDisk);
  const watcher = workspace.createFileSystemWatcher(PATTERN);
  return Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => files.read([uri])),
    watcher.onDidChange((uri) => files.read([uri])),
    watcher.onDidDelete((uri) => files.forget(uri)),
    // Of a folder that goes or moves a watcher says nothing about the files in it.
    workspace.onDidDeleteFiles(({ files: gone }) => gone.forEach((uri) => void files.forget(uri))),
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
}

class HandedOver {
  readonly #client: BaseLanguageClient;
  readonly #serverReadsDisk: boolean;
  readonly #known = new Set<string>();

  constructor(client: BaseLanguageClient, serverReadsDisk: boolean) {
    this.#client = client;
    this.#serverReadsDisk = serverReadsDisk;
  }

  async readFolders(folders: readonly WorkspaceFolder[]): Promise<void> {
    for (const folder of folders) {
      if (!this.#isOurs(folder.uri)) continue;
      await this.read(await workspace.findFiles(new RelativePattern(folder, PATTERN), "**/node_modules/**"));
    }
  }

  async read(uris: readonly Uri[]): Promise<void> {
    const ours = uris.filter((uri) => this.#isOurs(uri));
    this.#send(
      await Promise.all(ours.map(async (uri) => ({ uri: this.#nameOf(uri), text: await textOf(uri) }))),
    );
  }

  /** Takes back a file, or all that is known below a folder. */
  forget(uri: Uri): void {
    const name = this.#nameOf(uri);
    const gone = [...this.#known].filter((known) => known === name || known.startsWith(`${name}/`));
    this.#send(gone.map((known) => ({ uri: known, text: null })));
  }

  #isOurs({ scheme }: Uri): boolean {
    return scheme !== "file" || !this.#serverReadsDisk;
  }

  #nameOf(uri: Uri): string {
    return this.#client.code2ProtocolConverter.asUri(uri);
  }

  #send(files: FilesParams["files"]): void {
    for (const { uri, text } of files) {
      if (text === null) this.#known.delete(uri);
      else this.#known.add(uri);
    }
    // A server that is not there yet gets everything when it comes.
    if (files.length > 0 && this.#client.isRunning()) {
      void this.#client.sendNotification(FILES, { files } satisfies FilesParams);
    }
  }
}

async function textOf(uri: Uri): Promise<string | null> {
  try {
    const bytes = await workspace.fs.readFile(uri);
    // The mark at the head is part of the text: positions count it.
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  } catch {
    // It vanished between the listing and the reading.
    return null;
  }
}
