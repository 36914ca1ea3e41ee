import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type Range,
} from "vscode-languageserver-types";
import type { File } from "../syntax/file.ts";
import { type InsertionContext, type InsertionPath, ITEM } from "../syntax/insertion-context.ts";
import { lineEndIn, withLineEnds } from "../syntax/line-ends.ts";
import type { Context } from "./context.ts";

/** What is offered, before it is put into the protocol's words. */
export interface CompletionOffer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Beside the label, faint: what it is. */
  readonly beside?: string;
  /** At the right: a word of explanation. */
  readonly detail?: string;
  /** In the syntax of snippets; clients that know none get it without its places. */
  readonly snippet: string;
  readonly deprecated?: boolean;
  /** Offers are shown by rank, then in the order in which they come. */
  readonly rank: number;
  readonly preselect?: boolean;
  /** What its documentation is about. */
  readonly about?: CompletionData;
}

/** Where the schema of an item stands, and whether its label is a value there: what comes back to resolve it. */
export interface CompletionData {
  readonly path: readonly string[];
  readonly isValue?: true;
}

const ITEM_MARK = "[]";

/** The same path as plain text, for the journey to the client and back. */
export function packed(path: InsertionPath): readonly string[] {
  return path.map((key) => (key === ITEM ? ITEM_MARK : key));
}

/** The path of an item that comes back. */
export function unpacked(path: readonly string[]): InsertionPath {
  return path.map((key) => (key === ITEM_MARK ? ITEM : key));
}

/** Items as the protocol has them; each carries its own edit, on the line of the cursor. */
export function completionItemsOf(
  { client, file }: Pick<Context, "client" | "file">,
  line: number,
  place: InsertionContext,
  offers: readonly CompletionOffer[],
): CompletionItem[] {
  const range = { start: { line, character: place.from }, end: { line, character: place.to } };
  return offers.map((offer, index) => ({
    label: offer.label,
    ...labelDetails(offer),
    kind: offer.kind,
    sortText: `${offer.rank}${String(index).padStart(5, "0")}`,
    ...filterText(offer.label, place.quote),
    ...(offer.deprecated ? { tags: [CompletionItemTag.Deprecated] } : undefined),
    ...(offer.preselect ? { preselect: true } : undefined),
    ...insertion(offer, place, range, client.snippets, file),
    ...(offer.about ? { data: offer.about } : undefined),
  }));
}

/**
 * All items of a list replace the same range, and mostly are about one place: it is said once. A text that is the label
 * is not said at all.
 */
export function completionListOf(items: readonly CompletionItem[]): CompletionList {
  const [first] = items;
  const range = first?.textEdit && "range" in first.textEdit ? first.textEdit.range : undefined;
  const data = items.every((item) => item.data === first?.data) ? first?.data : undefined;
  return {
    isIncomplete: false,
    ...(range && { itemDefaults: { editRange: range, ...(data && { data }) } }),
    items: items.map(({ textEdit, data: own, ...item }) => ({
      ...item,
      ...(textEdit && textEdit.newText !== item.label ? { textEditText: textEdit.newText } : undefined),
      ...(own && !data ? { data: own } : undefined),
    })),
  };
}

function insertion(
  offer: CompletionOffer,
  { before }: InsertionContext,
  range: Range,
  snippets: boolean,
  file: File,
): Partial<CompletionItem> {
  const plain = inert(offer.snippet);
  const isSnippet = snippets && unescaped(offer.snippet) !== plain;
  const text = isSnippet ? offer.snippet : plain;
  const newText = text.startsWith("\n") ? text : before + text;
  const isLong = text.includes("\n");
  return {
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : undefined),
    // The indentation is ours: an editor that adds its own would double it.
    ...(isLong ? { insertTextMode: InsertTextMode.asIs } : undefined),
    textEdit: { range, newText: isLong ? withLineEnds(newText, lineEndIn(file.root)) : newText },
  };
}

function labelDetails({ beside, detail }: CompletionOffer): Pick<CompletionItem, "labelDetails"> {
  if (beside === undefined && detail === undefined) return {};
  return {
    labelDetails: {
      ...(beside === undefined ? undefined : { detail: `  ${beside}` }),
      ...(detail === undefined ? undefined : { description: detail }),
    },
  };
}

/** The name without its accents, and as it is: one finds it typed either way. */
function filterText(label: string, quote: string): Pick<CompletionItem, "filterText"> {
  const bare = label.normalize("NFD").replace(/\p{M}/gu, "");
  const text = quote + (bare === label.normalize("NFC") ? bare : `${bare} ${label}`);
  return text === label ? {} : { filterText: text };
}

/** A text that a snippet holds as it is. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** A place of a snippet that is filled in by choosing. */
export function choice(stop: number, values: readonly string[]): string {
  return `\${${stop}|${values.map((value) => value.replace(/[\\$},|]/g, "\\$&")).join(",")}|}`;
}

/** A snippet without its places: what can be chosen is left open. */
function inert(snippet: string): string {
  return unescaped(snippet.replace(/(?<!\\)\$(?:\d+|\{\d+(?::([^}]*)|\|[^|]*\|)?\})/g, "$1"));
}

function unescaped(text: string): string {
  return text.replace(/\\([\\$}])/g, "$1");
}

export const KEY = CompletionItemKind.Property;
export const VALUE = CompletionItemKind.EnumMember;
export const NAME = CompletionItemKind.Reference;
export const FILE = CompletionItemKind.File;
export const DIRECTIVE = CompletionItemKind.Keyword;
