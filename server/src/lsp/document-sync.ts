import { message } from "../base/message.ts";
import { ALIVE, FILES, type FilesParams, REFRESH } from "../features/protocol.ts";
import { changeWithoutMark } from "./byte-order-mark.ts";
import type { MessageColumns } from "./column-encoding.ts";
import type { DocumentStore } from "./document-store.ts";
import type { Session } from "./handshake.ts";
import type { WorkspaceLoader } from "./workspace-loader.ts";

/** Where texts go, and who reads those that are not sent. */
interface DocumentSyncHost {
  readonly store: DocumentStore;
  readonly loader: WorkspaceLoader;
  readonly columns: MessageColumns;
}

/** Keeps the store in sync with the client: open documents with their versions, and files that it watches or sends. */
export class DocumentSync {
  readonly #session: Session;
  readonly #host: DocumentSyncHost;
  /** The versions of open documents, by what the client calls them. */
  readonly #versions = new Map<string, number>();

  constructor(session: Session, host: DocumentSyncHost) {
    this.#session = session;
    this.#host = host;
  }

  /** The version of an open document, by its canonical URI; null if it is not open. */
  version(uri: string): number | null {
    return this.#versions.get(this.#host.store.names.name(uri)) ?? null;
  }

  /** Starts to handle messages about documents and files; `changed` is called after each change of a text. */
  listen(changed: () => void): void {
    this.#listenToDocuments(changed);
    const { connection, faults } = this.#session;
    const { store, loader } = this.#host;
    connection.onDidChangeWatchedFiles(
      faults.handled(message("Reading changed files"), ({ changes }) =>
        loader.watched(changes.map(({ uri }) => uri)),
      ),
    );
    connection.onNotification(
      FILES,
      faults.handled(message("Taking files"), ({ files, reading }: FilesParams) => {
        store.take(files);
        loader.sent.took(reading);
        changed();
      }),
    );
    connection.onRequest(ALIVE, () => null);
    connection.onRequest(REFRESH, async () => {
      loader.refresh();
      await loader.settled();
      return null;
    });
  }

  #listenToDocuments(changed: () => void): void {
    const { connection, faults } = this.#session;
    const { store, loader, columns } = this.#host;
    const edited = (uri: string, version: number) => {
      this.#versions.set(store.turnTo(uri), version);
      loader.edited();
      changed();
    };
    connection.onDidOpenTextDocument(
      faults.handled(message("Opening a document"), ({ textDocument: { uri, text, version } }) => {
        if (store.open(uri, text)) edited(uri, version);
      }),
    );
    connection.onDidChangeTextDocument(
      faults.handled(message("Changing a document"), ({ textDocument: { uri, version }, contentChanges }) => {
        if (!store.isOpen(uri)) return;
        store.turnTo(uri);
        // One by one: the positions of a change refer to the text after the change before it.
        for (const one of contentChanges) {
          const { change, hasMark } = changeWithoutMark(one, store.hasMark(uri));
          store.change(uri, [columns.incoming(change, uri)]);
          store.mark(uri, hasMark);
        }
        edited(uri, version);
      }),
    );
    connection.onDidCloseTextDocument(
      faults.handled(message("Closing a document"), ({ textDocument: { uri } }) => {
        if (!store.isOpen(uri)) return;
        // The text that is closed may be the one that was put aside: then its name is not the file's.
        this.#versions.delete(store.turnTo(uri));
        loader.closed(uri);
        changed();
      }),
    );
  }
}
