import { Analysis } from "../analysis/analysis.ts";
import { languageOf, localizerFor } from "../base/localize.ts";
import { type Language, message } from "../base/message.ts";
import { canonicalUri } from "../base/uri.ts";
import { clientSupportOf } from "../features/client-support.ts";
import { codeActions } from "../features/code-actions.ts";
import { completionList, resolveCompletion } from "../features/completion.ts";
import { type Context, Refusal, type SharedContext } from "../features/context.ts";
import { definition } from "../features/definition.ts";
import { documentHighlight } from "../features/document-highlight.ts";
import { documentLinks } from "../features/document-links.ts";
import { documentSymbols } from "../features/document-symbols.ts";
import { folding } from "../features/folding.ts";
import { hover } from "../features/hover.ts";
import { CHECKLIST, CHECKLIST_CHANGED, FILES, type FilesParams, STATUS } from "../features/protocol.ts";
import { references } from "../features/references.ts";
import { prepareRename, rename } from "../features/rename.ts";
import { workspaceSymbols } from "../features/workspace-symbols.ts";
import { CONFIGURATION } from "../model/layout.ts";
import { aloneWith } from "../model/snapshot.ts";
import { fromUtf8, intoUtf8 } from "./column-encoding.ts";
import { executeCommand } from "./commands.ts";
import type { Disk } from "./disk.ts";
import { DocumentStore } from "./document-store.ts";
import { encodingFor } from "./encoding.ts";
import { foldersAfter, foldersOf } from "./folders.ts";
import type { Session } from "./handshake.ts";
import { Publisher } from "./publisher.ts";
import { registrationsFor } from "./registrations.ts";
import { type Settings, settingsFrom } from "./settings.ts";

interface InDocument {
  readonly textDocument: { readonly uri: string };
}

/**
 * Answers a client that is initialized. All the state of the server is here and in the store; all the rest is derived
 * from `store.workspace`.
 */
export function serve({ connection, params, refusal, faults }: Session, disk?: Disk): void {
  const { logged, handled } = faults;
  const { initializationOptions: initial, locale } = params;
  const { workspace: supports, general } = params.capabilities;
  const client = clientSupportOf(params.capabilities);
  const encoding = encodingFor(general?.positionEncodings);
  const analysis = new Analysis();
  const store = new DocumentStore(disk, tellClosed);
  let settings: Settings = settingsFrom(initial);
  let folders = foldersOf(params);
  const versions = new Map<string, number>();
  const publisher = new Publisher({
    store,
    analysis,
    language: () => language(),
    severities: () => settings.severities,
    contextOf,
    diagnostics: (uri, list) =>
      connection.sendDiagnostics({ uri, diagnostics: outgoing(list, uri) }).catch(logged("diagnostics")),
    status: (status) => connection.sendNotification(STATUS, status).catch(logged("status")),
    checklistChanged: () => connection.sendNotification(CHECKLIST_CHANGED).catch(logged("checklist")),
    failed: logged("diagnostics"),
  });
  /** What is told before the settings are known would be told again in another language. */
  let isReady = !supports?.configuration;
  const soon = () => {
    if (isReady) void publisher.soon();
  };

  connection.onInitialized(
    handled("initialized", async () => {
      const registrations = registrationsFor(params.capabilities);
      if (registrations.length > 0) {
        const asked = connection.sendRequest("client/registerCapability", { registrations });
        asked.catch(logged("registration"));
      }
      if (supports?.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(changeFolders);
      // Its faults are taken at once: by the time that it is waited for they would have had nobody.
      const loading = store.load(folders, soon).catch(logged("folders"));
      if (supports?.configuration) await configure(undefined).catch(logged("configuration"));
      isReady = true;
      soon();
      await loading;
      soon();
    }),
  );

  const changeFolders = handled("folders", async (event: unknown) => {
    folders = foldersAfter(folders, event);
    await store.load(folders, soon);
    soon();
  });

  function tellClosed(folder: string): void {
    const closed = message("The folder “{0}” cannot be read: what it holds is not checked.", folder);
    connection.console.warn(localizerFor(language())(closed));
  }

  /** Takes new settings: those that were sent, or, where the client can be asked, its own. */
  async function configure(sent: unknown): Promise<void> {
    const pulled: unknown = supports?.configuration
      ? await connection.workspace.getConfiguration("rentree")
      : sent;
    settings = settingsFrom(initial, pulled);
    for (const problem of settings.problems) connection.console.warn(localizerFor(language())(problem));
    soon();
  }

  connection.onDidChangeConfiguration(
    handled("configuration", ({ settings: sent }) =>
      configure((sent as { rentree?: unknown } | null)?.rentree),
    ),
  );
  connection.onDidOpenTextDocument(
    handled("open", ({ textDocument: { uri, text, version } }) => {
      if (!CONFIGURATION.test(uri)) return;
      versions.set(canonicalUri(uri), version);
      store.open(uri, text);
      soon();
    }),
  );
  connection.onDidChangeTextDocument(
    handled("change", ({ textDocument: { uri, version }, contentChanges }) => {
      if (!CONFIGURATION.test(uri)) return;
      versions.set(canonicalUri(uri), version);
      // One by one: the places of each are those of the text that the one before it left.
      for (const change of contentChanges) store.change(uri, [incoming(change, uri)]);
      soon();
    }),
  );
  connection.onDidCloseTextDocument(
    handled("close", async ({ textDocument: { uri } }) => {
      versions.delete(canonicalUri(uri));
      await store.close(uri);
      soon();
    }),
  );
  connection.onDidChangeWatchedFiles(
    handled("watched files", async ({ changes }) => {
      await store.watched(changes.map(({ uri }) => uri));
      soon();
    }),
  );
  connection.onNotification(
    FILES,
    handled("files", ({ files }: FilesParams) => {
      store.take(files);
      soon();
    }),
  );

  connection.onCompletion(about("completion", completionList));
  connection.onCompletionResolve(guarded("completion", (item) => resolveCompletion(shared(), item)));
  connection.onHover(about("hover", hover));
  connection.onDefinition(about("definition", definition));
  connection.onReferences(about("references", references));
  connection.onDocumentHighlight(about("highlight", documentHighlight));
  connection.onDocumentSymbol(about("symbols", documentSymbols));
  connection.onWorkspaceSymbol(
    guarded("workspace symbols", (params) => outgoing(workspaceSymbols(shared(), params), "")),
  );
  connection.onDocumentLinks(about("links", documentLinks));
  connection.onFoldingRanges(about("folding", folding));
  connection.onPrepareRename(about("rename", prepareRename));
  connection.onRenameRequest(about("rename", rename));
  connection.onCodeAction(about("code actions", codeActions));
  connection.onRequest(
    CHECKLIST,
    guarded("checklist", async () => outgoing(await publisher.checklist(), "")),
  );
  connection.onExecuteCommand(
    guarded("command", (params) =>
      executeCommand(params, shared(), (edit) => connection.workspace.applyEdit(outgoing(edit, ""))),
    ),
  );

  /** Answers a request about a document; one that is not ours gets null. */
  function about<P, R>(name: string, answer: (context: Context, params: P) => R) {
    return guarded(name, (params: P & InDocument): R | null => {
      const { uri } = params.textDocument;
      const context = contextOf(uri);
      return context ? outgoing(answer(context, incoming(params, uri)), uri) : null;
    });
  }

  /** Lets no fault of ours reach the client: it is logged with the feature's name, and the answer is null. */
  function guarded<P, R>(name: string, answer: (params: P) => R): (params: P) => Promise<R> {
    return async (params) => {
      publisher.asked();
      try {
        return await answer(params);
      } catch (error) {
        if (error instanceof Refusal) throw refusal(error.message);
        logged(name)(error);
        return null as R;
      }
    };
  }

  const language = (): Language => settings.language ?? languageOf(locale);
  const find = (uri: string) => store.workspace.files.get(canonicalUri(uri));

  function incoming<T>(message: T, uri: string): T {
    return encoding === "utf-8" ? fromUtf8(message, uri, find) : message;
  }

  function outgoing<T>(message: T, uri: string): T {
    return encoding === "utf-8" ? intoUtf8(message, uri, find) : message;
  }

  /** What every feature is told, whatever file it is asked about. */
  const shared = (): SharedContext => ({
    analysis,
    workspace: store.workspace,
    language: language(),
    localize: localizerFor(language()),
    uri: (one: string) => store.name(one),
    client,
    version: (one: string) => versions.get(one) ?? null,
  });

  function contextOf(uri: string): Context | undefined {
    const { workspace } = store;
    const file = find(uri);
    return (
      file && {
        ...shared(),
        file,
        snapshot: workspace.of(file.uri)[0] ?? aloneWith(file, workspace.today),
        found: (one) => publisher.found(one, file),
      }
    );
  }
}
