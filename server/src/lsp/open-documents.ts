import type { File } from "../syntax/file.ts";
import type { ClientNames } from "./client-names.ts";

/**
 * The texts of the documents that the client has open, by their canonical URIs.
 *
 * It may have a file open under two names, `École` and `école` where case does not count. Then these are two texts: the
 * one of which it spoke last is the file's, the other is put aside.
 */
export class OpenDocuments {
  readonly #names: ClientNames;
  readonly #files = new Map<string, File>();
  /** Those in whose text the client has a byte order mark. */
  readonly #marked = new Set<string>();
  /** The texts that are put aside, by what the client calls them. */
  readonly #aside = new Map<string, { readonly file: File; readonly hasMark: boolean }>();

  constructor(names: ClientNames) {
    this.#names = names;
  }

  /** The canonical URIs, the one that changed last first. */
  get keys(): readonly string[] {
    return [...this.#files.keys()].reverse();
  }

  /** The documents with their texts. */
  get entries(): Iterable<readonly [key: string, file: File]> {
    return this.#files;
  }

  get(key: string): File | undefined {
    return this.#files.get(key);
  }

  has(key: string): boolean {
    return this.#files.has(key);
  }

  /** Takes the text that a document has now. */
  set(key: string, file: File): void {
    // Inserted anew, so that it is the last.
    this.#files.delete(key);
    this.#files.set(key, file);
  }

  /** Whether any document has a byte order mark. */
  get hasMarks(): boolean {
    return this.#marked.size > 0;
  }

  /** Whether the client counts a byte order mark in the first line of a document. */
  hasMark(key: string): boolean {
    return this.#marked.has(key);
  }

  /** Takes notice of whether the text of a document begins with a byte order mark. */
  mark(key: string, hasMark: boolean): void {
    if (hasMark) this.#marked.add(key);
    else this.#marked.delete(key);
  }

  /** Puts the text aside that a document has under another name than this one, which the client opens. */
  putAside(uri: string): void {
    const key = this.#names.keyOf(uri);
    const name = this.#names.name(key);
    const file = this.#files.get(key);
    this.#aside.delete(uri);
    if (file && name !== uri) this.#aside.set(name, { file, hasMark: this.#marked.has(key) });
  }

  /** Makes the text that the client calls so the file's, and returns it if it was put aside. */
  turnTo(uri: string): File | undefined {
    const other = this.#aside.get(uri);
    if (!other) return undefined;
    this.putAside(uri);
    const key = this.#names.remember(uri);
    this.mark(key, other.hasMark);
    return other.file;
  }

  /** Forgets a text, and returns what the client calls another one of the same file that is left, if there is one. */
  close(uri: string): string | undefined {
    const key = this.#names.keyOf(uri);
    if (this.#aside.delete(uri)) return this.#names.name(key);
    this.#marked.delete(key);
    this.#files.delete(key);
    return [...this.#aside.keys()].find((name) => this.#names.keyOf(name) === key);
  }
}
