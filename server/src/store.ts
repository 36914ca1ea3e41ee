import type { TextDocumentContentChangeEvent } from "vscode-languageserver-protocol";
import type { Disk, Reading } from "./disk.ts";
import { CONFIGURATION } from "./model/layout.ts";
import { Workspace } from "./model/workspace.ts";
import { changeFile, type File, parseFile, unreadable } from "./syntax/file.ts";
import { today } from "./today.ts";
import { canonical, isUnder } from "./uri.ts";

/**
 * The files that the server knows, from wherever they come: the text of an open editor wins over the disk, and closing
 * gives the disk back. The one place with mutable state besides `serve`.
 */
export class Store {
  workspace: Workspace;
  readonly #disk: Disk | undefined;
  readonly #open = new Map<string, File>();
  readonly #names = new Map<string, string>();
  readonly #tried = new Set<string>();
  #folders: readonly string[] = [];

  constructor(disk: Disk | undefined) {
    this.#disk = disk;
    this.workspace = Workspace.empty([], today());
  }

  /** The URI by which the client knows a file. */
  name(uri: string): string {
    return this.#names.get(uri) ?? uri;
  }

  isOpen(uri: string): boolean {
    return this.#open.has(canonical(uri));
  }

  open(uri: string, text: string): void {
    const key = this.#known(uri);
    const file = parseFile(key, text, this.workspace.files.get(key));
    this.#open.set(key, file);
    this.#put([[key, file]]);
  }

  change(uri: string, changes: readonly TextDocumentContentChangeEvent[]): void {
    const key = canonical(uri);
    let file = this.#open.get(key) ?? this.workspace.files.get(key);
    for (const change of changes) {
      // A file that became readable again has no text to change: the client sends it whole, or the next open does.
      file =
        "range" in change && file
          ? changeFile(file, change.range, change.text)
          : parseFile(key, change.text, file);
    }
    if (!file) return;
    this.#open.set(key, file);
    this.#put([[key, file]]);
  }

  /** Closing gives the disk back; a file of an editor alone is gone. */
  async close(uri: string): Promise<void> {
    const key = canonical(uri);
    this.#open.delete(key);
    await this.reload([key]);
  }

  /** Takes files from the client, which reads what the server cannot. */
  take(files: readonly { readonly uri: string; readonly text: string | null }[]): void {
    this.#put(
      files.flatMap(({ uri, text }) => {
        const key = this.#known(uri);
        if (this.#open.has(key)) return [];
        return [
          [key, text === null ? undefined : parseFile(key, text, this.workspace.files.get(key))] as const,
        ];
      }),
    );
  }

  /** Reads files anew; those that are gone are dropped. */
  async reload(uris: readonly string[]): Promise<void> {
    if (!this.#disk) return;
    const changes: (readonly [string, File | undefined])[] = [];
    for (const uri of uris) {
      const key = this.#known(uri);
      if (this.#open.has(key) || !key.startsWith("file:")) continue;
      this.#tried.delete(key);
      changes.push([key, fileFrom(key, await this.#disk.read(key), this.workspace.files.get(key))]);
    }
    this.#put(changes.filter(([key]) => !this.#open.has(key)));
    await this.#fetchBases();
  }

  /** Looks for the files of these folders, and forgets those of others. */
  async load(folders: readonly string[]): Promise<void> {
    this.#folders = folders.map(canonical);
    if (!this.#disk) return;
    const roots: string[] = [];
    const found: string[] = [];
    for (const folder of this.#folders.filter((uri) => uri.startsWith("file:"))) {
      roots.push(await this.#disk.rootOf(folder));
      found.push(...(await this.#disk.find(folder)));
    }
    this.workspace = this.workspace.at({
      roots: this.#folders.every((uri) => uri.startsWith("file:")) ? roots : [],
    });
    const gone = [...this.workspace.files.keys()].filter(
      (uri) => uri.startsWith("file:") && !found.includes(uri) && !this.#open.has(uri),
    );
    this.#put(gone.map((uri) => [uri, undefined]));
    await this.reload(found);
  }

  /** What changed below the workspace folders, as a watcher tells it. */
  async watched(uris: readonly string[]): Promise<void> {
    const folders = uris.filter((uri) => !CONFIGURATION.test(uri));
    await this.reload(uris.map(canonical).filter((uri) => CONFIGURATION.test(uri)));
    if (folders.length > 0) await this.load(this.#folders);
  }

  /** A new day may change what rules say. */
  refreshDay(): void {
    const day = today();
    if (day !== this.workspace.today) this.workspace = this.workspace.at({ today: day });
  }

  /** Bases may lie beside the workspace folders, and have bases in their turn. */
  async #fetchBases(): Promise<void> {
    while (this.#disk) {
      const wanted = this.workspace.layout.wanted.filter(
        (uri) => !this.#tried.has(uri) && uri.startsWith("file:"),
      );
      if (wanted.length === 0) return;
      const changes: (readonly [string, File])[] = [];
      for (const uri of wanted) {
        this.#tried.add(uri);
        const reading = await this.#disk.read(uri);
        changes.push([uri, fileFrom(uri, reading, undefined) ?? unreadable(uri, "missing")]);
      }
      this.#put(changes);
    }
  }

  #put(changes: readonly (readonly [string, File | undefined])[]): void {
    if (changes.length > 0) this.workspace = this.workspace.with(changes);
  }

  #known(uri: string): string {
    const key = canonical(uri);
    if (key !== uri) this.#names.set(key, uri);
    return key;
  }

  /** Whether a file lies below a workspace folder. */
  isWithin(uri: string): boolean {
    return this.#folders.some((folder) => isUnder(canonical(uri), folder));
  }
}

function fileFrom(uri: string, reading: Reading, previous: File | undefined): File | undefined {
  if ("text" in reading) return parseFile(uri, reading.text, previous);
  return reading.unreadable === "missing" ? undefined : unreadable(uri, reading.unreadable);
}
