import type { CancellationToken } from "vscode-languageserver";
import { message } from "../base/message.ts";
import { Refusal } from "../features/context.ts";
import type { Contexts } from "./contexts.ts";
import type { DocumentStore } from "./document-store.ts";
import type { Publisher } from "./publisher.ts";
import { type RequestOptions, Withdrawal } from "./withdrawal.ts";
import type { WorkspaceLoader } from "./workspace-loader.ts";

interface WholeWorkspaceHost {
  readonly contexts: Contexts;
  readonly loader: WorkspaceLoader;
  readonly store: DocumentStore;
  readonly publisher: Publisher;
}

const NOT_SENT = message(
  "The editor has not handed over all files yet: some would be left out. To read them again, refresh the checklist.",
);

/** Holds requests that speak of the whole workspace until it is read: an answer before that would leave files out. */
export class WholeWorkspace {
  readonly #host: WholeWorkspaceHost;

  constructor(host: WholeWorkspaceHost) {
    this.#host = host;
  }

  /**
   * Resolves when all is read that had to be read when this was called. Rejects with a `Withdrawal` if the client cancels
   * the request, or changes the document `uri` meanwhile: a position would mean another place. Rejects with a `Refusal` if
   * the client, which reads the files here, has not sent all of them.
   */
  async read(options: RequestOptions, uri?: string): Promise<void> {
    const { loader, contexts } = this.#host;
    await this.#during(options, uri, () => Promise.race([loader.settled(), cancelled(options.token)]));
    if (loader.sent.isIncomplete) throw new Refusal(contexts.shared().localize(NOT_SENT));
  }

  /** The same; resolves when the workspace is checked, too, so that the findings of all its files are known. */
  async check(options: RequestOptions, uri?: string): Promise<void> {
    const { publisher, contexts } = this.#host;
    await this.read(options, uri);
    const { workspace } = contexts.shared();
    const shouldContinue = () => options.token?.isCancellationRequested !== true;
    await this.#during(options, uri, () => publisher.check(workspace, shouldContinue));
  }

  async #during(
    { token, progress }: RequestOptions,
    uri: string | undefined,
    work: () => Promise<void>,
  ): Promise<void> {
    const { loader, store, contexts } = this.#host;
    const before = uri === undefined ? undefined : store.openText(uri);
    const isLong = loader.isLoading;
    if (isLong) progress?.begin(contexts.shared().localize(message("Reading the configurations")));
    await work();
    if (isLong) progress?.done();
    if (token?.isCancellationRequested) throw new Withdrawal("cancelled");
    if (before && uri !== undefined && store.openText(uri) !== before) throw new Withdrawal("modified");
  }
}

/** Resolves when a request is cancelled. */
function cancelled(token: CancellationToken | undefined): Promise<void> {
  return new Promise((resolve) => {
    token?.onCancellationRequested(() => resolve());
  });
}
