import type { ClientCapabilities, CompletionItemKind, SymbolKind } from "vscode-languageserver-protocol";
import { CLIENT_COMMANDS } from "../../server/src/features/client-commands.ts";

/** The numbers from 1 to `last`, as clients list the kinds that they know. */
const upTo = <T extends number>(last: T) => Array.from({ length: last }, (_, index) => (index + 1) as T);

/** A client that knows all that a server may send. */
export const FULL = {
  general: { positionEncodings: ["utf-16"] },
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        preselectSupport: true,
        documentationFormat: ["markdown", "plaintext"],
        insertTextModeSupport: { valueSet: [1, 2] },
        resolveSupport: { properties: ["documentation", "detail"] },
      },
      completionItemKind: { valueSet: upTo<CompletionItemKind>(25) },
      completionList: { itemDefaults: ["editRange", "data"] },
    },
    hover: { contentFormat: ["markdown", "plaintext"] },
    documentSymbol: {
      hierarchicalDocumentSymbolSupport: true,
      symbolKind: { valueSet: upTo<SymbolKind>(26) },
    },
    documentLink: { tooltipSupport: true },
    definition: { linkSupport: true },
    typeDefinition: { linkSupport: true },
    semanticTokens: {
      requests: { range: true, full: { delta: true } },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ["relative"],
    },
    inlayHint: {},
    selectionRange: {},
    callHierarchy: {},
    typeHierarchy: {},
    codeLens: {},
    rename: { prepareSupport: true },
    formatting: { dynamicRegistration: true },
    rangeFormatting: { dynamicRegistration: true },
    onTypeFormatting: { dynamicRegistration: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "source"] } },
      isPreferredSupport: true,
      disabledSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
  },
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: {
      documentChanges: true,
      changeAnnotationSupport: {},
      resourceOperations: ["create", "rename", "delete"],
    },
    fileOperations: { willRename: true },
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    symbol: { symbolKind: { valueSet: upTo<SymbolKind>(26) } },
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
  },
  window: { workDoneProgress: true },
  experimental: {
    rentree: {
      status: true,
      commands: CLIENT_COMMANDS,
    },
  },
} satisfies ClientCapabilities;

/** A client that announces nothing. */
const MINIMAL: ClientCapabilities = {};

/** A client as some editors are: of each capability that has parts, one part. */
const MIDDLING: ClientCapabilities = {
  textDocument: {
    completion: {
      completionItem: {
        documentationFormat: ["plaintext"],
        resolveSupport: { properties: ["detail"] },
      },
      completionList: { itemDefaults: ["data"] },
    },
    hover: { contentFormat: ["plaintext"] },
    documentSymbol: { symbolKind: { valueSet: [2, 3, 7] } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
    publishDiagnostics: { tagSupport: { valueSet: [2] } },
  },
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: {},
  },
};

/** A client that counts columns in bytes of UTF-8. */
const UTF8: ClientCapabilities = { ...FULL, general: { positionEncodings: ["utf-8"] } };

/** The kinds of clients with which the server is tried, by name. */
export const CLIENT_KINDS: { readonly [name: string]: ClientCapabilities } = {
  full: FULL,
  minimal: MINIMAL,
  middling: MIDDLING,
  "utf-8": UTF8,
};
