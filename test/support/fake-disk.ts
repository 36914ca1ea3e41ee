import { folderOf, isUnder } from "../../server/src/base/uri.ts";
import type { Disk, DiskEntry } from "../../server/src/lsp/disk.ts";
import type { ReadBytes, ReadResult } from "../../server/src/lsp/file-reading.ts";

/** A disk in memory, which tells what was read, and may be held until a test lets it go on. */
export class FakeDisk implements Disk {
  /** The texts of files by URI. Tests may change them. */
  readonly files: Map<string, string>;
  /** Folders that are links: they are not followed. */
  readonly links = new Set<string>();
  readonly readUris: string[] = [];
  readonly foundIn: string[] = [];
  readonly ignoresCase: boolean = false;
  #isHeld = false;
  #held: (() => void)[] = [];

  constructor(files: Iterable<readonly [string, string]>) {
    this.files = new Map(files);
  }

  /** From now on nothing is read until `release`. */
  hold(): void {
    this.#isHeld = true;
  }

  /** Lets go on what waits. */
  release(): void {
    this.#isHeld = false;
    for (const resume of this.#held.splice(0)) resume();
  }

  async find(
    folder: string,
    _onUnreadable?: (folder: string) => void,
    onSkipped?: (folder: string) => void,
  ): Promise<readonly string[]> {
    this.foundIn.push(folder);
    await this.#free();
    const links = [...this.links].filter((link) => isUnder(link, folder) && link !== folder);
    for (const link of links) onSkipped?.(link);
    return [...this.files.keys()]
      .filter((uri) => isUnder(folderOf(uri), folder) && !links.some((link) => isUnder(uri, link)))
      .sort();
  }

  async kindOf(uri: string): Promise<DiskEntry> {
    if (this.links.has(uri)) return "link";
    if (this.files.has(uri)) return "file";
    return [...this.files.keys()].some((file) => isUnder(file, uri)) ? "folder" : "none";
  }

  async read(uri: string): Promise<ReadResult> {
    this.readUris.push(uri);
    await this.#free();
    const text = this.files.get(uri);
    return text === undefined ? { unreadable: "missing" } : { text };
  }

  async readChosen(uri: string): Promise<ReadBytes> {
    const text = this.files.get(uri);
    return text === undefined
      ? { unreadable: "missing" }
      : { path: uri, bytes: new TextEncoder().encode(text) };
  }

  async rootOf(): Promise<string> {
    return "file://";
  }

  spelling(uri: string): string {
    return uri;
  }

  async #free(): Promise<void> {
    if (this.#isHeld)
      await new Promise<void>((resolve) => {
        this.#held.push(resolve);
      });
  }
}
