import { codeActions } from "../features/code-actions.ts";
import { completionList, resolveCompletion } from "../features/completion.ts";
import { type Context, Refusal } from "../features/context.ts";
import { definition } from "../features/definition.ts";
import { documentHighlight } from "../features/document-highlight.ts";
import { documentLinks } from "../features/document-links.ts";
import { documentSymbols } from "../features/document-symbols.ts";
import { folding } from "../features/folding.ts";
import { hover } from "../features/hover.ts";
import { CHECKLIST } from "../features/protocol.ts";
import { references } from "../features/references.ts";
import { prepareRename, rename } from "../features/rename.ts";
import { workspaceSymbols } from "../features/workspace-symbols.ts";
import type { MessageColumns } from "./column-encoding.ts";
import { executeCommand } from "./commands.ts";
import type { Contexts } from "./contexts.ts";
import type { Session } from "./handshake.ts";
import type { Publisher } from "./publisher.ts";

/** The parts of the server that answer requests. */
interface RequestHost {
  readonly contexts: Contexts;
  readonly columns: MessageColumns;
  readonly publisher: Publisher;
}

/** Connects each request of the client with its feature. */
export function answerRequests(session: Session, host: RequestHost): void {
  const { connection } = session;
  const { contexts, columns, publisher } = host;
  const handlers = new RequestHandlers(session, host);
  connection.onCompletion(handlers.about("completion", completionList));
  connection.onCompletionResolve(
    handlers.guarded("completion", (item) => resolveCompletion(contexts.shared(), item)),
  );
  connection.onHover(handlers.about("hover", hover));
  connection.onDefinition(handlers.about("definition", definition));
  connection.onReferences(handlers.about("references", references));
  connection.onDocumentHighlight(handlers.about("highlight", documentHighlight));
  connection.onDocumentSymbol(handlers.about("symbols", documentSymbols));
  connection.onWorkspaceSymbol(
    handlers.guarded("workspace symbols", (params) =>
      columns.outgoing(workspaceSymbols(contexts.shared(), params), ""),
    ),
  );
  connection.onDocumentLinks(handlers.about("links", documentLinks));
  connection.onFoldingRanges(handlers.about("folding", folding));
  connection.onPrepareRename(handlers.about("rename", prepareRename));
  connection.onRenameRequest(handlers.about("rename", rename));
  connection.onCodeAction(handlers.about("code actions", codeActions));
  connection.onRequest(
    CHECKLIST,
    handlers.guarded("checklist", async () => columns.outgoing(await publisher.checklist(), "")),
  );
  connection.onExecuteCommand(
    handlers.guarded("command", (params) =>
      executeCommand(params, contexts.shared(), (edit) =>
        connection.workspace.applyEdit(columns.outgoing(edit, "")),
      ),
    ),
  );
}

interface InDocument {
  readonly textDocument: { readonly uri: string };
}

/** Turns features into request handlers. */
class RequestHandlers {
  readonly #session: Session;
  readonly #host: RequestHost;

  constructor(session: Session, host: RequestHost) {
    this.#session = session;
    this.#host = host;
  }

  /** A handler for a request about a document; null if the workspace does not have the document. */
  about<P, R>(name: string, feature: (context: Context, params: P) => R) {
    const { contexts, columns } = this.#host;
    return this.guarded(name, (params: P & InDocument): R | null => {
      const { uri } = params.textDocument;
      const context = contexts.of(uri);
      return context ? columns.outgoing(feature(context, columns.incoming(params, uri)), uri) : null;
    });
  }

  /**
   * A handler that answers null if `answer` throws, and logs the error under this name. A `Refusal` goes to the client.
   */
  guarded<P, R>(name: string, answer: (params: P) => R): (params: P) => Promise<R> {
    const { refusal, faults } = this.#session;
    return async (params) => {
      this.#host.publisher.asked();
      try {
        return await answer(params);
      } catch (error) {
        if (error instanceof Refusal) throw refusal(error.message);
        faults.logged(name)(error);
        return null as R;
      }
    };
  }
}
