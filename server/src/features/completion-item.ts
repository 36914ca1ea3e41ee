import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type Range,
} from "vscode-languageserver-types";
import { isPrivateText } from "../analysis/conceal.ts";
import { foldName } from "../base/closest.ts";
import { doubleQuoted, scalarText } from "../schema/problems.ts";
import type { File } from "../syntax/file.ts";
import { type InsertionContext, type InsertionPath, ITEM } from "../syntax/insertion-context.ts";
import { lineEndIn, withLineEnds } from "../syntax/line-ends.ts";
import { isPrivateName } from "../syntax/private-names.ts";
import { lineAt } from "../syntax/surroundings.ts";
import { CLIENT_SUGGEST } from "./client-commands.ts";
import type { ClientSupport } from "./client-support.ts";
import { type OfferWords, wordsOf } from "./completion-words.ts";
import type { Context } from "./context.ts";

/** A completion before it is converted to LSP. */
export interface CompletionOffer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Shown directly after the label: the type. */
  readonly labelSuffix?: string;
  /** Shown at the right: a short explanation. */
  readonly detail?: string | undefined;
  /** The text to insert, in LSP's snippet syntax; clients without snippets get it without tab stops. */
  readonly snippet: string;
  /** Completions are sorted by rank, then by their order in the list. */
  readonly rank: number;
  readonly preselect?: boolean;
  /** What it is called: shown before the explanation, and found by. Nothing private. */
  readonly also?: string | undefined;
  /** Where they are known already, for there may be hundreds. */
  readonly words?: OfferWords;
  /** Whether the completions of a value are to be listed after it is inserted. */
  readonly opensList?: boolean;
  /** What `completionItem/resolve` documents. */
  readonly data?: CompletionData;
}

/** The `data` of a completion item: the path of its schema, and whether the label is a value of that schema. */
export interface CompletionData {
  readonly path: readonly string[];
  readonly isValue?: true;
}

const ITEM_MARK = "[]";

/** A path as plain strings, for the `data` of an item. Any name serves as well as one that is private. */
export function packed(path: InsertionPath): readonly string[] {
  return path.map((key) => (key === ITEM ? ITEM_MARK : isPrivateName(key) ? "…" : key));
}

/** The path of an item that the client asks to resolve. */
export function unpacked(path: readonly string[]): InsertionPath {
  return path.map((key) => (key === ITEM_MARK ? ITEM : key));
}

/** A list has at most so many items: more take an editor longer than they help. */
export const MOST_ITEMS = 2000;

/** Converts offers to LSP items. Each has an edit of its own on the line of the cursor. */
export function completionItemsOf(
  { client, file }: Pick<Context, "client" | "file">,
  line: number,
  cursor: InsertionContext,
  offers: readonly CompletionOffer[],
): CompletionItem[] {
  const range = { start: { line, character: cursor.from }, end: { line, character: cursor.to } };
  // Hundreds of names have the same few details.
  const privateDetails = new Set(
    [...new Set(offers.map(({ detail = "" }) => detail))].filter((detail) => isPrivateText(detail)),
  );
  const space = spaceBefore(file, range);
  const most = offers.length > MOST_ITEMS ? mostFitting(offers, cursor.word) : offers;
  const items: CompletionItem[] = [];
  for (const offer of most) {
    const words = offer.words ?? wordsOf(offer.label, offer.also);
    if (words.isPrivate || privateDetails.has(offer.detail ?? "")) continue;
    const item = itemOf(offer, client, insertion(offer, cursor, range, client, file));
    if (space && startsLine(item)) item.additionalTextEdits = [{ range: space, newText: "" }];
    item.sortText = `${offer.rank}${String(items.length).padStart(5, "0")}`;
    const filterText = cursor.quote + words.filter;
    if (filterText !== offer.label) item.filterText = filterText;
    items.push(item);
  }
  return items;
}

/** The white space between a text on the line and the range; nothing if the line is blank up to there. */
function spaceBefore(file: File, { start }: Range): Range | undefined {
  const before = lineAt(file, start.line).slice(0, start.character);
  const { length } = before.trimEnd();
  if (length === 0 || length === start.character) return undefined;
  return { start: { ...start, character: length }, end: start };
}

/** Whether an item begins with a line break, before which no white space is to be left. */
function startsLine({ textEdit }: CompletionItem): boolean {
  return textEdit !== undefined && /^\r?\n/.test(textEdit.newText);
}

/** Spends no time on properties that are not there: hundreds of items are made while somebody types. */
function itemOf(
  offer: CompletionOffer,
  client: ClientSupport,
  inserted: Partial<CompletionItem>,
): CompletionItem {
  const { label, data } = offer;
  const kind = client.completionKind(offer.kind) ? offer.kind : CompletionItemKind.Value;
  const item: CompletionItem = { label, ...details(offer, client), kind, ...inserted };
  if (client.preselect && offer.preselect) item.preselect = true;
  if (offer.opensList && client.commands.has(CLIENT_SUGGEST))
    item.command = { title: "", command: CLIENT_SUGGEST };
  if (data) item.data = data;
  return item;
}

/** The first of those that contain what is typed. */
function mostFitting(offers: readonly CompletionOffer[], word: string): readonly CompletionOffer[] {
  const wanted = foldName(word);
  const fitting = offers.filter(({ label, also = "" }) => foldName(`${label} ${also}`).includes(wanted));
  return fitting.slice(0, MOST_ITEMS);
}

/**
 * A completion list that gives the common range of its items once, and their data if it is the same. Texts equal to
 * the label are omitted.
 */
export function completionListOf(items: readonly CompletionItem[]): CompletionList {
  const [first] = items;
  const range = first?.textEdit && "range" in first.textEdit ? first.textEdit.range : undefined;
  const data = items.every((item) => item.data === first?.data) ? first?.data : undefined;
  return {
    isIncomplete: isCut(items),
    ...(range && { itemDefaults: { editRange: range, ...(data && { data }) } }),
    items: items.map(({ textEdit, data: itemData, ...item }) => ({
      ...item,
      ...(textEdit && textEdit.newText !== item.label ? { textEditText: textEdit.newText } : undefined),
      ...(itemData && !data ? { data: itemData } : undefined),
    })),
  };
}

/** Whether items were left out, so that an editor has to ask again when more is typed. */
export function isCut(items: readonly CompletionItem[]): boolean {
  return items.length >= MOST_ITEMS;
}

function insertion(
  offer: CompletionOffer,
  { before, after, comment }: InsertionContext,
  range: Range,
  client: ClientSupport,
  file: File,
): Partial<CompletionItem> {
  const snippet = withComment(offer.snippet + after, comment);
  const isPlain = !/[$\\]/.test(snippet);
  const plain = isPlain ? snippet : withoutTabStops(snippet);
  const isSnippet = client.snippets && !isPlain && unescaped(snippet) !== plain;
  const text = isSnippet ? snippet : plain;
  // Nothing is needed before a line break or a comment.
  const newText = /^\s/.test(text) ? text : before + text;
  const isLong = text.includes("\n");
  return {
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : undefined),
    // The text has its indentation: an editor that adds its own would double it.
    ...(isLong && client.insertAsIs ? { insertTextMode: InsertTextMode.asIs } : undefined),
    textEdit: {
      range: isLong ? longer(range, comment.length) : range,
      newText: isLong ? withLineEnds(newText, lineEndIn(file)) : newText,
    },
  };
}

/** A snippet of several lines takes a comment that follows in the text along, to the end of its first line. */
function withComment(snippet: string, comment: string): string {
  const end = snippet.indexOf("\n");
  return end < 0 ? snippet : snippet.slice(0, end) + literal(comment) + snippet.slice(end);
}

function longer({ start, end }: Range, length: number): Range {
  return { start, end: { line: end.line, character: end.character + length } };
}

/** Type and explanation beside the label; for a client that knows no such details, as the item's detail. */
function details(
  { labelSuffix, detail: explanation, also }: CompletionOffer,
  client: ClientSupport,
): Pick<CompletionItem, "labelDetails" | "detail"> {
  const detail =
    also !== undefined && explanation !== undefined ? `${also}, ${explanation}` : (also ?? explanation);
  if (labelSuffix === undefined && detail === undefined) return {};
  if (!client.labelDetails) return { detail: [labelSuffix, detail].filter(Boolean).join(" · ") };
  return {
    labelDetails: {
      ...(labelSuffix === undefined ? undefined : { detail: `  ${labelSuffix}` }),
      ...(detail === undefined ? undefined : { description: detail }),
    },
  };
}

/** Escapes a text for a snippet. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** A text in the quotes that the user typed; without any, quoted only if YAML needs it. */
export function quotedAs(quote: InsertionContext["quote"], text: string): string {
  if (quote === '"') return doubleQuoted(text);
  return quote === "'" ? `'${text.replace(/'/g, "''")}'` : scalarText(text);
}

/** A tab stop with a choice of values. */
export function choice(stop: number, values: readonly string[]): string {
  return `\${${stop}|${values.map((value) => value.replace(/[\\$},|]/g, "\\$&")).join(",")}|}`;
}

/** The text of a snippet without its tab stops; choices become empty. */
function withoutTabStops(snippet: string): string {
  return unescaped(
    snippet.replace(/(?<!\\)\$(?:\d+|\{\d+(?::((?:[^\\$}]|\\.)*)|\|(?:[^\\|$]|\\.)*\|)?\})/g, "$1"),
  );
}

function unescaped(text: string): string {
  return text.replace(/\\([\\$}])/g, "$1");
}

/** The kinds of items. */
export const KEY = CompletionItemKind.Property;
export const VALUE = CompletionItemKind.EnumMember;
export const NAME = CompletionItemKind.Reference;
export const FILE = CompletionItemKind.File;
export const SKELETON = CompletionItemKind.Snippet;
export const DIRECTIVE = CompletionItemKind.Keyword;
