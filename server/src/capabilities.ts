import { type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import { TRIGGERS } from "./features/completion.ts";
import type { Encoding } from "./positions.ts";
import { COMMAND_EXPLAIN, COMMAND_TICK } from "./protocol.ts";

/** What the server can do, told to the client when it begins. */
export function capabilities(positionEncoding: Encoding): ServerCapabilities {
  return {
    positionEncoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: {
      triggerCharacters: TRIGGERS,
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
    executeCommandProvider: { commands: [COMMAND_TICK, COMMAND_EXPLAIN] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
