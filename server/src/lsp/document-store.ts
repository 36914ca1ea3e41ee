import type { Range, TextDocumentContentChangeEvent } from "vscode-languageserver-protocol";
import { Workspace } from "../model/workspace.ts";
import { changeFile, type File, fileText, parseFile } from "../syntax/file.ts";
import { applyTextEdits } from "../syntax/text-edits.ts";
import { isMarked } from "./byte-order-mark.ts";
import { ClientNames, type NamesOnDisk } from "./client-names.ts";
import { OpenDocuments } from "./open-documents.ts";
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
  readonly #open: OpenDocuments;
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
    this.#open = new OpenDocuments(this.names);
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
    return this.#open.keys;
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
    this.#open.putAside(uri);
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
    return this.#open.hasMarks && this.#open.hasMark(this.names.keyOf(uri));
  }

  /** Whether that is so of any document. */
  get hasMarks(): boolean {
    return this.#open.hasMarks;
  }

  /** Takes notice of whether the text of an open document begins with a byte order mark. */
  mark(uri: string, hasMark: boolean): void {
    this.#open.mark(this.names.keyOf(uri), hasMark);
  }

  /** Takes notice that the client speaks of a document, and returns what it calls that. See `OpenDocuments`. */
  turnTo(uri: string): string {
    const key = this.names.keyOf(uri);
    const other = this.#open.turnTo(uri);
    if (other) this.#edited(key, other);
    return this.names.name(key);
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
   * the caller has to ask; otherwise it becomes what the client sent of it, or is removed. What the client has open under
   * another name too stays open under that.
   */
  close(uri: string, isOnDisk: boolean): void {
    const key = this.names.keyOf(uri);
    const wasOpen = this.#open.has(key);
    const left = this.#open.close(uri);
    if (left !== undefined) {
      this.turnTo(left);
      return;
    }
    this.names.release(key);
    if (!wasOpen || !this.#member(key)) return;
    if (!isOnDisk || !this.#takesPartClosed(key)) this.put([[key, this.#sent.get(key)]]);
  }

  /** Takes files that the client read because the server cannot; a text of null removes the file. Open ones stay. */
  take(files: readonly { readonly uri: string; readonly text: string | null }[]): void {
    for (const { uri, text } of files) {
      const key = this.names.mention(uri);
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
    for (const [key, file] of this.#open.entries) {
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
