import { canonicalFolder } from "../base/uri.ts";
import type { Disk } from "./disk.ts";
import type { DocumentStore } from "./document-store.ts";
import { arrived } from "./scheduler.ts";
import { SentFiles } from "./sent-files.ts";
import { WorkQueue } from "./work-queue.ts";
import { WorkspaceReader } from "./workspace-reader.ts";

/** What the loader reads from, fills, and tells. */
interface LoaderHost {
  readonly store: DocumentStore;
  /** `undefined`: nothing can be read, the client sends all files. */
  readonly disk: Disk | undefined;
  /** Whether the client tells when it has sent all files that it reads. */
  readonly clientTells: boolean;
  /** Called when the workspace may have changed. */
  readonly changed: () => void;
  /** Called once for each folder that cannot be read, with the client's URI. */
  readonly onUnreadable: (folder: string) => void;
  /** Called while files are read: how many of how many. At the end, whatever it was, both are 0. */
  readonly onProgress: (done: number, total: number) => void;
  readonly failed: (error: unknown) => void;
}

/** What is to be read next. All that is asked for while something is read is gathered in one of these. */
interface ReadingList {
  /** Whether the workspace folders are walked through: to find `new` files, or to read `all` again. */
  walk: "no" | "new" | "all";
  /** Canonical URIs of files, or of folders, that may have changed. */
  readonly uris: Set<string>;
}

/**
 * The one owner of reading: it fills the store from the disk, and nothing else does. One reading runs at a time; what is
 * asked for meanwhile is gathered and read after it, once. When the folders change, the reading that runs is given up
 * and writes nothing any more; what it was to read is read after the change.
 */
export class WorkspaceLoader {
  /** What is known of the files that the client reads. */
  readonly sent: SentFiles;
  readonly #host: LoaderHost;
  readonly #queue: WorkQueue<ReadingList>;
  readonly #reader: WorkspaceReader | undefined;
  #folders: readonly string[] = [];
  #isLoading = false;
  /** The files of open documents' establishments, which are complete before the load is. */
  #loadedFirst: ReadonlySet<string> = new Set();

  constructor(host: LoaderHost) {
    this.#host = host;
    this.sent = new SentFiles(host.clientTells, host.changed);
    if (host.disk) this.#reader = new WorkspaceReader({ ...host, disk: host.disk });
    this.#queue = new WorkQueue<ReadingList>({
      none: () => ({ walk: "no", uris: new Set() }),
      run: (list, isCurrent) => this.#read(list, isCurrent),
      failed: host.failed,
    });
  }

  /** Whether the workspace folders are still being read, by the server or by the client. */
  get isLoading(): boolean {
    return this.#isLoading || this.sent.isReading;
  }

  /** Whether all files of a file's establishment, and its bases, have been read. */
  isLoaded(uri: string): boolean {
    return !this.isLoading || this.#loadedFirst.has(this.#host.store.names.keyOf(uri));
  }

  /** Resolves when all is read and sent that was asked for until now, even if reading it failed. */
  async settled(): Promise<void> {
    await this.#queue.settled();
    await this.sent.settled();
  }

  /** Sets the workspace folders, by the client's URIs: files of others are removed, those of new ones are read. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders.map((uri) => this.#host.store.names.remember(uri, canonicalFolder));
    this.#isLoading = this.#reader !== undefined;
    this.#queue.giveUp();
    this.#queue.ask((list) => {
      if (list.walk === "no") list.walk = "new";
    });
  }

  /** Reads everything again. */
  refresh(): void {
    this.#queue.ask((list) => {
      list.walk = "all";
    });
  }

  /** Reads again what may have changed: files, or folders that came or went. */
  watched(uris: readonly string[]): void {
    const keys = uris.map((uri) => this.#host.store.names.mention(uri, canonicalFolder));
    this.#queue.ask((list) => {
      for (const key of keys) list.uris.add(key);
    });
  }

  /** To be called when a text was opened or changed: it may name bases that are not read yet. */
  edited(): void {
    this.#queue.ask(() => {});
  }

  /** To be called when a document is closed: then what is on disk holds. */
  closed(uri: string): void {
    this.#host.store.close(uri, this.#reader !== undefined && uri.startsWith("file:"));
    this.watched([uri]);
  }

  async #read(list: ReadingList, isCurrent: () => boolean): Promise<void> {
    const { store, changed, onProgress } = this.#host;
    // What arrived together is read together.
    await arrived();
    const before = store.workspace;
    try {
      if (list.walk !== "no") await this.#walk(list.walk, isCurrent);
      if (isCurrent()) await this.#reader?.readChanged(list.uris, isCurrent);
      store.place();
      if (isCurrent()) await this.#reader?.readBases(isCurrent);
    } finally {
      if (isCurrent()) {
        this.#isLoading = false;
        onProgress(0, 0);
        if (list.walk !== "no" || store.workspace !== before) changed();
      }
    }
  }

  async #walk(walk: "new" | "all", isCurrent: () => boolean): Promise<void> {
    const { store, changed } = this.#host;
    if (!this.#reader) {
      store.search({ folders: this.#folders, excluded: new Set() }, []);
      return;
    }
    const found = await this.#reader.find(this.#folders, isCurrent);
    if (!found) return;
    await this.#reader.readFound(found, walk, isCurrent, (first) => {
      this.#loadedFirst = first;
      changed();
    });
  }
}
