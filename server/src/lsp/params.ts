import { OWN_ARGUMENTS, OWN_PARAMS } from "./own-params.ts";
import { any, atPosition, count, list, nullable, object, position, type Shape, text, uri } from "./shapes.ts";

/** The first fault in the parameters of a client's message; `undefined` if there is none, or the method is not known. */
export function faultOfParams(method: string, params: unknown): string | undefined {
  return SHAPES.get(method)?.(params, "params");
}

const range = object({ start: position, end: position });
const textDocument = object({ uri });
const inDocument = object({ textDocument });

/** What the server put into a code action. */
const actionData = object({
  uri,
  position: nullable(position),
  refactoring: nullable(text),
  fixRule: nullable(text),
});

/** An item of a hierarchy, with what the server put into it. */
const ofItem = object({ item: object({ uri, data: object({ uri, about: text, path: list(text) }) }) });

/** Of the other options of formatting, only a `false` counts: anything else is as if it were not there. */
const formattingOptions = object({ tabSize: count });

/** The arguments of a command, at least one, once its parameters have the right shape. */
const commandArguments: Shape = (value, at) => {
  const { command, arguments: given } = value as {
    readonly command: string;
    readonly arguments?: readonly unknown[] | null;
  };
  const shape = ARGUMENTS.get(command);
  return shape && (shape(given?.[0], `${at}.arguments[0]`) ?? list(shape)(given, `${at}.arguments`));
};

const LSP_PARAMS: { readonly [method: string]: Shape } = {
  initialize: object({}),
  "textDocument/completion": atPosition,
  "completionItem/resolve": object({ label: text }),
  "textDocument/hover": atPosition,
  "textDocument/definition": atPosition,
  "textDocument/declaration": atPosition,
  "textDocument/references": object({ textDocument, position, context: object({}) }),
  "textDocument/documentHighlight": atPosition,
  "textDocument/documentSymbol": inDocument,
  "textDocument/documentLink": inDocument,
  "textDocument/selectionRange": object({ textDocument, positions: list(position) }),
  "textDocument/foldingRange": inDocument,
  "textDocument/formatting": object({ textDocument, options: formattingOptions }),
  "textDocument/rangeFormatting": object({ textDocument, range, options: formattingOptions }),
  "textDocument/onTypeFormatting": object({ textDocument, position, options: formattingOptions }),
  "textDocument/semanticTokens/full": inDocument,
  "textDocument/semanticTokens/full/delta": object({ textDocument, previousResultId: text }),
  "textDocument/semanticTokens/range": object({ textDocument, range }),
  "textDocument/codeLens": inDocument,
  "codeLens/resolve": object({ range, data: object({ uri, about: text, path: list(text) }) }),
  "textDocument/prepareCallHierarchy": atPosition,
  "callHierarchy/incomingCalls": ofItem,
  "callHierarchy/outgoingCalls": ofItem,
  "textDocument/prepareTypeHierarchy": atPosition,
  "typeHierarchy/supertypes": ofItem,
  "typeHierarchy/subtypes": ofItem,
  "textDocument/inlayHint": object({ textDocument, range }),
  "textDocument/prepareRename": atPosition,
  "textDocument/rename": object({ textDocument, position, newName: text }),
  "textDocument/codeAction": object({ textDocument, range, context: object({ only: nullable(list(text)) }) }),
  "codeAction/resolve": object({ title: text, data: nullable(actionData) }),
  "textDocument/didOpen": object({ textDocument: object({ uri, text }) }),
  "textDocument/didChange": object({ textDocument, contentChanges: list(object({ text })) }),
  "textDocument/didClose": inDocument,
  "$/setTrace": object({}),
  "$/progress": object({}),
  "workspace/didChangeWorkspaceFolders": object({}),
  "workspace/symbol": object({ query: text }),
  "workspace/didChangeWatchedFiles": object({ changes: list(object({ uri })) }),
  "workspace/executeCommand": (value, at) =>
    object({ command: text, arguments: nullable(list(any)) })(value, at) ?? commandArguments(value, at),
  "workspace/willRenameFiles": object({ files: list(object({ oldUri: uri, newUri: uri })) }),
};

// Maps: any text may be asked for as a method or command, such as the name of a property that each object has.
const SHAPES = new Map(Object.entries({ ...LSP_PARAMS, ...OWN_PARAMS }));
const ARGUMENTS = new Map(Object.entries(OWN_ARGUMENTS));
