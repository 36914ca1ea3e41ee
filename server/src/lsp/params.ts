import { STEP_DETAILS, STEPS_AT, TICK_PREVIEW } from "../features/checklist-protocol.ts";
import {
  COMMAND_FIX_EVERYWHERE,
  COMMAND_NEW_YEAR,
  EFFECTIVE,
  EFFECTIVE_AT,
  REPORT,
} from "../features/fleet-protocol.ts";
import { COMMAND_NEW_ESTABLISHMENT, NEW_ESTABLISHMENT } from "../features/new-establishment-protocol.ts";
import { CHECKLIST, COMMAND_SILENCE, COMMAND_TICK, FILES } from "../features/protocol.ts";

/** What is wrong with a value at a place, in one sentence; `undefined` if it has the expected shape. */
type Shape = (value: unknown, at: string) => string | undefined;

type Json = { readonly [key: string]: unknown };

/** The first fault in the parameters of a client's message; `undefined` if there is none, or the method is not known. */
export function faultOfParams(method: string, params: unknown): string | undefined {
  return SHAPES[method]?.(params, "params");
}

const text: Shape = (value, at) => (typeof value === "string" ? undefined : `${at} is not a string`);
const any: Shape = () => undefined;
const flag: Shape = (value, at) => (typeof value === "boolean" ? undefined : `${at} is not a boolean`);

/** A URI has a scheme. The letter of a drive is none. */
const uri: Shape = (value, at) =>
  typeof value === "string" && /^[a-z][a-z0-9+.-]+:/i.test(value) ? undefined : `${at} is not a URI`;

const count: Shape = (value, at) =>
  Number.isInteger(value) && Number(value) >= 0 ? undefined : `${at} is not an integer from 0 on`;

function object(properties: { readonly [key: string]: Shape }): Shape {
  return (value, at) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return `${at} is not an object`;
    return firstFault(Object.entries(properties), ([key, shape]) =>
      shape((value as Json)[key], `${at}.${key}`),
    );
  };
}

function list(item: Shape): Shape {
  return (value, at) =>
    Array.isArray(value)
      ? firstFault([...value.entries()], ([index, one]) => item(one, `${at}[${index}]`))
      : `${at} is not an array`;
}

/** A property that may be missing. Some clients send null for it. */
function optional(shape: Shape): Shape {
  return (value, at) => (value === undefined || value === null ? undefined : shape(value, at));
}

function firstFault<T>(items: readonly T[], faultOf: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const fault = faultOf(item);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const position = object({ line: count, character: count });
const range = object({ start: position, end: position });
const textDocument = object({ uri });
const inDocument = object({ textDocument });
const atPosition = object({ textDocument, position });

const tickAction: Shape = (value, at) =>
  ["fait", "sans-objet", "a-faire", "annote"].includes(String(value)) ? undefined : `${at} is no action`;

const stepName = object({ establishment: uri, slug: text });
/** What the server put into a code action. */
const actionData: Shape = (value, at) =>
  object({ uri, position: optional(position), refactoring: optional(text), fixRule: optional(text) })(
    value,
    at,
  );

/** An item of a hierarchy, with what the server put into it. */
const ofItem = object({ item: object({ uri, data: object({ uri, about: text, path: list(text) }) }) });

/** Of the other options of formatting, only a `false` counts: anything else is as if it were not there. */
const formattingOptions = object({ tabSize: count });

const tickArgument = object({
  establishment: uri,
  slug: text,
  action: tickAction,
  par: optional(text),
  note: optional(text),
  pour: optional(text),
  avant: optional(text),
});

const silenceArgument = object({ uri, rule: text, line: count, reason: text });

const newEstablishmentArgument = object({
  parent: uri,
  folder: text,
  nom: text,
  rne: text,
  type: optional(text),
  mode: optional(text),
  base: optional(uri),
  sister: optional(uri),
  people: optional(flag),
});

const newEstablishmentParams = object({
  parent: uri,
  nom: optional(text),
  rne: optional(text),
  folder: optional(text),
  sister: optional(uri),
  models: optional(flag),
});

const reportFormat: Shape = (value, at) =>
  ["html", "md", "json"].includes(String(value)) ? undefined : `${at} is no format of a report`;

/** The shapes of the arguments of commands that have some. */
const ARGUMENTS: { readonly [command: string]: Shape } = {
  [COMMAND_TICK]: tickArgument,
  [COMMAND_SILENCE]: silenceArgument,
  [COMMAND_NEW_ESTABLISHMENT]: newEstablishmentArgument,
  [COMMAND_NEW_YEAR]: object({ establishment: uri }),
  [COMMAND_FIX_EVERYWHERE]: object({ rule: text, message: text, establishments: optional(list(text)) }),
};

/** The arguments of a command, at least one, once its parameters have the right shape. */
const commandArguments: Shape = (value, at) => {
  const { command, arguments: given } = value as {
    readonly command: string;
    readonly arguments?: readonly unknown[] | null;
  };
  const shape = ARGUMENTS[command];
  return shape && (shape(given?.[0], `${at}.arguments[0]`) ?? list(shape)(given, `${at}.arguments`));
};

const SHAPES: { readonly [method: string]: Shape } = {
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
  "textDocument/codeAction": object({ textDocument, range, context: object({ only: optional(list(text)) }) }),
  "codeAction/resolve": object({ title: text, data: optional(actionData) }),
  "textDocument/didOpen": object({ textDocument: object({ uri, text }) }),
  "textDocument/didChange": object({ textDocument, contentChanges: list(object({ text })) }),
  "textDocument/didClose": inDocument,
  "workspace/symbol": object({ query: text }),
  "workspace/didChangeWatchedFiles": object({ changes: list(object({ uri })) }),
  "workspace/executeCommand": (value, at) =>
    object({ command: text, arguments: optional(list(any)) })(value, at) ?? commandArguments(value, at),
  "workspace/willRenameFiles": object({ files: list(object({ oldUri: uri, newUri: uri })) }),
  [CHECKLIST]: optional(object({ establishment: optional(uri) })),
  [STEP_DETAILS]: stepName,
  [STEPS_AT]: atPosition,
  [TICK_PREVIEW]: object({
    action: tickAction,
    steps: optional(list(stepName)),
    slug: optional(text),
    establishment: optional(uri),
    phase: optional(count),
  }),
  [EFFECTIVE]: object({ establishment: uri, at: optional(text) }),
  [EFFECTIVE_AT]: atPosition,
  [NEW_ESTABLISHMENT]: newEstablishmentParams,
  [REPORT]: object({ establishment: optional(uri), format: reportFormat }),
  [FILES]: object({ files: list(object({ uri, text: optional(text) })), reading: optional(flag) }),
};
