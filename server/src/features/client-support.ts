import type { ClientCapabilities } from "vscode-languageserver-protocol";

/** What a client can show and apply; what it does not say, it cannot. */
export interface ClientSupport {
  /** Completions may hold places to fill in. */
  readonly snippets: boolean;
  readonly completionMarkdown: boolean;
  /** What all completions of a list replace, and are about, may be said once. */
  readonly completionDefaults: boolean;
  readonly hoverMarkdown: boolean;
  /** Edits of several files may come as versioned document changes. */
  readonly documentChanges: boolean;
  /** Edits may create files. */
  readonly creates: boolean;
  /** The server may ask it to apply an edit. */
  readonly appliesEdits: boolean;
  /** Symbols may hold others. */
  readonly symbolTree: boolean;
}

/** What a client says of itself when it begins. */
export function clientSupportOf({ textDocument, workspace }: ClientCapabilities): ClientSupport {
  const { completion, hover, documentSymbol } = textDocument ?? {};
  const item = completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    completionMarkdown: holds(item?.documentationFormat, "markdown"),
    completionDefaults: ["editRange", "data"].every((key) =>
      holds(completion?.completionList?.itemDefaults, key),
    ),
    hoverMarkdown: holds(hover?.contentFormat, "markdown"),
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    appliesEdits: workspace?.applyEdit === true,
    creates: holds(workspace?.workspaceEdit?.resourceOperations, "create"),
    symbolTree: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  };
}

/** Whether a list that a client sent holds something; what is no list holds nothing. */
function holds(list: unknown, wanted: string): boolean {
  return Array.isArray(list) && list.includes(wanted);
}

/** A client that can do all that we know of. */
export const fullClientSupport: ClientSupport = {
  snippets: true,
  completionMarkdown: true,
  completionDefaults: true,
  hoverMarkdown: true,
  documentChanges: true,
  creates: true,
  appliesEdits: true,
  symbolTree: true,
};
