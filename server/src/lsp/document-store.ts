import type { TextDocumentContentChangeEvent } from "vscode-languageserver-protocol";
import { canonicalFolder, canonicalUri, folderOf, foldersAbove, isUnder } from "../base/uri.ts";
import { baseReferencesIn, CONFIGURATION, isMarker } from "../model/layout.ts";
import { Workspace } from "../model/workspace.ts";
import { changeFile, type File, parseFile, unreadable } from "../syntax/file.ts";
import type { Disk, ReadResult } from "./disk.ts";
import { turn } from "./scheduler.ts";
import { today } from "./today.ts";

/**
 * All files that the server knows, from the disk or the client. While a document is open, its text replaces the disk's.
 */
export class DocumentStore {
  #workspace: Workspace;
  /** Changes not yet applied to the workspace; they are when somebody asks for it. `undefined` removes a file. */
  readonly #pending = new Map<string, File | undefined>();
  readonly #disk: Disk | undefined;
  readonly #open = new Map<string, File>();
  readonly #clientUris = new Map<string, string>();
  readonly #triedBases = new Set<string>();
  readonly #onUnreadable: (folder: string) => void;
  readonly #reported = new Set<string>();
  #folders: readonly string[] = [];
  /** How many loads are running. */
  #loading = 0;
  /** The files of open documents' establishments, which are complete before the load is. */
  #loadedFirst: ReadonlySet<string> = new Set();

  /** `onUnreadable` is called once for each folder that cannot be read, with the client's URI. */
  constructor(disk: Disk | undefined, onUnreadable: (folder: string) => void = () => {}) {
    this.#disk = disk;
    this.#onUnreadable = onUnreadable;
    this.#workspace = Workspace.empty([], today());
  }

  /** The workspace with all changes applied. */
  get workspace(): Workspace {
    if (this.#pending.size > 0) {
      this.#workspace = this.#workspace.with([...this.#pending]);
      this.#pending.clear();
    }
    return this.#workspace;
  }

  /** The client's spelling of a canonical URI. */
  name(uri: string): string {
    return this.#clientUris.get(uri) ?? uri;
  }

  /** Whether a document is open in an editor. */
  isOpen(uri: string): boolean {
    return this.#open.has(canonicalUri(uri));
  }

  /** The canonical URIs of open documents, the one that changed last first. */
  get opened(): readonly string[] {
    return [...this.#open.keys()].reverse();
  }

  /** Whether folders are still being read. */
  get isLoading(): boolean {
    return this.#loading > 0;
  }

  /** Whether all files of a file's establishment, and its bases, have been read. */
  isLoaded(uri: string): boolean {
    return !this.isLoading || this.#loadedFirst.has(canonicalUri(uri));
  }

  /** Takes the text of a document that an editor opened. */
  open(uri: string, text: string): void {
    const key = this.#canonical(uri);
    const file = parseFile(key, text, this.#file(key));
    this.#open.set(key, file);
    this.#put([[key, file]]);
  }

  /** Applies changes to a document, one after the other. */
  change(uri: string, changes: readonly TextDocumentContentChangeEvent[]): void {
    const key = canonicalUri(uri);
    let file = this.#file(key);
    for (const change of changes) {
      // A file that was unreadable has no text to edit: the client sends its whole text, now or when it opens it again.
      file =
        "range" in change && file
          ? changeFile(file, change.range, change.text)
          : parseFile(key, change.text, file);
    }
    if (!file) return;
    this.#open.delete(key);
    this.#open.set(key, file);
    this.#put([[key, file]]);
  }

  /** Replaces the text of a closed document by the disk's; a document that was never saved is removed. */
  async close(uri: string): Promise<void> {
    const key = canonicalUri(uri);
    this.#open.delete(key);
    await this.reload([key]);
  }

  /** Takes files that the client read because the server cannot; a text of null removes the file. Open ones stay. */
  take(files: readonly { readonly uri: string; readonly text: string | null }[]): void {
    this.#put(
      files.flatMap(({ uri, text }) => {
        const key = this.#canonical(uri);
        if (this.#open.has(key)) return [];
        return [[key, text === null ? undefined : parseFile(key, text, this.#file(key))] as const];
      }),
    );
  }

  /** Reads files from the disk again; those that do not exist any more are removed. Open documents stay. */
  async reload(uris: readonly string[]): Promise<void> {
    if (!this.#disk) return;
    const keys = uris.map((uri) => this.#canonical(uri)).filter((key) => key.startsWith("file:"));
    const read = (key: string | undefined) =>
      key === undefined || this.#open.has(key) ? undefined : this.#disk?.read(key);
    const changes: (readonly [string, File | undefined])[] = [];
    let next = read(keys[0]);
    for (const [index, key] of keys.entries()) {
      const result = await next;
      next = read(keys[index + 1]);
      if (!result) continue;
      this.#triedBases.delete(key);
      const file = fileFrom(key, result, this.#file(key));
      changes.push([key, file]);
      // One file per turn: later it would be computed for all files at once.
      await turn();
      if (file) baseReferencesIn(file);
    }
    this.#put(changes.filter(([key]) => !this.#open.has(key)));
    await this.#fetchBases();
  }

  /**
   * Reads the files of these folders and removes those of other folders. The establishments of open documents are read
   * first; then `onFirstLoaded` is called, and the others follow.
   */
  async load(folders: readonly string[], onFirstLoaded: () => void): Promise<void> {
    this.#folders = folders.map((uri) => this.#remember(canonicalFolder(uri), uri));
    if (!this.#disk) return;
    this.#loading++;
    try {
      await this.#load(this.#disk, onFirstLoaded);
    } finally {
      this.#loading--;
    }
  }

  async #load(disk: Disk, onFirstLoaded: () => void): Promise<void> {
    const roots: string[] = [];
    const found: string[] = [];
    const local = this.#folders.filter((uri) => !CLIENT_ONLY.test(uri));
    for (const folder of local) {
      roots.push(await disk.rootOf(folder));
      found.push(...(await disk.find(folder, (unreadable) => this.#reportUnreadable(unreadable))));
    }
    this.#workspace = this.workspace.at({ roots: local.length === this.#folders.length ? roots : [] });
    const foundUris = new Set(found);
    const removed = [...this.workspace.files.keys()].filter(
      (uri) => uri.startsWith("file:") && !foundUris.has(uri) && !this.#open.has(uri),
    );
    this.#put(removed.map((uri) => [uri, undefined]));
    const markers = new Set(found.filter(isMarker).map(folderOf));
    const establishments = this.opened.map((uri) => establishmentFolder(uri, markers));
    const first = found.filter((uri) => establishments.some((folder) => folder && isUnder(uri, folder)));
    await this.reload(first);
    this.#loadedFirst = new Set([...first, ...this.opened.filter((_, index) => establishments[index])]);
    onFirstLoaded();
    const done = new Set(first);
    await this.reload(found.filter((uri) => !done.has(uri)));
  }

  /** Reads again what a watcher reports as changed: files, or folders that were added, renamed or deleted. */
  async watched(uris: readonly string[]): Promise<void> {
    const folders = uris.filter((uri) => !CONFIGURATION.test(uri));
    await this.reload(uris.map(canonicalUri).filter((uri) => CONFIGURATION.test(uri)));
    if (folders.length > 0) await this.load(this.#folders, () => {});
  }

  /** Takes over today's date if the day changed: findings may depend on it. */
  refreshDay(): void {
    const day = today();
    if (day !== this.#workspace.today) this.#workspace = this.workspace.at({ today: day });
  }

  /** Reads bases outside of the workspace folders, and the bases of these. */
  async #fetchBases(): Promise<void> {
    while (this.#disk) {
      const missing = this.workspace.layout.basesToRead.filter(
        (uri) => !this.#triedBases.has(uri) && uri.startsWith("file:"),
      );
      if (missing.length === 0) return;
      const changes: (readonly [string, File])[] = [];
      for (const uri of missing) {
        this.#triedBases.add(uri);
        const result = await this.#disk.read(uri);
        changes.push([uri, fileFrom(uri, result, undefined) ?? unreadable(uri, "missing")]);
      }
      this.#put(changes);
    }
  }

  #put(changes: readonly (readonly [string, File | undefined])[]): void {
    for (const [uri, file] of changes) this.#pending.set(uri, file);
  }

  #file(uri: string): File | undefined {
    return this.#pending.has(uri) ? this.#pending.get(uri) : this.#workspace.files.get(uri);
  }

  /** The canonical URI of a file; the client's spelling is remembered for `name`. */
  #canonical(uri: string): string {
    return this.#remember(canonicalUri(uri), uri);
  }

  #remember(key: string, uri: string): string {
    if (key !== uri) this.#clientUris.set(key, uri);
    return key;
  }

  #reportUnreadable(folder: string): void {
    if (this.#reported.has(folder)) return;
    this.#reported.add(folder);
    this.#onUnreadable(this.name(folder));
  }

  /** Whether a file is in a workspace folder. */
  isWithin(uri: string): boolean {
    return this.#folders.some((folder) => isUnder(canonicalUri(uri), folder));
  }
}

/** URIs that only the client can read. Text that is not a URI does not match: the disk reports it as unreadable. */
const CLIENT_ONLY = /^(?!file:)[a-z][a-z0-9+.-]+:/i;

/** The innermost of these folders that contains a file. */
function establishmentFolder(uri: string, folders: ReadonlySet<string>): string | undefined {
  for (const folder of foldersAbove(uri)) if (folders.has(folder)) return folder;
  return undefined;
}

function fileFrom(uri: string, result: ReadResult, previous: File | undefined): File | undefined {
  if ("text" in result) return parseFile(uri, result.text, previous);
  return result.unreadable === "missing" ? undefined : unreadable(uri, result.unreadable);
}
