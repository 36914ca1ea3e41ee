import { memo } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { folderOf, relativeTo, resolveRelative } from "../base/uri.ts";
import { establishmentOf, mapAt } from "../model/establishment.ts";
import { baseReferencesIn, isMarker } from "../model/layout.ts";
import { meaningOf } from "../schema/describe.ts";
import { written } from "../schema/problems.ts";
import type { Schema } from "../schema/schema.ts";
import { type InsertionContext, ITEM } from "../syntax/insertion-context.ts";
import {
  type CompletionData,
  type CompletionOffer,
  FILE,
  literal,
  NAME,
  packed,
  VALUE,
} from "./completion-item.ts";
import { namesFor } from "./completion-names.ts";
import type { Context } from "./context.ts";

/** The values that may stand at a place: what the schema lists, names, files. `open` stands in front: the dash of an item. */
export function valueOffers(
  context: Context,
  place: InsertionContext,
  schema: Schema,
  open = "",
): readonly CompletionOffer[] {
  const values = [
    ...(schema.type === "boolean" ? booleans(context, place, schema) : []),
    ...listed(context, place, schema),
    ...files(context, place),
    ...names(context, place, schema),
    ...example(context, place, schema),
  ];
  return open === "" ? values : values.map((offer) => ({ ...offer, snippet: open + offer.snippet }));
}

const aboutValues = memo(
  (place: InsertionContext): CompletionData => ({ path: packed(place.path), isValue: true }),
);

function offer(place: InsertionContext, text: string, rest: Partial<CompletionOffer>): CompletionOffer {
  return {
    label: text,
    kind: VALUE,
    snippet: literal(quotedAs(place, text)),
    rank: 1,
    about: aboutValues(place),
    ...rest,
  };
}

/** A value in the quotes in which it is being written, else bare where that is enough. */
function quotedAs({ quote }: InsertionContext, text: string): string {
  if (quote === '"') return `"${text.replace(/["\\]/g, "\\$&")}"`;
  return quote === "'" ? `'${text.replace(/'/g, "''")}'` : written(text);
}

function booleans(
  { localize }: Context,
  place: InsertionContext,
  schema: Schema,
): readonly CompletionOffer[] {
  // In quotes it would be text.
  if (place.quote) return [];
  return [true, false].map((value) =>
    offer(place, String(value), {
      ...(schema.default === value ? { detail: localize(message("default")), preselect: true } : undefined),
    }),
  );
}

/** The values that the schema knows, with what each means. */
function listed({ localize }: Context, place: InsertionContext, schema: Schema): readonly CompletionOffer[] {
  const values = [...(schema.enum ?? []), ...(schema.suggestions ?? [])].map(String);
  const isDefault = (value: string) => schema.default !== undefined && String(schema.default) === value;
  const known =
    schema.default === undefined ||
    schema.type === "boolean" ||
    typeof schema.default === "object" ||
    values.some(isDefault);
  return [...values, ...(known ? [] : [String(schema.default)])].map((value) => {
    const [title] = meaningOf(schema, value);
    const detail = [
      ...(title ? [localize(title)] : []),
      ...(isDefault(value) ? [localize(message("default"))] : []),
    ].join(", ");
    const text = schema.type === "string" ? undefined : { snippet: literal(value) };
    return offer(place, value, {
      ...text,
      ...(detail ? { detail } : undefined),
      ...(isDefault(value) ? { preselect: true } : undefined),
    });
  });
}

function names(context: Context, place: InsertionContext, schema: Schema): readonly CompletionOffer[] {
  const { mentions } = schema;
  if (!mentions) return [];
  const { localize } = context;
  const circular = schema.inherits ? heirsOf(context, place) : new Set<string>();
  return [
    ...namesFor(context, mentions.kinds)
      .filter(({ name }) => !circular.has(name))
      .map(({ name, detail }) => offer(place, name, { kind: NAME, detail })),
    ...(mentions.words ?? []).map((word) =>
      offer(place, word, { kind: VALUE, detail: localize(message("all of them")), rank: 0 }),
    ),
  ];
}

/** A thing, and those that lie over it: it cannot lie over them in turn. */
function heirsOf({ snapshot }: Context, { path }: InsertionContext): ReadonlySet<string> {
  const own = path.at(-2);
  if (path.at(-1) !== "comme" || own === undefined || path.includes(ITEM)) return new Set();
  const things = mapAt(establishmentOf(snapshot).value, path.slice(0, -2) as readonly string[]);
  const heirs = new Set([String(own)]);
  for (const heir of heirs) {
    for (const { name, value } of things?.entries.values() ?? []) {
      const like = value.kind === "map" ? value.get("comme") : undefined;
      if (like?.kind === "leaf" && like.value === heir) heirs.add(name);
    }
  }
  return heirs;
}

/** For `herite-de`: the files that may be a base of this one. */
function files(context: Context, place: InsertionContext): readonly CompletionOffer[] {
  if (place.path[0] !== "herite-de") return [];
  const { workspace, snapshot, file } = context;
  const own = new Set(snapshot.members.map(({ uri }) => uri));
  return [...workspace.files.values()]
    .filter(({ uri, unreadable }) => !unreadable && uri !== file.uri && !own.has(uri) && !isMarker(uri))
    .filter(({ uri }) => !standsOn(context, uri, file.uri))
    .map(({ uri }) => offer(place, relativeTo(folderOf(file.uri), uri), { kind: FILE }));
}

/** Whether a file inherits from another, at once or through others. */
function standsOn({ workspace }: Context, uri: string, base: string): boolean {
  const reached = new Set([uri]);
  for (const one of reached) {
    const heir = workspace.files.get(one);
    for (const { value } of heir ? baseReferencesIn(heir) : [])
      reached.add(resolveRelative(one, value) ?? one);
  }
  return reached.has(base);
}

/** Where nothing better is known: an example, to be overwritten. */
function example(
  { localize, client }: Context,
  place: InsertionContext,
  schema: Schema,
): readonly CompletionOffer[] {
  const [text] = schema.examples ?? [];
  const better =
    schema.enum || schema.suggestions || schema.mentions || schema.default !== undefined || schema.declares;
  if (
    better ||
    text === undefined ||
    typeof text === "object" ||
    place.path[0] === "herite-de" ||
    !client.snippets
  )
    return [];
  const bare = schema.type === "string" ? quotedAs(place, String(text)) : String(text);
  const snippet = `\${1:${literal(bare)}}`;
  return [offer(place, String(text), { snippet, detail: localize(message("example")), rank: 3 })];
}
