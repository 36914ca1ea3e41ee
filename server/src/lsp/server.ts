import { Analysis } from "../analysis/analysis.ts";
import { message } from "../base/message.ts";
import { canonicalUri } from "../base/uri.ts";
import { clientSupportOf } from "../features/client-support.ts";
import { CHECKLIST_CHANGED, STATUS } from "../features/protocol.ts";
import { columnsIn } from "./column-encoding.ts";
import { Configuration } from "./configuration.ts";
import { Contexts } from "./contexts.ts";
import type { Disk } from "./disk.ts";
import { DocumentStore } from "./document-store.ts";
import { DocumentSync } from "./document-sync.ts";
import { encodingFor } from "./encoding.ts";
import type { Session } from "./handshake.ts";
import { Publisher } from "./publisher.ts";
import { answerRequests } from "./requests.ts";
import { WorkspaceSync } from "./workspace-sync.ts";

/**
 * Serves a client from `initialize` on: creates the parts of the server, each of which owns its state, and connects
 * them.
 * All answers are derived from `store.workspace`.
 */
export function serve(session: Session, disk?: Disk): void {
  const { connection, params, faults } = session;
  const { logged } = faults;
  const analysis = new Analysis();
  const configuration = new Configuration(session);
  const store = new DocumentStore(disk, (folder) =>
    configuration.warn(message("The folder “{0}” cannot be read: what it holds is not checked.", folder)),
  );
  const columns = columnsIn(encodingFor(params.capabilities.general?.positionEncodings), (uri) =>
    store.workspace.files.get(canonicalUri(uri)),
  );
  const documents = new DocumentSync(session, store, columns);
  const contexts = new Contexts({
    analysis,
    store,
    documents,
    configuration,
    client: clientSupportOf(params.capabilities),
    findingsIn: (workspace, file) => publisher.findingsIn(workspace, file),
  });
  const publisher = new Publisher({
    store,
    analysis,
    language: () => configuration.language,
    severities: () => configuration.severities,
    contextOf: (uri) => contexts.of(uri),
    diagnostics: (uri, list) =>
      connection
        .sendDiagnostics({ uri, diagnostics: columns.outgoing(list, uri) })
        .catch(logged("diagnostics")),
    status: (status) => connection.sendNotification(STATUS, status).catch(logged("status")),
    checklistChanged: () => connection.sendNotification(CHECKLIST_CHANGED).catch(logged("checklist")),
    failed: logged("diagnostics"),
  });
  const workspace = new WorkspaceSync(session, {
    store,
    configuration,
    publish: () => void publisher.soon(),
  });
  workspace.listen();
  documents.listen(() => workspace.changed());
  answerRequests(session, { contexts, columns, publisher });
}
