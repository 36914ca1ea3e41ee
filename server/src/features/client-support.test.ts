import { expect, test } from "vitest";
import type { ClientCapabilities } from "vscode-languageserver-protocol";
import { CompletionItemKind, SymbolKind } from "vscode-languageserver-types";
import { CLIENT_KINDS } from "../../../test/support/client-kinds.ts";
import { CLIENT_COMMANDS } from "./client-commands.ts";
import { clientSupportOf } from "./client-support.ts";
import { fullClientSupport } from "./full-client-support.ts";

/** What a client supports, by name. The question about kinds is asked for one that the first LSP did not have. */
function supportOf(capabilities: unknown) {
  const support = clientSupportOf(capabilities as ClientCapabilities);
  return {
    ...support,
    commands: support.commands.size === CLIENT_COMMANDS.length,
    completionKind: support.completionKind(CompletionItemKind.EnumMember),
    documentSymbolKind: support.documentSymbolKind(SymbolKind.Object),
    workspaceSymbolKind: support.workspaceSymbolKind(SymbolKind.Object),
  };
}

const everything = Object.fromEntries(Object.keys(fullClientSupport).map((name) => [name, true]));
const nothing = Object.fromEntries(Object.keys(fullClientSupport).map((name) => [name, false]));

test("each capability is read from what a client announces", () => {
  // The tests' client with all of LSP reads no files for the server.
  expect(supportOf(CLIENT_KINDS["full"])).toEqual({ ...everything, snippetEdits: false, sendsFiles: false });
  expect(supportOf({ experimental: { rentree: { files: true } } })).toMatchObject({ sendsFiles: true });
  const snippetEdits = { workspace: { workspaceEdit: { snippetEditSupport: true } } };
  expect(supportOf(snippetEdits)).toMatchObject({ snippetEdits: true });
  // Documentation of completions could always follow later; only a client that says what may follow can exclude it.
  expect(supportOf({})).toEqual({ ...nothing, completionResolve: true });
});

test.each([
  undefined,
  null,
  5,
  [],
  { textDocument: null, workspace: 5, experimental: "x" },
  {
    textDocument: { completion: null, hover: 3, publishDiagnostics: [], codeAction: "x", rename: true },
    workspace: { workspaceEdit: null, symbol: 1, didChangeWatchedFiles: "x" },
    experimental: { rentree: null },
  },
  {
    textDocument: {
      completion: {
        completionItem: { documentationFormat: 5, insertTextModeSupport: null },
        completionList: 3,
      },
      codeAction: { codeActionLiteralSupport: true },
      publishDiagnostics: { tagSupport: true, relatedInformation: "yes" },
    },
    workspace: { workspaceEdit: { resourceOperations: "create", documentChanges: 1 }, applyEdit: "yes" },
  },
])("malformed capabilities count as not announced: %j", (capabilities) => {
  expect(supportOf(capabilities)).toEqual({ ...nothing, completionResolve: true });
});
