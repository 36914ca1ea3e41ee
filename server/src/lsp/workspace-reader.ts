import { appendAll } from "../base/append-all.ts";
import { folderOf, foldersAbove, isUnder } from "../base/uri.ts";
import { baseReferencesIn, CONFIGURATION, isMarker } from "../model/layout.ts";
import { type File, parseFile, unreadable } from "../syntax/file.ts";
import type { Disk } from "./disk.ts";
import type { DocumentStore, FileChanges } from "./document-store.ts";
import type { ReadLimits, ReadResult } from "./file-reading.ts";
import { isSearched, isSearchedFolder } from "./participation.ts";
import { turn } from "./scheduler.ts";

/** What is read from, and who is told. */
interface ReaderHost {
  readonly store: DocumentStore;
  readonly disk: Disk;
  readonly onUnreadable: (folder: string) => void;
  readonly onProgress: (done: number, total: number) => void;
}

/** Whether the work may go on and write. */
type IsCurrent = () => boolean;

/**
 * The steps by which the store is filled from the disk. Only one of them may run at a time, which `WorkspaceLoader` sees
 * to. Each ends and writes nothing once `isCurrent` is false.
 */
export class WorkspaceReader {
  readonly #host: ReaderHost;
  readonly #reported = new Set<string>();
  readonly #triedBases = new Set<string>();

  constructor(host: ReaderHost) {
    this.#host = host;
  }

  /** Finds the files of these folders; all others leave the workspace. `undefined` if it was given up. */
  async find(folders: readonly string[], isCurrent: IsCurrent): Promise<readonly string[] | undefined> {
    const { store, disk } = this.#host;
    const found: string[] = [];
    const roots: string[] = [];
    const excluded = new Set<string>();
    for (const folder of folders) {
      const ofClient = CLIENT_ONLY.exec(folder);
      // Above a folder that only the client can read, only the client knows what there is.
      roots.push(ofClient ? ofClient[0] : store.names.keyOf(await disk.rootOf(folder)));
      if (ofClient) continue;
      appendAll(found, await this.#findIn(folder, excluded));
      if (!isCurrent()) return undefined;
    }
    store.search({ folders, excluded }, roots);
    const isFound = new Set(found);
    const { files, layout } = store.workspace;
    // Bases of elsewhere stay as they are until they are read.
    const gone = [...files.keys()].filter(
      (uri) => uri.startsWith("file:") && !isFound.has(uri) && !layout.bases.has(uri),
    );
    store.put(gone.map((uri) => [uri, undefined]));
    return found;
  }

  /**
   * Reads the files that were found, those that are `new` or `all`, and the bases of elsewhere. The establishments of
   * open documents are read first; `onFirst` is called with these.
   */
  async readFound(
    found: readonly string[],
    walk: "new" | "all",
    isCurrent: IsCurrent,
    onFirst: (files: ReadonlySet<string>) => void,
  ): Promise<void> {
    const { store } = this.#host;
    const { files, layout } = store.workspace;
    this.#triedBases.clear();
    const isFound = new Set(found);
    const outside = [...layout.bases].filter((uri) => !isFound.has(uri) && files.has(uri));
    const wanted = [...found.filter((uri) => walk === "all" || !files.has(uri)), ...outside];
    const markers = new Set(found.filter(isMarker).map(folderOf));
    const establishments = store.opened.map((uri) => establishmentFolder(uri, markers));
    const isFirst = (uri: string) => establishments.some((folder) => folder && isUnder(uri, folder));
    const progress = { done: 0, total: wanted.length };
    await this.#readFiles(wanted.filter(isFirst), isCurrent, progress);
    await this.readBases(isCurrent);
    if (!isCurrent()) return;
    onFirst(new Set([...found.filter(isFirst), ...store.opened.filter((_, at) => establishments[at])]));
    const rest = wanted.filter((uri) => !isFirst(uri));
    await this.#readFiles(rest, isCurrent, progress);
  }

  /** Reads what changed by the URIs of files, and of folders that came or went. */
  async readChanged(uris: ReadonlySet<string>, isCurrent: IsCurrent): Promise<void> {
    const files = new Set<string>();
    const below = this.#filesByFolder(uris);
    for (const uri of uris) {
      if (!uri.startsWith("file:")) continue;
      this.#triedBases.delete(uri);
      for (const file of below.get(uri) ?? []) files.add(file);
      for (const file of await this.#filesAt(uri)) files.add(file);
      if (!isCurrent()) return;
    }
    await this.#readFiles([...files].sort(), isCurrent);
  }

  /** The files to read of what is at a URI now: that file, or those below that folder. */
  async #filesAt(uri: string): Promise<readonly string[]> {
    const { store, disk } = this.#host;
    const { workspace, places } = store;
    const within = places.folders.find((folder) => isUnder(uri, folder)) ?? folderOf(uri);
    const kind = await disk.kindOf(uri, within);
    // Whatever it is, a base was named: why it cannot be read is told.
    if (workspace.layout.bases.has(uri)) return [uri];
    if (kind === "folder" || kind === "link") return this.#findBelow(uri, kind === "link");
    const isKnown = workspace.files.has(uri);
    if (kind === "file") return isKnown || (CONFIGURATION.test(uri) && isSearched(uri, places)) ? [uri] : [];
    store.put([[uri, undefined]]);
    return [];
  }

  /** The known files below these folders. */
  #filesByFolder(folders: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
    const byFolder = new Map<string, string[]>();
    if (folders.size === 0) return byFolder;
    for (const uri of this.#host.store.workspace.files.keys()) {
      for (const folder of foldersAbove(uri)) {
        if (!folders.has(folder)) continue;
        const files = byFolder.get(folder);
        if (files) files.push(uri);
        else byFolder.set(folder, [uri]);
      }
    }
    return byFolder;
  }

  /** Reads bases outside of the workspace folders, and the bases of these; those that are named no more are removed. */
  async readBases(isCurrent: IsCurrent): Promise<void> {
    const { store, disk } = this.#host;
    for (;;) {
      store.place();
      const missing = store.workspace.layout.basesToRead.filter(
        (uri) => !this.#triedBases.has(uri) && uri.startsWith("file:"),
      );
      if (missing.length === 0) break;
      const changes: FileChanges[number][] = [];
      for (const uri of missing) {
        const result = await disk.read(uri, this.#limitsOf(uri));
        if (!isCurrent()) return;
        this.#triedBases.add(uri);
        changes.push([uri, fileFrom(uri, result, undefined) ?? unreadable(uri, "missing")]);
      }
      store.put(changes);
    }
    this.#removeUnnamed();
  }

  /**
   * What may be read at a URI: what is in the workspace folders, and in the folders that `herite-de` may not leave. Without
   * folders there are no limits. The name of a base comes from a file.
   */
  #limitsOf(uri: string): ReadLimits {
    const { workspace, places } = this.#host.store;
    const within = [...places.folders, ...workspace.roots].filter((folder) => folder.startsWith("file:"));
    return { within, isNamed: workspace.layout.bases.has(uri) };
  }

  #removeUnnamed(): void {
    const { store } = this.#host;
    const { workspace, places } = store;
    // Without workspace folders, open files make the workspace.
    const hasPlace =
      places.folders.length === 0
        ? (uri: string) => store.isOpen(uri)
        : (uri: string) => CONFIGURATION.test(uri) && isSearched(uri, places);
    const unnamed = [...workspace.files.values()].filter(
      ({ uri, unreadable: reason }) =>
        uri.startsWith("file:") &&
        !workspace.layout.bases.has(uri) &&
        (reason === "missing" || !hasPlace(uri)),
    );
    for (const { uri } of unnamed) this.#triedBases.delete(uri);
    this.#host.store.put(unnamed.map(({ uri }) => [uri, undefined]));
  }

  /** Reads files; those that do not exist any more are removed. A base that is missing stays, as missing. */
  async #readFiles(
    uris: readonly string[],
    isCurrent: IsCurrent,
    progress?: { done: number; readonly total: number },
  ): Promise<void> {
    const { store, disk, onProgress } = this.#host;
    const { bases } = store.workspace.layout;
    const changes: FileChanges[number][] = [];
    const read = (uri: string | undefined) =>
      uri === undefined || store.isOpen(uri) ? undefined : disk.read(uri, this.#limitsOf(uri));
    let next = read(uris[0]);
    for (const [index, uri] of uris.entries()) {
      const result = await next;
      if (!isCurrent()) return;
      next = read(uris[index + 1]);
      if (progress) onProgress(progress.done++, progress.total);
      if (!result) continue;
      const file = fileFrom(uri, result, store.workspace.files.get(uri));
      changes.push([uri, file ?? (bases.has(uri) ? unreadable(uri, "missing") : undefined)]);
      // One file per turn: later it would be computed for all files at once.
      await turn();
      if (file) baseReferencesIn(file);
    }
    if (isCurrent()) store.put(changes);
  }

  /** The files below a folder inside of a workspace folder; none if it is a link, which is remembered. */
  async #findBelow(folder: string, isLink: boolean): Promise<readonly string[]> {
    const { store } = this.#host;
    const { places } = store;
    const excluded = new Set([...places.excluded].filter((uri) => !isUnder(uri, folder)));
    if (!isSearchedFolder(folder, { ...places, excluded })) return [];
    if (isLink) excluded.add(folder);
    const found = isLink ? [] : await this.#findIn(folder, excluded);
    const isSame =
      excluded.size === places.excluded.size && [...excluded].every((uri) => places.excluded.has(uri));
    if (!isSame) store.search({ ...places, excluded }, store.workspace.roots);
    return found;
  }

  async #findIn(folder: string, excluded: Set<string>): Promise<readonly string[]> {
    const { disk, store, onUnreadable } = this.#host;
    const found = await disk.find(
      folder,
      (uri) => {
        excluded.add(store.names.met(uri));
        if (!this.#reported.has(uri)) onUnreadable(store.names.name(uri));
        this.#reported.add(uri);
      },
      (uri) => excluded.add(store.names.met(uri)),
    );
    return found.map((uri) => store.names.met(uri));
  }
}

/**
 * The scheme and host of what only the client can read. Text that is not a URI does not match: the disk reports it as
 * unreadable.
 */
const CLIENT_ONLY = /^(?!file:)[a-z][a-z0-9+.-]+:(?:\/\/[^/]*)?/i;

/** The innermost of these folders that contains a file. */
function establishmentFolder(uri: string, folders: ReadonlySet<string>): string | undefined {
  for (const folder of foldersAbove(uri)) if (folders.has(folder)) return folder;
  return undefined;
}

function fileFrom(uri: string, result: ReadResult, previous: File | undefined): File | undefined {
  if ("text" in result) return parseFile(uri, result.text, previous);
  return result.unreadable === "missing" ? undefined : unreadable(uri, result.unreadable);
}
