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
    completionMarkdown: item?.documentationFormat?.includes("markdown") === true,
    completionDefaults: ["editRange", "data"].every((key) =>
      completion?.completionList?.itemDefaults?.includes(key),
    ),
    hoverMarkdown: hover?.contentFormat?.includes("markdown") === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    appliesEdits: workspace?.applyEdit === true,
    creates: workspace?.workspaceEdit?.resourceOperations?.includes("create") === true,
    symbolTree: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  };
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
