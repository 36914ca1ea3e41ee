import type { TextDocumentContentChangeEvent } from "vscode-languageserver-protocol";
import { canonicalFolder, canonicalUri, folderOf, foldersAbove, isUnder } from "../base/uri.ts";
import { baseReferencesIn, CONFIGURATION, isMarker } from "../model/layout.ts";
import { Workspace } from "../model/workspace.ts";
import { changeFile, type File, parseFile, unreadable } from "../syntax/file.ts";
import type { Disk, ReadResult } from "./disk.ts";
import { turn } from "./scheduler.ts";
import { today } from "./today.ts";

/**
 * The files that the server knows, from wherever they come: the text of an open editor wins over the disk, and closing
 * gives the disk back.
 */
export class DocumentStore {
  #workspace: Workspace;
  /** What came since then: what it means is found out when somebody asks. */
  readonly #fresh = new Map<string, File | undefined>();
  readonly #disk: Disk | undefined;
  readonly #open = new Map<string, File>();
  readonly #names = new Map<string, string>();
  readonly #tried = new Set<string>();
  readonly #closed: (folder: string) => void;
  readonly #told = new Set<string>();
  #folders: readonly string[] = [];
  /** Folders that are being read; and the files of them that are there already, with all that belongs to them. */
  #loading = 0;
  #ahead: ReadonlySet<string> = new Set();

  /** `closed` is told once of each folder that cannot be read, by the client's name. */
  constructor(disk: Disk | undefined, closed: (folder: string) => void = () => {}) {
    this.#disk = disk;
    this.#closed = closed;
    this.#workspace = Workspace.empty([], today());
  }

  /** All files, as they are now. */
  get workspace(): Workspace {
    if (this.#fresh.size > 0) {
      this.#workspace = this.#workspace.with([...this.#fresh]);
      this.#fresh.clear();
    }
    return this.#workspace;
  }

  /** The URI by which the client knows a file. */
  name(uri: string): string {
    return this.#names.get(uri) ?? uri;
  }

  isOpen(uri: string): boolean {
    return this.#open.has(canonicalUri(uri));
  }

  /** The documents that are open, by their canonical URIs, the one that changed last in front. */
  get opened(): readonly string[] {
    return [...this.#open.keys()].reverse();
  }

  /** Whether files of the workspace are still to come. */
  get isLoading(): boolean {
    return this.#loading > 0;
  }

  /** Whether all is there that belongs to a file. */
  isLoaded(uri: string): boolean {
    return !this.isLoading || this.#ahead.has(canonicalUri(uri));
  }

  open(uri: string, text: string): void {
    const key = this.#known(uri);
    const file = parseFile(key, text, this.#file(key));
    this.#open.set(key, file);
    this.#put([[key, file]]);
  }

  change(uri: string, changes: readonly TextDocumentContentChangeEvent[]): void {
    const key = canonicalUri(uri);
    let file = this.#file(key);
    for (const change of changes) {
      // A file that became readable again has no text to change: the client sends it whole, or the next open does.
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

  /** Closing gives the disk back; a file of an editor alone is gone. */
  async close(uri: string): Promise<void> {
    const key = canonicalUri(uri);
    this.#open.delete(key);
    await this.reload([key]);
  }

  /** Takes files from the client, which reads what the server cannot. */
  take(files: readonly { readonly uri: string; readonly text: string | null }[]): void {
    this.#put(
      files.flatMap(({ uri, text }) => {
        const key = this.#known(uri);
        if (this.#open.has(key)) return [];
        return [[key, text === null ? undefined : parseFile(key, text, this.#file(key))] as const];
      }),
    );
  }

  /** Reads files anew; those that are gone are dropped. */
  async reload(uris: readonly string[]): Promise<void> {
    if (!this.#disk) return;
    const keys = uris.map((uri) => this.#known(uri)).filter((key) => key.startsWith("file:"));
    const read = (key: string | undefined) =>
      key === undefined || this.#open.has(key) ? undefined : this.#disk?.read(key);
    const changes: (readonly [string, File | undefined])[] = [];
    let next = read(keys[0]);
    for (const [index, key] of keys.entries()) {
      const reading = await next;
      next = read(keys[index + 1]);
      if (!reading) continue;
      this.#tried.delete(key);
      const file = fileFrom(key, reading, this.#file(key));
      changes.push([key, file]);
      // In a turn of its own: later it would be done for all files at once.
      await turn();
      if (file) baseReferencesIn(file);
    }
    this.#put(changes.filter(([key]) => !this.#open.has(key)));
    await this.#fetchBases();
  }

  /**
   * Looks for the files of these folders, and forgets those of others. The establishments of open documents come first;
   * then `ahead` is called.
   */
  async load(folders: readonly string[], ahead: () => void): Promise<void> {
    this.#folders = folders.map((uri) => this.#named(canonicalFolder(uri), uri));
    if (!this.#disk) return;
    this.#loading++;
    try {
      await this.#load(this.#disk, ahead);
    } finally {
      this.#loading--;
    }
  }

  async #load(disk: Disk, ahead: () => void): Promise<void> {
    const roots: string[] = [];
    const found: string[] = [];
    const local = this.#folders.filter((uri) => !ELSEWHERE.test(uri));
    for (const folder of local) {
      roots.push(await disk.rootOf(folder));
      found.push(...(await disk.find(folder, (closed) => this.#tell(closed))));
    }
    this.#workspace = this.workspace.at({ roots: local.length === this.#folders.length ? roots : [] });
    const there = new Set(found);
    const gone = [...this.workspace.files.keys()].filter(
      (uri) => uri.startsWith("file:") && !there.has(uri) && !this.#open.has(uri),
    );
    this.#put(gone.map((uri) => [uri, undefined]));
    const markers = new Set(found.filter(isMarker).map(folderOf));
    const homes = this.opened.map((uri) => homeOf(uri, markers));
    const near = found.filter((uri) => homes.some((home) => home && isUnder(uri, home)));
    await this.reload(near);
    this.#ahead = new Set([...near, ...this.opened.filter((_, index) => homes[index])]);
    ahead();
    const done = new Set(near);
    await this.reload(found.filter((uri) => !done.has(uri)));
  }

  /** What changed below the workspace folders, as a watcher tells it. */
  async watched(uris: readonly string[]): Promise<void> {
    const folders = uris.filter((uri) => !CONFIGURATION.test(uri));
    await this.reload(uris.map(canonicalUri).filter((uri) => CONFIGURATION.test(uri)));
    if (folders.length > 0) await this.load(this.#folders, () => {});
  }

  /** A new day may change what rules say. */
  refreshDay(): void {
    const day = today();
    if (day !== this.#workspace.today) this.#workspace = this.workspace.at({ today: day });
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
    for (const [uri, file] of changes) this.#fresh.set(uri, file);
  }

  #file(uri: string): File | undefined {
    return this.#fresh.has(uri) ? this.#fresh.get(uri) : this.#workspace.files.get(uri);
  }

  #known(uri: string): string {
    return this.#named(canonicalUri(uri), uri);
  }

  #named(key: string, uri: string): string {
    if (key !== uri) this.#names.set(key, uri);
    return key;
  }

  #tell(folder: string): void {
    if (this.#told.has(folder)) return;
    this.#told.add(folder);
    this.#closed(this.name(folder));
  }

  /** Whether a file lies below a workspace folder. */
  isWithin(uri: string): boolean {
    return this.#folders.some((folder) => isUnder(canonicalUri(uri), folder));
  }
}

/** Places that only the client reads. What is no URI at all is none of them: the disk is asked, and cannot read it. */
const ELSEWHERE = /^(?!file:)[a-z][a-z0-9+.-]+:/i;

/** The nearest of some folders in which a file lies. */
function homeOf(uri: string, folders: ReadonlySet<string>): string | undefined {
  for (const folder of foldersAbove(uri)) if (folders.has(folder)) return folder;
  return undefined;
}

function fileFrom(uri: string, reading: ReadResult, previous: File | undefined): File | undefined {
  if ("text" in reading) return parseFile(uri, reading.text, previous);
  return reading.unreadable === "missing" ? undefined : unreadable(uri, reading.unreadable);
}
