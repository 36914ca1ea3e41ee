import type { CompletionItem, CompletionList } from "vscode-languageserver-types";
import { endOfSchoolYear } from "../rollout/new-establishment.ts";
import { rules } from "../rules/index.ts";
import { describe, meaningOf, plainText } from "../schema/describe.ts";
import { longForm, schemaAlong } from "../schema/locate.ts";
import type { Schema } from "../schema/schema.ts";
import { indentationOf } from "../syntax/indentation.ts";
import { type InsertionContext, ITEM, insertionContextAt } from "../syntax/insertion-context.ts";
import type { Position } from "../syntax/positions.ts";
import { lineAt } from "../syntax/surroundings.ts";
import { aliasOffers, MERGE } from "./completion-aliases.ts";
import {
  type CompletionData,
  type CompletionOffer,
  completionItemsOf,
  completionListOf,
  DIRECTIVE,
  isCut,
  unpacked,
} from "./completion-item.ts";
import { keyOffers } from "./completion-keys.ts";
import { skeletonOffers } from "./completion-skeletons.ts";
import { valueOffers } from "./completion-values.ts";
import type { AtPosition, Context } from "./context.ts";

/** The completions at a position, each with its own edit. Also works in text with syntax errors. */
export function completion(context: Context, { position }: AtPosition): CompletionItem[] {
  const cursor = insertionContextAt(context.file, position);
  if (cursor.role === "comment") {
    const before = lineAt(context.file, position.line).slice(0, position.character);
    return directives(context, cursor, position.line, before);
  }
  return completionItemsOf(context, position.line, cursor, offersAt(context, cursor, position));
}

/** The same completions; for clients that support item defaults, as a list that gives common properties once. */
export function completionList(context: Context, params: AtPosition): CompletionItem[] | CompletionList {
  const { completionResolve } = context.client;
  const items = completion(context, params).map((item) =>
    completionResolve ? item : resolveCompletion(context, item),
  );
  if (context.client.completionDefaults) return completionListOf(items);
  return isCut(items) ? { isIncomplete: true, items } : items;
}

/** An item with its documentation, from the schema of the key or value. */
export function resolveCompletion(
  context: Pick<Context, "localize" | "client">,
  item: CompletionItem,
): CompletionItem {
  const { path, isValue } = (item.data ?? {}) as Partial<CompletionData>;
  const schema = path && schemaAlong(unpacked(path));
  if (!schema) return item;
  const { localize, client } = context;
  const [title, more] = isValue ? meaningOf(schema, item.label) : [];
  const parts = [
    ...(title ? [`**${localize(title)}**`] : []),
    ...(more ? [localize(more)] : []),
    ...describe(isValue ? holderOf(path, schema) : schema, localize),
  ];
  const text = parts.join("\n\n");
  return {
    ...item,
    documentation: client.completionMarkdown
      ? { kind: "markdown", value: text }
      : { kind: "plaintext", value: plainText(text) },
  };
}

/** The schema that documents an item: for an item of a list, the list's; for a short form, that of the long form. */
function holderOf(path: readonly string[], schema: Schema): Schema {
  const holder = unpacked(path).at(-1) === ITEM ? schemaAlong(unpacked(path.slice(0, -1))) : schema;
  return holder ? (longForm(holder) ?? holder) : schema;
}

function offersAt(
  context: Context,
  cursor: InsertionContext,
  position: Position,
): readonly CompletionOffer[] {
  if (cursor.role === "alias" || (cursor.role === "value" && cursor.path.at(-1) === MERGE && !cursor.quote))
    return aliasOffers(context, cursor, position);
  const schema = schemaAlong(cursor.path);
  if (!schema) return [];
  switch (cursor.role) {
    case "key":
      return wordsAt(context, cursor, schema);
    case "line":
      return onLine(context, cursor, schema);
    case "value":
      return valuesAt(context, cursor, schema);
    default:
      return [];
  }
}

function keysAt(context: Context, cursor: InsertionContext, schema: Schema): readonly CompletionOffer[] {
  const { flow, indent, colon: bare } = cursor;
  if (schema.type !== "object") return [];
  return onceEach([
    ...keyOffers(context, cursor, schema, { flow, indent, bare }),
    ...skeletonOffers(context, cursor, schema),
  ]);
}

/** For a word that begins its line: a key, or the value of the key above where that has none. */
function wordsAt(context: Context, cursor: InsertionContext, schema: Schema): readonly CompletionOffer[] {
  const isValue = !cursor.flow && !cursor.colon && cursor.written.size === 0;
  return [...keysAt(context, cursor, schema), ...(isValue ? startsOf(context, cursor, schema) : [])];
}

/** On a line below a key: its value, or the first item of its list. */
function startsOf(context: Context, cursor: InsertionContext, schema: Schema): readonly CompletionOffer[] {
  const long = longForm(schema) ?? schema;
  if (long.type === "array") return long.items ? valueOffers(context, inItem(cursor), long.items, "- ") : [];
  return long.type === "object" ? [] : valueOffers(context, cursor, long);
}

/** Offers without those that insert the same as another. */
function onceEach(offers: readonly CompletionOffer[]): readonly CompletionOffer[] {
  const byText = new Map<string, CompletionOffer>();
  for (const offer of offers) if (!byText.has(offer.snippet)) byText.set(offer.snippet, offer);
  return [...byText.values()];
}

/** On a line of its own: keys of the map or items of the list; both if the value has not been started. */
function onLine(context: Context, cursor: InsertionContext, schema: Schema): readonly CompletionOffer[] {
  const items = cursor.collection === "list" || cursor.fresh ? startsOf(context, cursor, schema) : [];
  return cursor.collection === "list" ? items : [...items, ...keysAt(context, cursor, schema)];
}

function inItem(cursor: InsertionContext): InsertionContext {
  return { ...cursor, path: [...cursor.path, ITEM] };
}

/** After a colon: values; or, for a map, its keys, each of which starts the map. */
function valuesAt(context: Context, cursor: InsertionContext, schema: Schema): readonly CompletionOffer[] {
  const long = longForm(schema) ?? schema;
  // What is written beside it are keys, no items.
  const first: InsertionContext = { ...inItem(cursor), written: new Set() };
  if (long.type === "array") return long.items ? valueOffers(context, first, long.items) : [];
  if (long.type !== "object") return valueOffers(context, cursor, long);
  return newMap(context, cursor, long);
}

/** The columns that a dash and the space behind it take. */
const DASH = 2;

function newMap(context: Context, cursor: InsertionContext, schema: Schema): readonly CompletionOffer[] {
  const isItem = cursor.path.at(-1) === ITEM;
  const inside: InsertionContext = { ...cursor, written: new Set() };
  // Only the beginning of a key is replaced by keys: any other text would be lost.
  if (cursor.quote || cursor.word.length !== cursor.to - cursor.from) return [];
  const indent = cursor.indent + (isItem ? DASH : indentationOf(context.file.root));
  if (cursor.flow)
    return keyOffers(context, inside, schema, { flow: true, indent, bare: false, open: "{ ", close: " }" });
  if (isItem) return keyOffers(context, inside, schema, { flow: false, indent, bare: false });
  return keyOffers(context, inside, schema, {
    flow: false,
    indent,
    bare: false,
    open: `\n${" ".repeat(indent)}`,
  });
}

const DIRECTIVES = ["rentree-ignore", "rentree-ignore-file"];

/** In a comment: suppression directives, the rules for one that is written, and after a rule until when it is silenced. */
function directives(
  context: Context,
  cursor: InsertionContext,
  line: number,
  before: string,
): CompletionItem[] {
  const ruleMatch = /#\s*rentree-ignore(?:-file)?\s+([\w-]*)$/.exec(before);
  const dayMatch = /#\s*rentree-ignore(?:-file)?\s+[\w-]+\s+([\d-]*)$/.exec(before);
  const directiveMatch = /#\s*([\w-]*)$/.exec(before);
  const word = ruleMatch?.[1] ?? dayMatch?.[1] ?? directiveMatch?.[1];
  if (word === undefined) return [];
  const at = { ...cursor, from: before.length - word.length };
  const day = endOfSchoolYear(context.workspace.today);
  const offers = ruleMatch
    ? rules.map(({ id }) => [id, `${id}: $1`])
    : dayMatch
      ? [[day, `${day}: $1`]]
      : DIRECTIVES.map((name) => [name, `${name} `]);
  const items = offers.map(([label = "", snippet = ""]) => ({ label, kind: DIRECTIVE, snippet, rank: 1 }));
  return completionItemsOf(context, line, at, items);
}
