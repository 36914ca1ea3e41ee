import {
  type ClientCapabilities,
  CodeActionKind,
  type FileOperationRegistrationOptions,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { CLIENT_EXPLAIN } from "../features/client-commands.ts";
import { type ClientSupport, clientSupportOf } from "../features/client-support.ts";
import { COMMAND_FIX_EVERYWHERE, COMMAND_NEW_YEAR } from "../features/fleet-protocol.ts";
import { COMMAND_NEW_ESTABLISHMENT } from "../features/new-establishment-protocol.ts";
import {
  FIX_ALL,
  FORMAT_TRIGGER,
  TICK_ACTION,
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
  TRIGGERS,
} from "../features/offered.ts";
import { COMMAND_EXPLAIN, COMMAND_SILENCE, COMMAND_TICK } from "../features/protocol.ts";
import { encodingFor } from "./encoding.ts";

/** The renames that the server is asked about: of configuration files, and of any folder, which may contain some. */
const RENAMED: FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: "**/*.pronote.{yaml,yml}", matches: "file" } },
    { pattern: { glob: "**", matches: "folder" } },
  ],
};

/** The kinds of refactorings. */
const REFACTORINGS = [
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorRewrite,
  "refactor.move",
];

/** The formatters, for a client to which they cannot come and go. Without the setting they answer null. */
const FORMATTERS = {
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: FORMAT_TRIGGER },
} satisfies ServerCapabilities;

/**
 * What the server offers to a client. It is sent before the engine is loaded, so nothing of the engine is imported
 * here.
 */
export function capabilities(announced: ClientCapabilities): ServerCapabilities {
  const client = clientSupportOf(announced);
  return {
    positionEncoding: encodingFor(announced?.general?.positionEncodings),
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: {
      triggerCharacters: TRIGGERS,
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
    hoverProvider: true,
    definitionProvider: true,
    declarationProvider: true,
    ...(client.commands.has(CLIENT_EXPLAIN) ? { typeDefinitionProvider: true } : undefined),
    referencesProvider: { workDoneProgress: true },
    documentHighlightProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: { workDoneProgress: true },
    documentLinkProvider: {},
    foldingRangeProvider: true,
    // Otherwise they are registered while the setting allows them.
    ...(client.registersFormatters ? undefined : FORMATTERS),
    ...(client.codeLenses ? { codeLensProvider: { resolveProvider: true } } : undefined),
    ...hierarchies(client),
    ...(client.inlayHints ? { inlayHintProvider: true } : undefined),
    renameProvider: client.prepareRename ? { prepareProvider: true, workDoneProgress: true } : true,
    codeActionProvider: client.codeActions && {
      codeActionKinds: [
        CodeActionKind.QuickFix,
        ...REFACTORINGS,
        FIX_ALL,
        ...(client.appliesEdits ? [TICK_ACTION] : []),
      ],
      ...(client.resolvesActions ? { resolveProvider: true } : undefined),
    },
    ...tokens(client),
    executeCommandProvider: {
      commands: [
        COMMAND_TICK,
        COMMAND_EXPLAIN,
        COMMAND_SILENCE,
        COMMAND_FIX_EVERYWHERE,
        COMMAND_NEW_YEAR,
        COMMAND_NEW_ESTABLISHMENT,
      ],
      workDoneProgress: true,
    },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(client.asksBeforeRenames ? { fileOperations: { willRename: RENAMED } } : undefined),
    },
  };
}

/** What was added to LSP later, for clients that ask for it. */
function hierarchies(client: ClientSupport): ServerCapabilities {
  return {
    ...(client.selectionRanges ? { selectionRangeProvider: true } : undefined),
    ...(client.callHierarchy ? { callHierarchyProvider: true } : undefined),
    ...(client.typeHierarchy ? { typeHierarchyProvider: true } : undefined),
  };
}

function tokens({ semanticTokens, rangeTokens, deltaTokens }: ClientSupport): ServerCapabilities {
  if (!semanticTokens) return {};
  return {
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: deltaTokens ? { delta: true } : true,
      ...(rangeTokens ? { range: true } : undefined),
    },
  };
}
