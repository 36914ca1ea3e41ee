import type { Range, TextDocumentContentChangeEvent } from "vscode-languageserver-protocol";
import { Workspace } from "../model/workspace.ts";
import { changeFile, type File, fileText, parseFile } from "../syntax/file.ts";
import { applyTextEdits } from "../syntax/text-edits.ts";
import { isMarked } from "./byte-order-mark.ts";
import { ClientNames, type NamesOnDisk } from "./client-names.ts";
import { participationOf, type SearchedPlaces } from "./participation.ts";
import { today } from "./today.ts";

/** Files to add or replace, or (`undefined`) to remove, by canonical URI. */
export type FileChanges = readonly (readonly [uri: string, file: File | undefined])[];

/**
 * All files that the server knows, from the disk or the client. While a document is open, its text replaces the disk's.
 * Which documents are part of the workspace is decided by `participationOf`; the others are kept beside it.
 */
export class DocumentStore {
  #workspace: Workspace;
  /** Changes not yet applied to the workspace; they are when somebody asks for it. `undefined` removes a file. */
  readonly #pending = new Map<string, File | undefined>();
  readonly #open = new Map<string, File>();
  /** The open documents in whose text the client has a byte order mark. */
  readonly #marked = new Set<string>();
  /** The files that the client sent because only it can read them: what holds once they are closed. */
  readonly #sent = new Map<string, File>();
  readonly #failed: (error: unknown) => void;
  /** What the client calls the files and folders. */
  readonly names: ClientNames;
  #places: SearchedPlaces = { folders: [], excluded: new Set() };

  /** `failed` is told of a change that could not be applied block by block; the text is split anew then. */
  constructor(
    disk?: NamesOnDisk,
    failed: (error: unknown) => void = (error) => {
      throw error;
    },
  ) {
    this.#failed = failed;
    this.names = new ClientNames(disk);
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

  /** Where configurations are looked for. */
  get places(): SearchedPlaces {
    return this.#places;
  }

  /** Whether a document is open in an editor. */
  isOpen(uri: string): boolean {
    return this.#open.has(this.names.keyOf(uri));
  }

  /** The canonical URIs of open documents, the one that changed last first. */
  get opened(): readonly string[] {
    return [...this.#open.keys()].reverse();
  }

  /** A file of the workspace or an open document, by any spelling of its URI. */
  file(uri: string): File | undefined {
    const key = this.names.keyOf(uri);
    return this.#member(key) ?? this.#open.get(key);
  }

  /** The file of an open document, by any spelling of its URI. */
  openText(uri: string): File | undefined {
    return this.#open.get(this.names.keyOf(uri));
  }

  /** An open document that is not part of the workspace, by its canonical URI. */
  alone(key: string): File | undefined {
    return this.workspace.files.has(key) ? undefined : this.#open.get(key);
  }

  /** Takes the text of a document that an editor opened. Returns whether it is a configuration. */
  open(uri: string, text: string): boolean {
    const key = this.names.remember(uri);
    if (participationOf(key, this.#places) === "none" && !this.#takesPart(key)) {
      this.names.release(key);
      return false;
    }
    this.#edited(key, parseFile(key, text, this.#member(key)));
    this.mark(uri, isMarked(text));
    return true;
  }

  /** Whether the client counts a byte order mark in the first line of a document, by any spelling of its URI. */
  hasMark(uri: string): boolean {
    return this.#marked.size > 0 && this.#marked.has(this.names.keyOf(uri));
  }

  /** Whether that is so of any document. */
  get hasMarks(): boolean {
    return this.#marked.size > 0;
  }

  /** Takes notice of whether the text of an open document begins with a byte order mark. */
  mark(uri: string, hasMark: boolean): void {
    if (hasMark) this.#marked.add(this.names.keyOf(uri));
    else this.#marked.delete(this.names.keyOf(uri));
  }

  /** Applies changes to an open document, one after the other. One that is not open stays as it is. */
  change(uri: string, changes: readonly TextDocumentContentChangeEvent[]): void {
    const key = this.names.keyOf(uri);
    let file = this.#open.get(key);
    if (!file) return;
    for (const change of changes) {
      file =
        "range" in change && isRange(change.range)
          ? this.#changed(file, change.range, change.text)
          : parseFile(key, change.text, file);
    }
    this.#edited(key, file);
  }

  /**
   * Forgets the text of an editor. A file of the workspace stays as it is if the disk can tell what it holds now, which
   * the caller has to ask; otherwise it becomes what the client sent of it, or is removed.
   */
  close(uri: string, isOnDisk: boolean): void {
    const key = this.names.keyOf(uri);
    this.#marked.delete(key);
    const wasOpen = this.#open.delete(key);
    this.names.release(key);
    if (!wasOpen || !this.#member(key)) return;
    if (!isOnDisk || !this.#takesPartClosed(key)) this.put([[key, this.#sent.get(key)]]);
  }

  /** Takes files that the client read because the server cannot; a text of null removes the file. Open ones stay. */
  take(files: readonly { readonly uri: string; readonly text: string | null }[]): void {
    for (const { uri, text } of files) {
      const key = this.names.remember(uri);
      if (!this.#open.has(key)) this.names.release(key);
      const participation = participationOf(key, this.#places);
      if (participation === "none") continue;
      if (text === null) this.#sent.delete(key);
      else this.#sent.set(key, parseFile(key, text, this.#member(key)));
      if (participation === "member") this.put([[key, this.#sent.get(key)]]);
    }
  }

  /** Adds, replaces or removes files of the workspace. An open document keeps the text of its editor. */
  put(changes: FileChanges): void {
    for (const [uri, file] of changes) {
      if (!this.#open.has(uri) && this.#member(uri) !== file) this.#pending.set(uri, file);
    }
  }

  /** Sets where configurations are looked for, and the folders that a `herite-de` may not lead out of. */
  search(places: SearchedPlaces, roots: readonly string[]): void {
    this.#places = places;
    this.#workspace = this.workspace.at({ roots });
    // What the client sends of a folder may arrive before the folder is announced.
    this.put(
      [...this.#sent].map(([uri, file]) => [
        uri,
        participationOf(uri, places) === "member" ? file : undefined,
      ]),
    );
    this.place();
  }

  /** Decides again which open documents are part of the workspace: a base is one as long as it is named. */
  place(): void {
    for (const [key, file] of this.#open) {
      if (this.#takesPart(key) === (this.#member(key) !== undefined)) continue;
      this.#pending.set(key, this.#takesPart(key) ? file : undefined);
    }
  }

  /** Takes over today's date if the day changed: findings may depend on it. */
  refreshDay(): void {
    const day = today();
    if (day !== this.#workspace.today) this.#workspace = this.workspace.at({ today: day });
  }

  /** A change must not be lost: those after it count on it. */
  #changed(file: File, range: Range, text: string): File {
    try {
      return changeFile(file, range, text);
    } catch (error) {
      this.#failed(error);
      return parseFile(file.uri, applyTextEdits(fileText(file), [{ range, newText: text }]));
    }
  }

  #edited(key: string, file: File): void {
    // Inserted anew, so that it is the last.
    this.#open.delete(key);
    this.#open.set(key, file);
    if (this.#member(key) || this.#takesPart(key)) this.#pending.set(key, file);
  }

  #takesPart(key: string): boolean {
    if (participationOf(key, this.#places) === "member") return true;
    const { bases, basesToRead } = this.workspace.layout;
    return bases.has(key) || basesToRead.includes(key);
  }

  /** Without workspace folders, a file is part of the workspace only while it is open. */
  #takesPartClosed(key: string): boolean {
    return this.#places.folders.length === 0 ? this.workspace.layout.bases.has(key) : this.#takesPart(key);
  }

  #member(uri: string): File | undefined {
    return this.#pending.has(uri) ? this.#pending.get(uri) : this.#workspace.files.get(uri);
  }
}

/** Some clients send `null` with a whole text. */
function isRange(range: Range | null | undefined): range is Range {
  return range !== null && range !== undefined;
}
