import {
  type Connection,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { Disk } from "./disk.ts";
import type { Context } from "./features/context.ts";
import { diagnostics } from "./features/diagnostics.ts";
import { CONFIGURATION } from "./model/layout.ts";
import { FILES, type FilesParams, STATUS, type StatusParams } from "./protocol.ts";
import { findingsOf } from "./rules/findings.ts";
import type { Finding } from "./rules/rule.ts";
import type { Language } from "./say.ts";
import { Store } from "./store.ts";
import { canonical } from "./uri.ts";
import { languageOf, wordsIn } from "./words.ts";

/** Answers a client. All the state of the server is here and in the store; all the rest is derived from `store.workspace`. */
export function serve(connection: Connection, disk?: Disk): void {
  const store = new Store(disk);
  let language: Language = "en";
  let folders: readonly string[] = [];
  let canWatch = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastCost = 0;
  /** What was last sent of each file: the findings, to see at a glance that they are the same, and the text. */
  const shown = new Map<string, string>();

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    language = languageFrom(params);
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    canWatch = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: "rentree" },
    };
  });

  connection.onInitialized(async () => {
    if (canWatch) {
      const watchers = [{ globPattern: "**/*.pronote.{yaml,yml}" }];
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
      await store.load(folders);
      publish();
    });
    await store.load(folders);
    publish();
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, text } }) => {
    if (!CONFIGURATION.test(uri)) return;
    store.open(uri, text);
    soon();
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri }, contentChanges }) => {
    if (!CONFIGURATION.test(uri)) return;
    store.change(uri, contentChanges);
    soon();
  });
  connection.onDidCloseTextDocument(async ({ textDocument: { uri } }) => {
    await store.close(uri);
    soon();
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    await store.watched(changes.map(({ uri }) => uri));
    soon();
  });
  connection.onNotification(FILES, ({ files }: FilesParams) => {
    store.take(files);
    soon();
  });

  /** At once while rounds are cheap; the quiet time grows with what the last one cost. */
  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(publish, lastCost < 8 ? 0 : Math.min(500, lastCost * 2));
  }

  /** Only what changed crosses the wire. */
  function publish(): void {
    clearTimeout(timer);
    const begin = performance.now();
    store.refreshDay();
    const findings = findingsOf(store.workspace);
    for (const [uri, list] of findings) send(uri, diagnosticsOf(uri, list));
    for (const uri of shown.keys()) if (!findings.has(uri)) send(uri, []);
    connection.sendNotification(STATUS, statusOf(findings));
    lastCost = performance.now() - begin;
  }

  function send(uri: string, list: Diagnostic[]): void {
    const text = JSON.stringify(list);
    if ((shown.get(uri) ?? "[]") === text) return;
    shown.set(uri, text);
    void connection.sendDiagnostics({ uri: store.name(uri), diagnostics: list });
  }

  function diagnosticsOf(uri: string, list: readonly Finding[]): Diagnostic[] {
    const context = list.length > 0 ? contextOf(uri) : undefined;
    return context ? diagnostics(context, list) : [];
  }

  function contextOf(uri: string): Context | undefined {
    const { workspace } = store;
    const file = workspace.files.get(canonical(uri));
    const snapshot =
      file &&
      (workspace.of(file.uri)[0] ?? {
        folder: file.uri,
        members: [file],
        bases: [],
        establishment: false,
        lineage: file,
        today: workspace.today,
      });
    return (
      snapshot && {
        workspace,
        snapshot,
        file,
        language,
        words: wordsIn(language),
        uri: (one) => store.name(one),
      }
    );
  }

  function statusOf(findings: ReadonlyMap<string, readonly Finding[]>): StatusParams {
    const all = [...findings.values()].flat();
    const count = (severity: string) => all.filter(({ rule }) => rule.severity === severity).length;
    return {
      establishments: store.workspace.layout.plots.length,
      files: store.workspace.files.size,
      errors: count("error"),
      warnings: count("warning"),
    };
  }

  connection.listen();
}

function languageFrom({ initializationOptions, locale }: InitializeParams): Language {
  const wanted = (initializationOptions as { readonly language?: string } | undefined)?.language;
  return languageOf(wanted === undefined || wanted === "auto" ? locale : wanted);
}
