import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  CodeLens,
  WorkDoneProgressReporter,
} from "vscode-languageserver";
import { type Message, message } from "../base/message.ts";
import { codeActions, resolveCodeAction } from "../features/code-actions.ts";
import { lensCommand } from "../features/code-lens.ts";
import { type Context, Refusal } from "../features/context.ts";
import type { OfItem } from "../features/hierarchy/subject.ts";
import type { LensData } from "../features/protocol.ts";
import type { MessageColumns } from "./column-encoding.ts";
import type { Configuration } from "./configuration.ts";
import type { Contexts } from "./contexts.ts";
import type { Disk } from "./disk.ts";
import type { Session } from "./handshake.ts";
import type { Publisher } from "./publisher.ts";
import type { Refreshes } from "./refreshes.ts";
import type { WatchedAnswers } from "./watched-answers.ts";
import type { WholeWorkspace } from "./whole-workspace.ts";
import { type RequestOptions, Withdrawal } from "./withdrawal.ts";

/** The parts of the server that answer requests. */
export interface RequestHost {
  readonly contexts: Contexts;
  readonly columns: MessageColumns;
  readonly publisher: Publisher;
  readonly whole: WholeWorkspace;
  readonly watched: WatchedAnswers;
  readonly refreshes: Refreshes;
  readonly configuration: Pick<Configuration, "formats">;
  /** Where the server can read files. */
  readonly disk: Disk | undefined;
}

/** Whether code actions are asked for that change a file as a whole. Others are about findings that are shown. */
function isOfFile({ context }: CodeActionParams): boolean {
  return context.only?.some((kind) => kind.startsWith("source")) === true;
}

interface InDocument {
  readonly textDocument: { readonly uri: string };
}

/** Turns features into request handlers. */
export class RequestHandlers {
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

  /** The same for what is shown beside a text: the client is asked to ask again when the answer is another. */
  annotation<P, R>(name: Message, feature: (context: Context, params: P) => R) {
    return this.aboutAll(name, (context, params: P) => {
      this.#host.refreshes.annotated(context);
      return feature(context, params);
    });
  }

  /** The handler for code actions. Those that change a file as a whole need all findings; others are about shown ones. */
  codeActions() {
    return this.guarded(message("The quick fixes"), async (params: CodeActionParams, options) => {
      if (isOfFile(params)) await this.#host.whole.check(options, params.textDocument.uri);
      return this.#answer(params, codeActions);
    });
  }

  /** The handler for the edit of a code action, which may change any file. */
  codeActionEdit() {
    return this.guarded(message("The quick fixes"), async (action: CodeAction, options) => {
      const { uri } = (action.data ?? {}) as { readonly uri?: unknown };
      if (typeof uri !== "string") return action;
      await this.#host.whole.check(options, uri);
      const context = this.#host.contexts.of(uri);
      // The position in its data is in the server's columns already.
      return context ? this.#host.columns.outgoing(resolveCodeAction(context, action), uri) : action;
    });
  }

  /** The handler for what a lens says, once all is read that it may speak of. */
  codeLens() {
    return this.guarded(message("The code lenses"), async (lens: CodeLens, options) => {
      const { whole, contexts, columns, refreshes } = this.#host;
      const data = lens.data as LensData;
      await whole.read(options, data.uri);
      const context = contexts.of(data.uri);
      if (!context) return lens;
      refreshes.annotated(context);
      // The range of the lens is in the client's columns already.
      return { ...lens, command: columns.outgoing(lensCommand(context, data), data.uri) };
    });
  }

  /** A handler for a request about an item of a hierarchy: in the view of the file in which that was asked for. */
  ofItem<R>(name: Message, feature: (context: Context, params: OfItem) => R) {
    return this.guarded(name, async (params: { readonly item: object }, options) => {
      const { whole, contexts, columns } = this.#host;
      // With the data that the server put into it.
      const { item } = params as OfItem;
      await whole.read(options, item.data.uri);
      const context = contexts.of(item.data.uri);
      return context ? columns.outgoing(feature(context, { item }), item.uri) : null;
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
