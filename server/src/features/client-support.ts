import type { ClientCapabilities } from "vscode-languageserver-protocol";
import type {
  CompletionItemKind,
  DiagnosticTag,
  InsertTextMode,
  SymbolKind,
} from "vscode-languageserver-types";
import { CLIENT_COMMANDS, CLIENT_REFERENCES, CLIENT_REVEAL } from "./client-commands.ts";

// The numbers of the protocol: this module is loaded before the engine, which has their names.
const AS_IS: typeof InsertTextMode.asIs = 1;
const UNNECESSARY: typeof DiagnosticTag.Unnecessary = 1;
/** The last kind of completions that the first LSP had, `Reference`; and the last kind of symbols, `Array`. */
const LAST_FIRST_KIND: typeof CompletionItemKind.Reference & typeof SymbolKind.Array = 18;

/**
 * The capabilities of a client that the server depends on. Those that it does not announce are false: nothing that needs
 * one is sent. No other code reads a client's capabilities.
 */
export interface ClientSupport {
  /** Completions may be snippets, with tab stops. */
  readonly snippets: boolean;
  /** Documentation of completions may be Markdown. */
  readonly completionMarkdown: boolean;
  /** Documentation of completions may follow by `completionItem/resolve`. */
  readonly completionResolve: boolean;
  /** A completion list may give the range and data of all its items once. */
  readonly completionDefaults: boolean;
  /** Completions may have details beside their label. */
  readonly labelDetails: boolean;
  /** A completion may be selected from the start. */
  readonly preselect: boolean;
  /** A completion may tell that its text has its indentation already. */
  readonly insertAsIs: boolean;
  /** Whether completions may have this kind. */
  readonly completionKind: (kind: CompletionItemKind) => boolean;
  /** Targets of type definitions may tell what they belong to. */
  readonly typeDefinitionLinks: boolean;
  /** Hovers may be Markdown. */
  readonly hoverMarkdown: boolean;
  /** Diagnostics may name further places. */
  readonly relatedInformation: boolean;
  /** The code of a diagnostic may have a link to its description. */
  readonly codeDescription: boolean;
  /** Diagnostics may be marked as unnecessary text. */
  readonly unnecessaryTag: boolean;
  /** Code actions may be objects with an edit. Without this they could only be commands. */
  readonly codeActions: boolean;
  /** The edits of code actions may follow by `codeAction/resolve`. */
  readonly resolvesActions: boolean;
  /** Code actions may be listed as impossible, with the reason. */
  readonly disabledActions: boolean;
  /** Code actions may be marked as preferred. */
  readonly preferredActions: boolean;
  /** Workspace edits may be versioned document changes. */
  readonly documentChanges: boolean;
  /** The edits of a workspace edit may be annotated. */
  readonly changeAnnotations: boolean;
  /** The edits of a workspace edit may be snippets. */
  readonly snippetEdits: boolean;
  /** The client's own commands that code actions, completions and messages may name. */
  readonly commands: ReadonlySet<string>;
  /** Workspace edits may create files. */
  readonly creates: boolean;
  /** It answers `workspace/applyEdit`. */
  readonly appliesEdits: boolean;
  /** Document symbols may be a tree. */
  readonly symbolTree: boolean;
  /** Whether symbols of documents may have this kind. */
  readonly documentSymbolKind: (kind: SymbolKind) => boolean;
  /** Whether symbols of the workspace may have this kind. */
  readonly workspaceSymbolKind: (kind: SymbolKind) => boolean;
  /** Links may have a tooltip. */
  readonly linkTooltips: boolean;
  /** It asks whether a name can be changed before it asks for the new one. */
  readonly prepareRename: boolean;
  /** It answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** Folders may be added and removed. */
  readonly folderChanges: boolean;
  /** The server may register for changes of files. */
  readonly registersFiles: boolean;
  /** The server may register for changes of settings. */
  readonly registersSettings: boolean;
  /** The server may offer its formatters and take them back. */
  readonly registersFormatters: boolean;
  /** It colours text by semantic tokens. */
  readonly semanticTokens: boolean;
  /** It asks for those of a range, and for what is different from the last answer. */
  readonly rangeTokens: boolean;
  readonly deltaTokens: boolean;
  /** It asks for semantic tokens anew when it is told to. */
  readonly refreshesTokens: boolean;
  /** It shows inlay hints; asks for them anew when it is told to. */
  readonly inlayHints: boolean;
  /** It shows code lenses, and has the commands that they run; asks for them anew when it is told to. */
  readonly codeLenses: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  /** It asks for the parts around a position. */
  readonly selectionRanges: boolean;
  /** It asks what mentions and what inherits from what. */
  readonly callHierarchy: boolean;
  readonly typeHierarchy: boolean;
  /** It asks before files are renamed. */
  readonly asksBeforeRenames: boolean;
  /** It takes `rentree/status`. */
  readonly status: boolean;
  /** It tells when it has sent all files that only it can read. */
  readonly sendsFiles: boolean;
}

/** Reads the capabilities that a client sends with `initialize`; what is malformed counts as not announced. */
export function clientSupportOf(capabilities: ClientCapabilities): ClientSupport {
  const { textDocument, workspace, experimental } = capabilities ?? {};
  const own = ownSupport(experimental);
  return {
    ...completionSupport(textDocument?.completion),
    ...diagnosticSupport(textDocument?.publishDiagnostics),
    ...workspaceSupport(workspace),
    hoverMarkdown: includes(textDocument?.hover?.contentFormat, "markdown"),
    typeDefinitionLinks: textDocument?.typeDefinition?.linkSupport === true,
    codeActions: isObject(textDocument?.codeAction?.codeActionLiteralSupport),
    preferredActions: textDocument?.codeAction?.isPreferredSupport === true,
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
    resolvesActions:
      textDocument?.codeAction?.dataSupport === true &&
      includes(textDocument.codeAction.resolveSupport?.properties, "edit"),
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    documentSymbolKind: kindsIn(textDocument?.documentSymbol?.symbolKind?.valueSet),
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    registersFormatters: [
      textDocument?.formatting,
      textDocument?.rangeFormatting,
      textDocument?.onTypeFormatting,
    ].every((one) => one?.dynamicRegistration === true),
    ...tokenSupport(textDocument?.semanticTokens),
    inlayHints: isObject(textDocument?.inlayHint),
    selectionRanges: isObject(textDocument?.selectionRange),
    callHierarchy: isObject(textDocument?.callHierarchy),
    typeHierarchy: isObject(textDocument?.typeHierarchy),
    codeLenses:
      isObject(textDocument?.codeLens) &&
      own.commands.has(CLIENT_REFERENCES) &&
      own.commands.has(CLIENT_REVEAL),
    ...own,
  };
}

function tokenSupport(tokens: NonNullable<ClientCapabilities["textDocument"]>["semanticTokens"]) {
  const { range, full } = tokens?.requests ?? {};
  return {
    semanticTokens: isObject(tokens),
    rangeTokens: range === true || isObject(range),
    deltaTokens: isObject(full) && full.delta === true,
  };
}

function completionSupport(completion: NonNullable<ClientCapabilities["textDocument"]>["completion"]) {
  const item = completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    completionMarkdown: includes(item?.documentationFormat, "markdown"),
    // Before clients could say what they resolve, documentation was among it.
    completionResolve:
      !isObject(item?.resolveSupport) || includes(item.resolveSupport.properties, "documentation"),
    completionDefaults: ["editRange", "data"].every((key) =>
      includes(completion?.completionList?.itemDefaults, key),
    ),
    labelDetails: item?.labelDetailsSupport === true,
    preselect: item?.preselectSupport === true,
    insertAsIs: includes(item?.insertTextModeSupport?.valueSet, AS_IS),
    completionKind: kindsIn(completion?.completionItemKind?.valueSet),
  };
}

function diagnosticSupport(published: NonNullable<ClientCapabilities["textDocument"]>["publishDiagnostics"]) {
  return {
    relatedInformation: published?.relatedInformation === true,
    codeDescription: published?.codeDescriptionSupport === true,
    unnecessaryTag: includes(published?.tagSupport?.valueSet, UNNECESSARY),
  };
}

function workspaceSupport(workspace: ClientCapabilities["workspace"]) {
  return {
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    changeAnnotations: isObject(workspace?.workspaceEdit?.changeAnnotationSupport),
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    asksBeforeRenames: workspace?.fileOperations?.willRename === true,
    creates: includes(workspace?.workspaceEdit?.resourceOperations, "create"),
    appliesEdits: workspace?.applyEdit === true,
    workspaceSymbolKind: kindsIn(workspace?.symbol?.symbolKind?.valueSet),
    configuration: workspace?.configuration === true,
    folderChanges: workspace?.workspaceFolders === true,
    registersFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
  };
}

/** What a client announces of our own messages, and which of the commands that the server may name it has. */
function ownSupport(experimental: unknown) {
  const own = (experimental as { rentree?: { [part: string]: unknown } } | undefined)?.rentree;
  return {
    status: own?.["status"] === true,
    sendsFiles: own?.["files"] === true,
    commands: new Set(CLIENT_COMMANDS.filter((command) => includes(own?.["commands"], command))),
  };
}

/**
 * Whether a client takes a kind: any if it lists kinds, as it then shows others in some way; otherwise those of the first
 * LSP.
 */
function kindsIn(list: unknown): (kind: number) => boolean {
  return (kind) => Array.isArray(list) || kind <= LAST_FIRST_KIND;
}

/** Whether a list from a client includes an item; false if it is not a list. */
function includes(list: unknown, item: unknown): boolean {
  return Array.isArray(list) && list.includes(item);
}

function isObject<T>(value: T): value is NonNullable<T> & object {
  return typeof value === "object" && value !== null;
}
