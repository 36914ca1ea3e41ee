import type { CompletionItem, CompletionList } from "vscode-languageserver-types";
import { rules } from "../rules/index.ts";
import { describe, meaningOf, plainText } from "../schema/describe.ts";
import { longForm, schemaAlong } from "../schema/locate.ts";
import type { Schema } from "../schema/schema.ts";
import { type InsertionContext, ITEM, insertionContextAt } from "../syntax/insertion-context.ts";
import { lineAt } from "../syntax/surroundings.ts";
import {
  type CompletionData,
  type CompletionOffer,
  completionItemsOf,
  completionListOf,
  DIRECTIVE,
  unpacked,
} from "./completion-item.ts";
import { keyOffers } from "./completion-keys.ts";
import { valueOffers } from "./completion-values.ts";
import type { AtPosition, Context } from "./context.ts";

/** What may be written at the cursor; each item carries its own edit. Works in text that does not parse. */
export function completion(context: Context, { position }: AtPosition): CompletionItem[] {
  const place = insertionContextAt(context.file, position);
  if (place.role === "comment") {
    const before = lineAt(context.file, position.line).slice(0, position.character);
    return directives(context, place, position.line, before);
  }
  return completionItemsOf(context, position.line, place, offersAt(context, place));
}

/** The same as a list that says once what its items have in common, for clients that understand that. */
export function completionList(context: Context, params: AtPosition): CompletionItem[] | CompletionList {
  const items = completion(context, params);
  return context.client.completionDefaults ? completionListOf(items) : items;
}

/** An item with its documentation: what the schema says of the key, or of the value. */
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

/** What there is to say of an item is said of its list, and of a short form of what it stands for. */
function holderOf(path: readonly string[], schema: Schema): Schema {
  const holder = unpacked(path).at(-1) === ITEM ? schemaAlong(unpacked(path.slice(0, -1))) : schema;
  return holder ? (longForm(holder) ?? holder) : schema;
}

function offersAt(context: Context, place: InsertionContext): readonly CompletionOffer[] {
  const schema = schemaAlong(place.path);
  if (!schema) return [];
  switch (place.role) {
    case "key":
      return keysHere(context, place, schema);
    case "line":
      return onLine(context, place, schema);
    case "value":
      return valuesHere(context, place, schema);
    default:
      return [];
  }
}

function keysHere(context: Context, place: InsertionContext, schema: Schema): readonly CompletionOffer[] {
  const { flow, indent, colon: bare } = place;
  return schema.type === "object" ? keyOffers(context, place, schema, { flow, indent, bare }) : [];
}

/** A line of its own: keys of its map, or an item of its list; of a value that is not begun, either. */
function onLine(context: Context, place: InsertionContext, schema: Schema): readonly CompletionOffer[] {
  const list = schema.type === "array" ? schema : longForm(schema);
  const items =
    list?.items && (place.collection === "list" || place.fresh)
      ? valueOffers(context, itemPlace(place), list.items, "- ")
      : [];
  return place.collection === "list" ? items : [...items, ...keysHere(context, place, schema)];
}

function itemPlace(place: InsertionContext): InsertionContext {
  return { ...place, path: [...place.path, ITEM] };
}

/** Behind a colon: a value; or the keys of a map that is begun with one of them. */
function valuesHere(context: Context, place: InsertionContext, schema: Schema): readonly CompletionOffer[] {
  const long = longForm(schema) ?? schema;
  if (long.type === "array") return long.items ? valueOffers(context, itemPlace(place), long.items) : [];
  if (long.type !== "object") return valueOffers(context, place, long);
  // Text that is already there would stay behind the keys.
  if (place.from !== place.to) return [];
  return mapHere(context, place, long);
}

function mapHere(context: Context, place: InsertionContext, schema: Schema): readonly CompletionOffer[] {
  const isItem = place.path.at(-1) === ITEM;
  const indent = place.indent + 2;
  const inside: InsertionContext = { ...place, written: new Set() };
  if (place.flow)
    return keyOffers(context, inside, schema, { flow: true, indent, bare: false, open: "{ ", close: " }" });
  if (isItem) return keyOffers(context, inside, schema, { flow: false, indent, bare: false });
  return keyOffers(context, inside, schema, {
    flow: false,
    indent,
    bare: false,
    open: `\n${" ".repeat(indent)}`,
  });
}

const OUR_DIRECTIVES = ["rentree-ignore", "rentree-ignore-file"];

/** In a comment only what is ours: the directives, and the rules that they name. */
function directives(
  context: Context,
  place: InsertionContext,
  line: number,
  before: string,
): CompletionItem[] {
  const named = /#\s*rentree-ignore(?:-file)?\s+([\w-]*)$/.exec(before);
  const begun = /#\s*([\w-]*)$/.exec(before);
  const word = named?.[1] ?? begun?.[1];
  if (word === undefined) return [];
  const at = { ...place, from: before.length - word.length };
  const offers = named
    ? rules.map(({ id }) => ({ label: id, kind: DIRECTIVE, snippet: `${id}: $1`, rank: 1 }))
    : OUR_DIRECTIVES.map((name) => ({ label: name, kind: DIRECTIVE, snippet: `${name} `, rank: 1 }));
  return completionItemsOf(context, line, at, offers);
}
