/** What validates the messages of the server finds each kind of fault; the faults are planted here. */
import { expect, test } from "vitest";
import { CLIENT_KINDS, FULL } from "./client-kinds.ts";
import { MessageCheck } from "./message-check.ts";

const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const NEGATIVE = { ...RANGE, start: { line: -1, character: 0 } };

/** The faults in what a server sends, after a client with these capabilities asked for `method`. */
function faultsOf(message: object, method = "textDocument/hover", capabilities: object = FULL) {
  const check = new MessageCheck();
  check.sent({ jsonrpc: "2.0", id: 1, method: "initialize", params: { capabilities } });
  check.sent({ jsonrpc: "2.0", id: 2, method, params: {} });
  check.received({ jsonrpc: "2.0", ...message });
  return check.faults;
}

/** A message of a server, and the request before it, if it answers one. */
type Case = readonly [name: string, message: object, method?: string];

const named = ([name, message, method]: Case) => ({ name, message, method });
const published = (diagnostic: object) => ({
  method: "textDocument/publishDiagnostics",
  params: { uri: "file:///a", diagnostics: [{ range: RANGE, message: "x", ...diagnostic }] },
});
const registering = (method: string, registerOptions: object) => ({
  id: 7,
  method: "client/registerCapability",
  params: { registrations: [{ id: "a", method, registerOptions }] },
});

const INVALID: readonly Case[] = [
  ["a result of another type", { id: 2, result: { contents: 3 } }],
  ["a property that there is not", { id: 2, result: { contents: "x", rang: 1 } }],
  ["a negative number", { id: 2, result: { contents: "x", range: NEGATIVE } }],
  [
    "a line that ends before it",
    { id: 2, result: [{ startLine: 0, endLine: -1 }] },
    "textDocument/foldingRange",
  ],
  ["a result of an unknown request", { id: 2, result: null }, "textDocument/hoover"],
  ["an answer to no request", { id: 3, result: null }],
  ["an error without a message", { id: 2, error: { code: -32600 } }],
  ["another version of JSON-RPC", { jsonrpc: "1.0", id: 2, result: null }],
  ["an invalid notification", { method: "window/logMessage", params: { type: 9, message: "x" } }],
  ["an invalid diagnostic", published({ severity: 5 })],
  ["an unknown notification", { method: "window/logMesage", params: {} }],
  ["an invalid request", { id: 7, method: "workspace/applyEdit", params: {} }],
  ["progress with a token of nobody", { method: "$/progress", params: { token: 9, value: { kind: "end" } } }],
  ["a command of nobody", { id: 2, result: [{ title: "a", command: "x.y" }] }, "textDocument/codeAction"],
  [
    "a snippet in an edit",
    {
      id: 2,
      result: {
        documentChanges: [
          {
            textDocument: { uri: "file:///a", version: 1 },
            edits: [{ range: RANGE, snippet: { kind: "snippet", value: "$0" } }],
          },
        ],
      },
    },
    "textDocument/rename",
  ],
  ["an unknown request", { id: 7, method: "workspace/applyEdits", params: {} }],
  ["invalid options of a registration", registering("workspace/didChangeWatchedFiles", { watchers: 1 })],
  ["a message of ours with another property", { method: "rentree/status", params: { files: 1 } }],
  ["a message of ours that is not described", { method: "rentree/other", params: {} }],
  ["parameters of a message that has none", { method: "rentree/checklistChanged", params: { a: 1 } }],
  [
    "a result of ours that is invalid",
    { id: 2, result: [{ uri: "a", name: "b", phases: [{ id: "1" }] }] },
    "rentree/checklist",
  ],
];

test.each(INVALID.map(named))("found: $name", ({ message, method }) => {
  expect(faultsOf(message, method)).not.toEqual([]);
});

const CREATION = { kind: "create", uri: "file:///a" };
const item = (more: object) => ({ id: 2, result: [{ label: "a", ...more }] });

const UNANNOUNCED: readonly Case[] = [
  ["related information", published({ relatedInformation: [] })],
  ["a code description", published({ codeDescription: { href: "a:b" } })],
  ["a tag", published({ tags: [1] })],
  ["Markdown in a hover", { id: 2, result: { contents: { kind: "markdown", value: "x" } } }],
  ["a snippet", item({ insertTextFormat: 2 }), "textDocument/completion"],
  ["label details", item({ labelDetails: { detail: "x" } }), "textDocument/completion"],
  ["a kind of completion", item({ kind: 20 }), "textDocument/completion"],
  ["preselection", item({ preselect: true }), "textDocument/completion"],
  ["an insertion mode", item({ insertTextMode: 1 }), "textDocument/completion"],
  [
    "Markdown in documentation",
    { id: 2, result: { label: "a", documentation: { kind: "markdown", value: "x" } } },
    "completionItem/resolve",
  ],
  [
    "defaults of a list",
    { id: 2, result: { isIncomplete: false, items: [], itemDefaults: { editRange: RANGE } } },
    "textDocument/completion",
  ],
  [
    "a tree of symbols",
    { id: 2, result: [{ name: "a", kind: 2, range: RANGE, selectionRange: RANGE }] },
    "textDocument/documentSymbol",
  ],
  [
    "a kind of symbol",
    { id: 2, result: [{ name: "a", kind: 19, location: { uri: "file:///a", range: RANGE } }] },
    "workspace/symbol",
  ],
  ["a tooltip", { id: 2, result: [{ range: RANGE, tooltip: "x" }] }, "textDocument/documentLink"],
  [
    "a definition link",
    { id: 2, result: [{ targetUri: "file:///a", targetRange: RANGE, targetSelectionRange: RANGE }] },
    "textDocument/definition",
  ],
  [
    "a type definition link",
    { id: 2, result: [{ targetUri: "file:///a", targetRange: RANGE, targetSelectionRange: RANGE }] },
    "textDocument/typeDefinition",
  ],
  ["document changes", { id: 2, result: { documentChanges: [] } }, "textDocument/rename"],
  ["the creation of a file", { id: 2, result: { documentChanges: [CREATION] } }, "textDocument/rename"],
  ["a code action", { id: 2, result: [{ title: "a" }] }, "textDocument/codeAction"],
  ["an edit of the server", { id: 7, method: "workspace/applyEdit", params: { edit: {} } }],
  ["a request for settings", { id: 7, method: "workspace/configuration", params: { items: [] } }],
  ["progress", { id: 7, method: "window/workDoneProgress/create", params: { token: 1 } }],
  ["a registration", registering("workspace/didChangeWatchedFiles", { watchers: [] })],
  [
    "a command of the client",
    { id: 2, result: [{ title: "a", command: "rentree.silence" }] },
    "textDocument/codeAction",
  ],
  [
    "the command of a completion",
    item({ command: { title: "a", command: "editor.action.triggerSuggest" } }),
    "textDocument/completion",
  ],
  [
    "the status",
    { method: "rentree/status", params: { establishments: 0, files: 0, errors: 0, warnings: 0 } },
  ],
];

test.each(UNANNOUNCED.map(named))("sent only to a client that announced it: $name", ({ message, method }) => {
  expect(faultsOf(message, method)).toEqual([]);
  expect(faultsOf(message, method, CLIENT_KINDS["minimal"])).not.toEqual([]);
});
