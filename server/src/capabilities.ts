import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import { FIX_ALL } from "./features/code-actions.ts";
import { TRIGGERS } from "./features/completion.ts";
import type { Encoding } from "./positions.ts";
import { COMMAND_EXPLAIN, COMMAND_TICK } from "./protocol.ts";

/** What the server can do, told to the client when it begins. `prepares`: it asks before a name is changed. */
export function capabilities(positionEncoding: Encoding, prepares: boolean): ServerCapabilities {
  return {
    positionEncoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: {
      triggerCharacters: TRIGGERS,
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    documentLinkProvider: {},
    foldingRangeProvider: true,
    renameProvider: prepares ? { prepareProvider: true } : true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
    executeCommandProvider: { commands: [COMMAND_TICK, COMMAND_EXPLAIN] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
