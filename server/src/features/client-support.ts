import type { ClientCapabilities } from "vscode-languageserver-protocol";
import { CLIENT_EXPLAIN, CLIENT_SILENCE, CLIENT_SUGGEST } from "./protocol.ts";

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
  /** The edits of a workspace edit may be snippets. */
  readonly snippetEdits: boolean;
  /** The client's own commands that code actions and completions may name. */
  readonly commands: ReadonlySet<string>;
  /** Workspace edits may create files. */
  readonly creates: boolean;
  /** It answers `workspace/applyEdit`. */
  readonly appliesEdits: boolean;
  /** Document symbols may be a tree. */
  readonly symbolTree: boolean;
}

/** Reads the capabilities that a client sends with `initialize`. */
export function clientSupportOf({
  textDocument,
  workspace,
  experimental,
}: ClientCapabilities): ClientSupport {
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
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    commands: commandsIn(experimental),
    appliesEdits: workspace?.applyEdit === true,
    creates: includes(workspace?.workspaceEdit?.resourceOperations, "create"),
    symbolTree: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  };
}

/** Those of the commands that the server may name which a client announces to have. */
function commandsIn(experimental: unknown): ReadonlySet<string> {
  const { commands } = (experimental as { rentree?: { commands?: unknown } } | undefined)?.rentree ?? {};
  return new Set([CLIENT_EXPLAIN, CLIENT_SILENCE, CLIENT_SUGGEST].filter((one) => includes(commands, one)));
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
  snippetEdits: true,
  commands: new Set([CLIENT_SILENCE, CLIENT_EXPLAIN, CLIENT_SUGGEST]),
  creates: true,
  appliesEdits: true,
  symbolTree: true,
};
