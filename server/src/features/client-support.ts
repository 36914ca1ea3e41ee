import type { ClientCapabilities } from "vscode-languageserver-protocol";

/** The capabilities of a client that features depend on. Those that it does not announce are false. */
export interface ClientSupport {
  /** Completions may be snippets, with tab stops. */
  readonly snippets: boolean;
  /** Documentation of completions may be Markdown. */
  readonly completionMarkdown: boolean;
  /** A completion list may give the range and data of all its items once. */
  readonly completionDefaults: boolean;
  /** Hovers may be Markdown. */
  readonly hoverMarkdown: boolean;
  /** Workspace edits may be versioned document changes. */
  readonly documentChanges: boolean;
  /** The edits of a workspace edit may be annotated. */
  readonly changeAnnotations: boolean;
  /** Workspace edits may create files. */
  readonly creates: boolean;
  /** It answers `workspace/applyEdit`. */
  readonly appliesEdits: boolean;
  /** Document symbols may be a tree. */
  readonly symbolTree: boolean;
}

/** Reads the capabilities that a client sends with `initialize`. */
export function clientSupportOf({ textDocument, workspace }: ClientCapabilities): ClientSupport {
  const { completion, hover, documentSymbol } = textDocument ?? {};
  const item = completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    completionMarkdown: includes(item?.documentationFormat, "markdown"),
    completionDefaults: ["editRange", "data"].every((key) =>
      includes(completion?.completionList?.itemDefaults, key),
    ),
    hoverMarkdown: includes(hover?.contentFormat, "markdown"),
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    changeAnnotations: typeof workspace?.workspaceEdit?.changeAnnotationSupport === "object",
    appliesEdits: workspace?.applyEdit === true,
    creates: includes(workspace?.workspaceEdit?.resourceOperations, "create"),
    symbolTree: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  };
}

/** Whether a list from a client includes an item; false if it is not a list. */
function includes(list: unknown, item: string): boolean {
  return Array.isArray(list) && list.includes(item);
}

/** A client with all of these capabilities. */
export const fullClientSupport: ClientSupport = {
  snippets: true,
  completionMarkdown: true,
  completionDefaults: true,
  hoverMarkdown: true,
  documentChanges: true,
  changeAnnotations: true,
  creates: true,
  appliesEdits: true,
  symbolTree: true,
};
