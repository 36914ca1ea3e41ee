import { Analysis } from "../analysis/analysis.ts";
import { type Message, message } from "../base/message.ts";
import { clientSupportOf } from "../features/client-support.ts";
import { columnsFor } from "./column-encoding.ts";
import { Configuration } from "./configuration.ts";
import { Contexts } from "./contexts.ts";
import type { Disk } from "./disk.ts";
import { DocumentStore } from "./document-store.ts";
import { DocumentSync } from "./document-sync.ts";
import { faultsTold } from "./faults-told.ts";
import { FormatterOffer } from "./formatter.ts";
import type { Session } from "./handshake.ts";
import { LoadProgress } from "./load-progress.ts";
import { Publisher } from "./publisher.ts";
import { Refreshes, refreshRequestsFor } from "./refreshes.ts";
import { answerRequests } from "./requests.ts";
import { StatusSender } from "./status-sender.ts";
import { WatchedAnswers } from "./watched-answers.ts";
import { WholeWorkspace } from "./whole-workspace.ts";
import { WorkspaceLoader } from "./workspace-loader.ts";
import { WorkspaceSync } from "./workspace-sync.ts";

/**
 * Serves a client from `initialize` on: creates the parts of the server, each of which owns its state, and connects
 * them.
 * All answers are derived from `store.workspace`.
 */
export function serve(started: Session, disk?: Disk): void {
  const { connection, params } = started;
  const client = clientSupportOf(params.capabilities);
  const faults = faultsTold(started, client, () => configuration.language);
  const session: Session = { ...started, faults };
  const configuration = new Configuration(session, client);
  const analysis = new Analysis((part, error) => faults.told(part)(error));
  const store = new DocumentStore(disk, faults.told(message("Changing a document")));
  const progress = new LoadProgress(session, configuration);
  const loader = new WorkspaceLoader({
    store,
    disk,
    clientTells: client.sendsFiles,
    changed: () => workspace.changed(),
    onUnreadable: (folder) => configuration.warn(unreadable(folder)),
    onProgress: (done, total) => progress.report(done, total),
    failed: faults.told(message("Reading the files")),
  });
  const columns = columnsFor(params.capabilities, (uri) => store.file(uri), store);
  const documents = new DocumentSync(session, { store, loader, columns });
  const contexts = new Contexts({
    analysis,
    store,
    documents,
    configuration,
    client,
    findingsIn: (workspace, file) => publisher.findingsIn(workspace, file),
    aloneFindings: (uri) => publisher.aloneFindings(uri),
  });
  const refreshes = new Refreshes(refreshRequestsFor(session, client));
  const publisher = new Publisher({
    store,
    loader,
    analysis,
    settings: configuration,
    contextOf: (uri) => contexts.of(uri),
    diagnostics: (uri, list) => {
      const sent = { uri, diagnostics: columns.outgoing(list, uri) };
      faults.sending("diagnostics", () => connection.sendDiagnostics(sent));
    },
    status: new StatusSender((method, params) => {
      if (client.status) faults.sending("status", () => connection.sendNotification(method, params));
    }),
    async published(checked, shouldContinue) {
      refreshes.checked(checked, publisher.allFindings(checked), (uri) => store.isOpen(uri));
      await watched.compare(checked, shouldContinue);
    },
    failed: faults.told(message("Checking the files")),
  });
  const watched = watchedAnswers(session, { analysis, store, configuration, contexts, publisher });
  const formatter = new FormatterOffer(session, configuration, client);
  const workspace = new WorkspaceSync(session, {
    loader,
    configuration,
    client,
    publish: () => void publisher.soon(),
    configured(isLater) {
      formatter.update();
      // Of what was shown before the settings were known, nothing is to be taken back.
      if (isLater) refreshes.annotations();
    },
    initialized: () => progress.allow(),
  });
  workspace.listen();
  documents.listen(() => workspace.changed());
  connection.onShutdown(() => publisher.stop());
  const whole = new WholeWorkspace({ contexts, loader, store, publisher });
  answerRequests(session, { contexts, columns, publisher, whole, watched, refreshes, configuration, disk });
}

interface WatchedParts {
  readonly analysis: Analysis;
  readonly store: DocumentStore;
  readonly configuration: Configuration;
  readonly contexts: Contexts;
  readonly publisher: Publisher;
}

/** The answers of which the client is told when they are others. */
function watchedAnswers(
  { connection, faults }: Session,
  { analysis, store, configuration, contexts, publisher }: WatchedParts,
): WatchedAnswers {
  return new WatchedAnswers({
    analysis,
    store,
    language: () => configuration.language,
    context: () => contexts.shared(),
    found: (workspace) => publisher.allFindings(workspace),
    rounds: {
      workspace: () => store.workspace,
      revision: () => publisher.round,
      again: () => void publisher.soon(),
    },
    notify: (method, params) => faults.sending(method, () => connection.sendNotification(method, params)),
  });
}

function unreadable(folder: string): Message {
  return message("The folder “{0}” cannot be read: what it holds is not checked.", folder);
}
