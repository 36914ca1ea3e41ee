import { memo } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { folderOf, relativeTo } from "../base/uri.ts";
import { establishmentOf } from "../model/establishment.ts";
import { mapAt } from "../model/map-at.ts";
import { meaningOf } from "../schema/describe.ts";
import type { Schema } from "../schema/schema.ts";
import { type InsertionContext, ITEM } from "../syntax/insertion-context.ts";
import {
  type CompletionData,
  type CompletionOffer,
  FILE,
  literal,
  NAME,
  packed,
  quotedAs,
  VALUE,
} from "./completion-item.ts";
import { namesFor } from "./completion-names.ts";
import type { Context } from "./context.ts";
import { possibleBases } from "./possible-bases.ts";

/**
 * Completions for a value: those of the schema, names, and files. `open` is inserted before, e.g. the dash of an item.
 */
export function valueOffers(
  context: Context,
  cursor: InsertionContext,
  schema: Schema,
  open = "",
): readonly CompletionOffer[] {
  const isItem = cursor.path.at(-1) === ITEM;
  const values = [
    ...(schema.type === "boolean" ? booleans(context, cursor, schema) : []),
    ...listed(context, cursor, schema),
    ...files(context, cursor),
    ...names(context, cursor, schema),
    ...example(context, cursor, schema),
  ].filter(({ label }) => !(isItem && cursor.written.has(label)));
  return open === "" ? values : values.map((offer) => ({ ...offer, snippet: open + offer.snippet }));
}

const valueData = memo(
  (cursor: InsertionContext): CompletionData => ({ path: packed(cursor.path), isValue: true }),
);

function offer(cursor: InsertionContext, text: string, rest: Partial<CompletionOffer>): CompletionOffer {
  return {
    label: text,
    kind: VALUE,
    snippet: literal(quotedAs(cursor.quote, text)),
    rank: 1,
    data: valueData(cursor),
    ...rest,
  };
}

function booleans(
  { localize }: Context,
  cursor: InsertionContext,
  schema: Schema,
): readonly CompletionOffer[] {
  // In quotes, true and false are strings.
  if (cursor.quote) return [];
  return [true, false].map((value) =>
    offer(cursor, String(value), {
      ...(schema.default === value ? { detail: localize(message("default")), preselect: true } : undefined),
    }),
  );
}

/** Completions for the values of the schema, with their meanings. */
function listed({ localize }: Context, cursor: InsertionContext, schema: Schema): readonly CompletionOffer[] {
  const values = [...(schema.enum ?? []), ...(schema.suggestions ?? [])].map(String);
  const isDefault = (value: string) => schema.default !== undefined && String(schema.default) === value;
  const isListed =
    schema.default === undefined ||
    schema.type === "boolean" ||
    typeof schema.default === "object" ||
    values.some(isDefault);
  return [...values, ...(isListed ? [] : [String(schema.default)])].map((value) => {
    const [title] = meaningOf(schema, value);
    const detail = [
      ...(title ? [localize(title)] : []),
      ...(isDefault(value) ? [localize(message("default"))] : []),
    ].join(", ");
    const text = schema.type === "string" ? undefined : { snippet: literal(value) };
    return offer(cursor, value, {
      ...text,
      ...(detail ? { detail } : undefined),
      ...(isDefault(value) ? { preselect: true } : undefined),
    });
  });
}

function names(context: Context, cursor: InsertionContext, schema: Schema): readonly CompletionOffer[] {
  const { mentions } = schema;
  if (!mentions) return [];
  const { localize } = context;
  const circular = schema.inherits ? heirsOf(context, cursor) : new Set<string>();
  return [
    ...namesFor(context, mentions.kinds)
      .filter(({ name }) => !circular.has(name))
      .map(({ name, detail, also, words }) =>
        offer(cursor, name, {
          kind: NAME,
          detail,
          also,
          words,
        }),
      ),
    ...(mentions.words ?? []).map((word) =>
      offer(cursor, word, { kind: VALUE, detail: localize(message("all of them")), rank: 0 }),
    ),
  ];
}

/** The thing at the cursor and all that inherit from it by `comme`: choosing one of these would make a cycle. */
function heirsOf({ snapshot }: Context, { path }: InsertionContext): ReadonlySet<string> {
  const own = path.at(-2);
  if (path.at(-1) !== "comme" || own === undefined || path.includes(ITEM)) return new Set();
  const siblings = mapAt(establishmentOf(snapshot).value, path.slice(0, -2) as readonly string[]);
  const heirs = new Set([String(own)]);
  for (const heir of heirs) {
    for (const { name, value } of siblings?.entries.values() ?? []) {
      const like = value.kind === "map" ? value.get("comme") : undefined;
      if (like?.kind === "leaf" && like.value === heir) heirs.add(name);
    }
  }
  return heirs;
}

/** For `herite-de`: the files that may be bases of this one. */
function files(context: Context, cursor: InsertionContext): readonly CompletionOffer[] {
  if (cursor.path[0] !== "herite-de") return [];
  const folder = folderOf(context.file.uri);
  return possibleBases(context).map((uri) => offer(cursor, relativeTo(folder, uri), { kind: FILE }));
}

/** An example of the schema as a placeholder, if there is no other completion. */
function example(
  { localize, client }: Context,
  cursor: InsertionContext,
  schema: Schema,
): readonly CompletionOffer[] {
  const [text] = schema.examples ?? [];
  const hasOtherValues =
    schema.enum || schema.suggestions || schema.mentions || schema.default !== undefined || schema.declares;
  if (
    hasOtherValues ||
    text === undefined ||
    typeof text === "object" ||
    cursor.path[0] === "herite-de" ||
    !client.snippets
  )
    return [];
  const bare = schema.type === "string" ? quotedAs(cursor.quote, String(text)) : String(text);
  const snippet = `\${1:${literal(bare)}}`;
  return [offer(cursor, String(text), { snippet, detail: localize(message("example")), rank: 3 })];
}
