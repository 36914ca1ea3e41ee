import type { ClientCapabilities } from "vscode-languageserver-protocol";
import { CLIENT_EXPLAIN } from "../../server/src/features/client-commands.ts";
import { COMMAND_EXPLAIN, COMMAND_SILENCE, COMMAND_TICK } from "../../server/src/features/protocol.ts";
import { TARGETS } from "./announced-targets.ts";
import { includes, isRecord, type Json, listOf, recordOf } from "./json.ts";
import { commandsOf, unless } from "./unannounced.ts";

/** What a client may be sent: whether each kind of request, and each value in a message, was announced by it. */
type Rules = (message: Json, capabilities: ClientCapabilities) => readonly string[];

/** The commands that the server offers in its answer to `initialize`. */
const SERVER_COMMANDS: readonly string[] = [COMMAND_TICK, COMMAND_EXPLAIN, COMMAND_SILENCE];

/** The kinds of a client that lists none are those of the first LSP. One that lists some has to take any. */
const FIRST_COMPLETION_KINDS = 18;
const FIRST_SYMBOL_KINDS = 18;

/** The requests of a server, with the capability that each needs. */
const REQUESTS: { readonly [method: string]: (capabilities: ClientCapabilities) => unknown } = {
  "workspace/configuration": ({ workspace }) => workspace?.configuration,
  "workspace/workspaceFolders": ({ workspace }) => workspace?.workspaceFolders,
  "workspace/applyEdit": ({ workspace }) => workspace?.applyEdit,
  "workspace/semanticTokens/refresh": ({ workspace }) => workspace?.semanticTokens?.refreshSupport,
  "workspace/codeLens/refresh": ({ workspace }) => workspace?.codeLens?.refreshSupport,
  "workspace/inlayHint/refresh": ({ workspace }) => workspace?.inlayHint?.refreshSupport,
  "window/workDoneProgress/create": ({ window }) => window?.workDoneProgress,
  "window/showDocument": ({ window }) => window?.showDocument?.support,
  "window/showMessageRequest": ({ window }) => window?.showMessage,
};

/** What is wrong with a request that a server sends to a client with these capabilities; empty if nothing is. */
export function unannouncedRequest(
  method: string,
  params: unknown,
  capabilities: ClientCapabilities,
): readonly string[] {
  if (method === "client/registerCapability")
    return registrations(recordOf(params)["registrations"], capabilities);
  if (method === "client/unregisterCapability")
    return registrations(recordOf(params)["unregisterations"], capabilities);
  const needed = REQUESTS[method];
  if (!needed?.(capabilities)) return [`${method}: the client did not announce that it answers it`];
  return method === "workspace/applyEdit" ? edit(recordOf(recordOf(params)["edit"]), capabilities) : [];
}

/** What the client did not announce of a notification. */
export function unannouncedNotification(
  method: string,
  params: unknown,
  capabilities: ClientCapabilities,
): readonly string[] {
  if (method === "textDocument/publishDiagnostics")
    return listOf(recordOf(params)["diagnostics"]).flatMap((one) => diagnostic(one, capabilities));
  const { experimental } = capabilities as { experimental?: { rentree?: { status?: unknown } } };
  if (["rentree/status", "rentree/checked"].includes(method) && experimental?.rentree?.status !== true)
    return [`${method}: the client did not announce that it wants it`];
  return [];
}

/** What the client did not announce of a result. */
export function unannouncedResult(
  method: string,
  result: unknown,
  capabilities: ClientCapabilities,
): readonly string[] {
  const rules = RESULTS[method];
  const parts = Array.isArray(result) ? listOf(result) : isRecord(result) ? [result] : [];
  return rules ? parts.flatMap((one) => rules(one, capabilities)) : [];
}

const RESULTS: { readonly [method: string]: Rules } = {
  initialize: (result, { textDocument }) => {
    const offered = recordOf(result["capabilities"]);
    return [
      ...unless(
        textDocument?.codeAction?.codeActionLiteralSupport,
        isRecord(offered["codeActionProvider"]),
        "codeActionProvider",
      ),
      ...unless(textDocument?.rename?.prepareSupport, isRecord(offered["renameProvider"]), "renameProvider"),
    ];
  },
  "textDocument/hover": ({ contents }, { textDocument }) =>
    markup("hover", contents, textDocument?.hover?.contentFormat),
  "textDocument/completion": (result, capabilities) =>
    "items" in result
      ? [
          ...completionDefaults(result, capabilities),
          ...listOf(result["items"]).flatMap((one) => completionItem(one, capabilities)),
        ]
      : completionItem(result, capabilities),
  "completionItem/resolve": completionItem,
  "textDocument/documentSymbol": (symbol, { textDocument }) => [
    ...unless(
      textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport,
      "range" in symbol,
      "a tree of symbols",
    ),
    ...symbolKinds(symbol, textDocument?.documentSymbol?.symbolKind?.valueSet),
  ],
  "workspace/symbol": (symbol, { workspace }) => symbolKinds(symbol, workspace?.symbol?.symbolKind?.valueSet),
  ...TARGETS,
  "textDocument/rename": edit,
  "workspace/willRenameFiles": edit,
  "textDocument/codeLens": (lens, capabilities) => command(lens["command"], capabilities),
  "codeLens/resolve": (lens, capabilities) => command(lens["command"], capabilities),
  "textDocument/codeAction": (action, capabilities) => {
    const support = capabilities.textDocument?.codeAction;
    // A command has its name in `command`; an action, if any, a command.
    const isAction = typeof action["command"] !== "string";
    return [
      ...unless(support?.codeActionLiteralSupport, isAction, "a code action"),
      ...unless(support?.isPreferredSupport, "isPreferred" in action, "isPreferred"),
      ...unless(support?.disabledSupport, "disabled" in action, "disabled"),
      ...unless(support?.dataSupport, "data" in action, "data of a code action"),
      ...listOf(action["diagnostics"]).flatMap((one) => diagnostic(one, capabilities)),
      ...command(isAction ? action["command"] : action, capabilities),
      ...("edit" in action ? edit(recordOf(action["edit"]), capabilities) : []),
    ];
  },
};

function registrations(all: unknown, capabilities: ClientCapabilities): readonly string[] {
  return listOf(all).flatMap(({ method }) => {
    const [area = "", feature = ""] = String(method).split("/");
    const support = recordOf(recordOf((capabilities as Json)[area])[feature]);
    return unless(support["dynamicRegistration"] === true, true, `registration of ${String(method)}`);
  });
}

function hrefOf({ codeDescription }: Json): string {
  return String(recordOf(codeDescription)["href"]);
}

/** A command that a client is to run: its own, or one that the server offers. */
function command(one: unknown, capabilities: ClientCapabilities): readonly string[] {
  const name = recordOf(one)["command"];
  const isKnown = commandsOf(capabilities).includes(name) || SERVER_COMMANDS.includes(String(name));
  return unless(isKnown, one !== undefined, `the command ${String(name)}`);
}

function diagnostic(one: Json, capabilities: ClientCapabilities): readonly string[] {
  const support = capabilities.textDocument?.publishDiagnostics;
  const tags = support?.tagSupport?.valueSet;
  return [
    ...unless(support?.relatedInformation, "relatedInformation" in one, "relatedInformation"),
    ...unless(support?.codeDescriptionSupport, "codeDescription" in one, "codeDescription"),
    ...unless(
      commandsOf(capabilities).includes(CLIENT_EXPLAIN) || /^https?:/.test(hrefOf(one)),
      "codeDescription" in one,
      `an address that opens in our client only: ${hrefOf(one)}`,
    ),
    ...unless(support?.dataSupport, "data" in one, "data of a diagnostic"),
    ...unless(
      tagsOf(one).every((tag) => includes(tags, tag)),
      "tags" in one,
      "tags",
    ),
  ];
}

function tagsOf({ tags }: Json): readonly unknown[] {
  return Array.isArray(tags) ? tags : [];
}

function completionItem(item: Json, capabilities: ClientCapabilities): readonly string[] {
  const { completion } = capabilities.textDocument ?? {};
  const support = completion?.completionItem;
  const kinds = completion?.completionItemKind?.valueSet as readonly unknown[] | undefined;
  const kind = item["kind"];
  const isKnown = Array.isArray(kinds) || Number(kind) <= FIRST_COMPLETION_KINDS;
  const modes = support?.insertTextModeSupport?.valueSet as readonly unknown[] | undefined;
  return [
    ...unless(support?.snippetSupport, item["insertTextFormat"] === 2, "a snippet"),
    ...unless(support?.labelDetailsSupport, "labelDetails" in item, "labelDetails"),
    ...unless(support?.preselectSupport, "preselect" in item, "preselect"),
    ...unless(support?.deprecatedSupport, "deprecated" in item, "deprecated"),
    ...unless(support?.tagSupport, "tags" in item, "tags of a completion"),
    ...unless(support?.commitCharactersSupport, "commitCharacters" in item, "commitCharacters"),
    ...unless(support?.insertReplaceSupport, "insert" in recordOf(item["textEdit"]), "insert and replace"),
    ...unless(includes(modes, item["insertTextMode"]), "insertTextMode" in item, "insertTextMode"),
    ...unless(
      includes(completion?.completionList?.itemDefaults, "editRange"),
      "textEditText" in item,
      "textEditText",
    ),
    ...unless(isKnown, kind !== undefined, `completions of kind ${String(kind)}`),
    ...command(item["command"], capabilities),
    ...markup("documentation", item["documentation"], support?.documentationFormat),
  ];
}

function completionDefaults({ itemDefaults }: Json, { textDocument }: ClientCapabilities): readonly string[] {
  const known = textDocument?.completion?.completionList?.itemDefaults ?? [];
  return Object.keys(recordOf(itemDefaults)).flatMap((key) =>
    unless(includes(known, key), true, `the default ${key}`),
  );
}

function symbolKinds(symbol: Json, known: readonly unknown[] | undefined): readonly string[] {
  const { kind, children } = symbol;
  const isKnown = Array.isArray(known) || Number(kind) <= FIRST_SYMBOL_KINDS;
  return [
    ...unless(isKnown, kind !== undefined, `symbols of kind ${String(kind)}`),
    ...listOf(children).flatMap((one) => symbolKinds(one, known)),
  ];
}

function edit({ documentChanges }: Json, { workspace }: ClientCapabilities): readonly string[] {
  const support = workspace?.workspaceEdit;
  const kinds = support?.resourceOperations as readonly unknown[] | undefined;
  return [
    ...unless(support?.documentChanges, documentChanges !== undefined, "documentChanges"),
    ...listOf(documentChanges).flatMap((change) => [
      ...unless(includes(kinds, change["kind"]), "kind" in change, `to ${String(change["kind"])} files`),
      ...listOf(change["edits"]).flatMap((one) =>
        unless(support?.changeAnnotationSupport, "annotationId" in one, "annotated edits"),
      ),
      ...listOf(change["edits"]).flatMap((one) =>
        unless(support?.snippetEditSupport, "snippet" in one, "edits with a snippet"),
      ),
    ]),
  ];
}

function markup(name: string, content: unknown, formats: readonly string[] | undefined): readonly string[] {
  const isMarkdown = recordOf(content)["kind"] === "markdown";
  return unless(includes(formats, "markdown"), isMarkdown, `Markdown in a ${name}`);
}
