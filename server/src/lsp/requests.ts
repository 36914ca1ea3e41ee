import type { CancellationToken, CodeActionParams, WorkDoneProgressReporter } from "vscode-languageserver";
import { type Message, message } from "../base/message.ts";
import { codeActions } from "../features/code-actions.ts";
import { completionList, resolveCompletion } from "../features/completion.ts";
import { type Context, Refusal } from "../features/context.ts";
import { definition } from "../features/definition.ts";
import { documentHighlight } from "../features/document-highlight.ts";
import { documentLinks } from "../features/document-links.ts";
import { documentSymbols } from "../features/document-symbols.ts";
import { folding } from "../features/folding.ts";
import { hover } from "../features/hover.ts";
import { CHECKLIST, COMMAND_TICK, PLAN, type PlanParams } from "../features/protocol.ts";
import { references } from "../features/references.ts";
import { prepareRename, rename } from "../features/rename.ts";
import { willRenameFiles } from "../features/rename-files.ts";
import { encoded, semanticTokens } from "../features/semantic-tokens.ts";
import { workspaceSymbols } from "../features/workspace-symbols.ts";
import type { MessageColumns } from "./column-encoding.ts";
import { executeCommand } from "./commands.ts";
import type { Contexts } from "./contexts.ts";
import type { Session } from "./handshake.ts";
import type { Publisher } from "./publisher.ts";
import { type RequestOptions, type WholeWorkspace, Withdrawal } from "./whole-workspace.ts";

/** The parts of the server that answer requests. */
interface RequestHost {
  readonly contexts: Contexts;
  readonly columns: MessageColumns;
  readonly publisher: Publisher;
  readonly whole: WholeWorkspace;
}

/** Connects each request of the client with its feature. */
export function answerRequests(session: Session, host: RequestHost): void {
  const { connection } = session;
  const { contexts, columns, publisher, whole } = host;
  const handlers = new RequestHandlers(session, host);
  const tokens = handlers.about(message("Colouring"), semanticTokens);
  connection.onCompletion(handlers.about(message("Completing"), completionList));
  connection.onCompletionResolve(
    handlers.guarded(message("Completing"), (item) => resolveCompletion(contexts.shared(), item)),
  );
  connection.onHover(handlers.about(message("The hover"), hover));
  connection.onDefinition(handlers.about(message("Going to the definition"), definition));
  connection.onReferences(handlers.aboutAll(message("Finding references"), references));
  connection.onDocumentHighlight(handlers.about(message("Highlighting"), documentHighlight));
  connection.onDocumentSymbol(handlers.about(message("The outline"), documentSymbols));
  connection.onWorkspaceSymbol(
    handlers.guarded(message("Searching for symbols"), async (params, options) => {
      await whole.read(options);
      return columns.outgoing(workspaceSymbols(contexts.shared(), params), "");
    }),
  );
  connection.onDocumentLinks(handlers.about(message("The links"), documentLinks));
  connection.onFoldingRanges(handlers.about(message("Folding"), folding));
  connection.onPrepareRename(handlers.aboutAll(message("Renaming"), prepareRename));
  connection.onRenameRequest(handlers.aboutAll(message("Renaming"), rename));
  if (contexts.shared().client.asksBeforeRenames)
    connection.workspace.onWillRenameFiles(
      handlers.guarded(message("Renaming files"), async (params, options) => {
        await whole.read(options);
        return columns.outgoing(willRenameFiles(contexts.shared(), params), "");
      }),
    );
  connection.languages.semanticTokens.on(async (params) => ({
    data: encoded((await tokens(params)) ?? []),
  }));
  connection.onCodeAction(handlers.codeActions());
  const checklist = handlers.guarded(message("The checklist"), async (_: unknown, options) => {
    await whole.read(options);
    return columns.outgoing(await publisher.checklist(), "");
  });
  // Without parameters, the token comes first.
  connection.onRequest(CHECKLIST, (first: unknown, second?: CancellationToken) =>
    checklist(first, second ?? (first as CancellationToken)),
  );
  connection.onRequest(
    PLAN,
    handlers.guarded(message("The plan"), async (params: Partial<PlanParams> | null, options) => {
      await whole.read(options);
      const establishment = params?.establishment;
      return typeof establishment === "string"
        ? columns.outgoing(publisher.plan({ establishment }), "")
        : null;
    }),
  );
  connection.onExecuteCommand(
    handlers.guarded(message("The command"), async (params, options) => {
      if (params.command === COMMAND_TICK) await whole.read(options);
      return executeCommand(params, contexts, (edit) =>
        connection.workspace.applyEdit(columns.outgoing(edit, "")),
      );
    }),
  );
}

/** Whether code actions are asked for that change a file as a whole. Others are about findings that are shown. */
function isOfFile({ context }: CodeActionParams): boolean {
  return context.only?.some((kind) => kind.startsWith("source")) === true;
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

  /** A handler for a request about a document; null if the server does not have the document. */
  about<P, R>(name: Message, feature: (context: Context, params: P) => R) {
    return this.guarded(name, (params: P & InDocument) => this.#answer(params, feature));
  }

  /** The same for an answer that speaks of the whole workspace: it waits until that is read. */
  aboutAll<P, R>(name: Message, feature: (context: Context, params: P) => R) {
    return this.guarded(name, async (params: P & InDocument, options) => {
      await this.#host.whole.read(options, params.textDocument.uri);
      return this.#answer(params, feature);
    });
  }

  /** The handler for code actions. Those that change a file as a whole need all findings; others are about shown ones. */
  codeActions() {
    return this.guarded(message("The quick fixes"), async (params: CodeActionParams, options) => {
      if (isOfFile(params)) await this.#host.whole.check(options, params.textDocument.uri);
      return this.#answer(params, codeActions);
    });
  }

  #answer<P, R>(params: P & InDocument, feature: (context: Context, params: P) => R): R | null {
    const { contexts, columns } = this.#host;
    const { uri } = params.textDocument;
    const context = contexts.of(uri);
    return context ? columns.outgoing(feature(context, columns.incoming(params, uri)), uri) : null;
  }

  /**
   * A handler that answers null if `answer` throws, and tells of it under this name. A `Refusal`, and an error of the
   * protocol, go to the client.
   */
  guarded<P, R>(name: Message, answer: (params: P, options: RequestOptions) => R) {
    const { refusal, withdrawal, faults } = this.#session;
    return async (
      params: P,
      token?: CancellationToken,
      progress?: WorkDoneProgressReporter,
    ): Promise<Awaited<R>> => {
      this.#host.publisher.asked();
      try {
        return await answer(params, { token, progress });
      } catch (error) {
        if (error instanceof Refusal) throw refusal(error.message);
        if (error instanceof Withdrawal) throw withdrawal(error.reason);
        faults.told(name)(error);
        return null as Awaited<R>;
      }
    };
  }
}
