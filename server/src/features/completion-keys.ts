import { memo } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { establishmentOf } from "../model/establishment.ts";
import { mapAt } from "../model/map-at.ts";
import { typeWord } from "../schema/describe.ts";
import { scalarText } from "../schema/problems.ts";
import type { Schema } from "../schema/schema.ts";
import type { MapValue } from "../schema/value.ts";
import { indentationOf } from "../syntax/indentation.ts";
import { type InsertionContext, ITEM } from "../syntax/insertion-context.ts";
import { CLIENT_SUGGEST } from "./client-commands.ts";
import { type CompletionOffer, choice, KEY, literal, NAME, packed, quotedAs } from "./completion-item.ts";
import { namesFor } from "./completion-names.ts";
import type { Context } from "./context.ts";

/** Maps with more keys than this have no completion that inserts all of them. */
const MAX_KEYS = 6;

/** Keys of a file that nobody looks for first. */
const LAST = new Set(["format"]);

/** Where and how a key is inserted. */
interface KeyLayout {
  /** In a flow map; otherwise on a line of its own. */
  readonly flow: boolean;
  /** The column of the key in a block map. */
  readonly indent: number;
  /** Only the name is replaced: the colon and the value exist already. */
  readonly bare: boolean;
  /** Text to insert before the key: a line break with indentation, or an opening brace. */
  readonly open?: string;
  /** Text to insert after the value: a closing brace. */
  readonly close?: string;
}

/** Completions for the missing keys of a map: required ones first, then in the order of the schema. */
export function keyOffers(
  context: Context,
  cursor: InsertionContext,
  schema: Schema,
  layout: KeyLayout,
): readonly CompletionOffer[] {
  const effective = effectiveAt(context, cursor);
  const isMissing = (key: string) => schema.required.includes(key) && !effective?.has(key);
  const mode = establishmentOf(context.snapshot).value.get("hebergement")?.get("mode")?.value;
  const keys = [...schema.properties].filter(
    ([key, below]) =>
      !cursor.written.has(key) &&
      !below.deprecated &&
      (below.mode === undefined || mode === undefined || below.mode === mode),
  );
  return [
    ...keys.flatMap(([key, below]) => offersOf(context, cursor, key, below, isMissing(key), layout)),
    ...nameKeys(context, cursor, schema, layout),
  ];
}

const packedPathOf = memo(({ path }: InsertionContext) => packed(path));

function effectiveAt({ snapshot }: Context, { path }: InsertionContext): MapValue | undefined {
  const root = establishmentOf(snapshot).value;
  return path.includes(ITEM) ? undefined : mapAt(root, path as readonly string[]);
}

function offersOf(
  context: Context,
  cursor: InsertionContext,
  key: string,
  below: Schema,
  isRequired: boolean,
  layout: KeyLayout,
): readonly CompletionOffer[] {
  const { localize } = context;
  const typeText = localize(typeWord(below));
  const offer: CompletionOffer = {
    label: key,
    kind: KEY,
    labelSuffix: isRequired ? `${typeText}, ${localize(message("required"))}` : typeText,
    ...(below.title ? { detail: localize(below.title) } : undefined),
    snippet: insertion(context, key, below, layout, below.required),
    rank: isRequired ? 0 : LAST.has(key) && cursor.path.length === 0 ? 3 : 1,
    data: { path: [...packedPathOf(cursor), key] },
    ...(!layout.bare && hasList(below) ? { opensList: true } : undefined),
  };
  const all = [...below.properties]
    .filter(([, property]) => !property.deprecated && property.mode === undefined)
    .map(([name]) => name);
  const isSmall =
    below.type === "object" &&
    all.length <= MAX_KEYS &&
    all.length > below.required.length &&
    !below.open &&
    !below.additional;
  // Sections have skeletons instead, where these can be shown.
  const hasSkeletons = cursor.path.length === 0 && context.client.snippets;
  if (layout.bare || !isSmall || below.secret || hasSkeletons) return [offer];
  const full = insertion(context, key, below, layout, all);
  return [offer, { ...offer, detail: localize(message("with all options")), snippet: full, rank: 2 }];
}

/** Completions for keys that are names: those that the map mentions, or that other files declare for the same map. */
function nameKeys(
  context: Context,
  cursor: InsertionContext,
  schema: Schema,
  layout: KeyLayout,
): readonly CompletionOffer[] {
  const { additional, mentions, declares } = schema;
  if (!additional) return [];
  const path = packedPathOf(cursor);
  const kindIds =
    mentions?.at === "key" ? mentions.kinds : declares && declares.at !== "value" ? [declares.kind] : [];
  return namesFor(context, kindIds)
    .filter(({ name }) => !cursor.written.has(name) && !schema.properties.has(name))
    .map(({ name, detail, also, words }) => ({
      label: name,
      kind: NAME,
      detail,
      also,
      words,
      snippet: insertion(context, name, additional, layout, additional.required, cursor.quote),
      rank: 1,
      data: { path: [...path, name] },
    }));
}

/** The snippet of a key with its colon and value. */
function insertion(
  { client, file }: Pick<Context, "client" | "file">,
  key: string,
  below: Schema,
  layout: KeyLayout,
  keys: readonly string[],
  quote: InsertionContext["quote"] = "",
): string {
  const { flow, indent, bare, open = "", close = "" } = layout;
  const name = literal(quotedAs(quote, key));
  if (bare) return name;
  // The list of a client says more about values than a choice in a snippet.
  if (hasList(below) && client.commands.has(CLIENT_SUGGEST)) return `${open}${name}: $1${close}`;
  const writer = { next: 1, step: indentationOf(file.root) };
  return `${open}${name}:${value(below, { flow, indent }, keys, writer)}${close}`;
}

/** Whether completions are offered for a value: what it may be, or names. */
function hasList({ type, enum: values, suggestions, mentions, secret }: Schema): boolean {
  if (secret || type === "object" || type === "array") return false;
  return type === "boolean" || values !== undefined || suggestions !== undefined || mentions !== undefined;
}

/** The number of the next tab stop, and by how many spaces the file indents. */
interface SnippetState {
  next: number;
  readonly step: number;
}

/** The snippet after the colon, with a tab stop for each scalar. */
function value(
  schema: Schema,
  layout: Pick<KeyLayout, "flow" | "indent">,
  keys: readonly string[],
  state: SnippetState,
): string {
  const single =
    schema.type !== "object" ||
    (schema.short !== undefined && keys.length === schema.required.length && keys.length < 2);
  if (schema.secret && schema.type === "object") return ` { env: $${state.next++} }`;
  if (single) return ` ${scalar(schema, state.next++)}`;
  const entries = keys.map((key) => [key, schema.properties.get(key)] as const);
  if (layout.flow) {
    const parts = entries.map(
      ([key, below]) => `${key}:${below ? value(below, layout, below.required, state) : ""}`,
    );
    return ` { ${parts.length > 0 ? parts.join(", ") : `$${state.next++}`} }`;
  }
  const line = `\n${" ".repeat(layout.indent + state.step)}`;
  const inner = { flow: false, indent: layout.indent + state.step };
  if (entries.length === 0) return `${line}$${state.next++}`;
  return entries
    .map(([key, below]) => `${line}${key}:${below ? value(below, inner, below.required, state) : ""}`)
    .join("");
}

function scalar(schema: Schema, stop: number): string {
  if (schema.type === "boolean") return choice(stop, ["true", "false"]);
  if (schema.enum)
    return choice(
      stop,
      schema.enum.map((value) => scalarText(String(value))),
    );
  return `$${stop}`;
}
