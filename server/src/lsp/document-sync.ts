import { canonicalUri } from "../base/uri.ts";
import { FILES, type FilesParams } from "../features/protocol.ts";
import { CONFIGURATION } from "../model/layout.ts";
import type { MessageColumns } from "./column-encoding.ts";
import type { DocumentStore } from "./document-store.ts";
import type { Session } from "./handshake.ts";

/** Keeps the store in sync with the client: open documents with their versions, and files that it watches or sends. */
export class DocumentSync {
  readonly #session: Session;
  readonly #store: DocumentStore;
  readonly #columns: MessageColumns;
  readonly #versions = new Map<string, number>();

  constructor(session: Session, store: DocumentStore, columns: MessageColumns) {
    this.#session = session;
    this.#store = store;
    this.#columns = columns;
  }

  /** The version of an open document, by its canonical URI; null if it is not open. */
  version(uri: string): number | null {
    return this.#versions.get(uri) ?? null;
  }

  /** Starts to handle notifications about documents and files; `changed` is called after each. */
  listen(changed: () => void): void {
    this.#listenToDocuments(changed);
    const { connection, faults } = this.#session;
    connection.onDidChangeWatchedFiles(
      faults.handled("watched files", async ({ changes }) => {
        await this.#store.watched(changes.map(({ uri }) => uri));
        changed();
      }),
    );
    connection.onNotification(
      FILES,
      faults.handled("files", ({ files }: FilesParams) => {
        this.#store.take(files);
        changed();
      }),
    );
  }

  #listenToDocuments(changed: () => void): void {
    const { connection, faults } = this.#session;
    connection.onDidOpenTextDocument(
      faults.handled("open", ({ textDocument: { uri, text, version } }) => {
        if (!CONFIGURATION.test(uri)) return;
        this.#versions.set(canonicalUri(uri), version);
        this.#store.open(uri, text);
        changed();
      }),
    );
    connection.onDidChangeTextDocument(
      faults.handled("change", ({ textDocument: { uri, version }, contentChanges }) => {
        if (!CONFIGURATION.test(uri)) return;
        this.#versions.set(canonicalUri(uri), version);
        // One by one: the positions of a change refer to the text after the change before it.
        for (const change of contentChanges) this.#store.change(uri, [this.#columns.incoming(change, uri)]);
        changed();
      }),
    );
    connection.onDidCloseTextDocument(
      faults.handled("close", async ({ textDocument: { uri } }) => {
        this.#versions.delete(canonicalUri(uri));
        await this.#store.close(uri);
        changed();
      }),
    );
  }
}
