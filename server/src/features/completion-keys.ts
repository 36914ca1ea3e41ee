import { message } from "../base/message.ts";
import { establishmentOf, mapAt } from "../model/establishment.ts";
import { typeWord } from "../schema/describe.ts";
import { written } from "../schema/problems.ts";
import type { Schema } from "../schema/schema.ts";
import type { MapValue } from "../schema/value.ts";
import { type InsertionContext, ITEM } from "../syntax/insertion-context.ts";
import { type CompletionOffer, choice, KEY, literal, NAME, packed } from "./completion-item.ts";
import { namesFor } from "./completion-names.ts";
import type { Context } from "./context.ts";

/** A map with more keys than this is not offered with all of them. */
const SMALL = 6;

/** Where a key is written: in a flow map, or on a line of its own at a column. */
interface KeySurroundings {
  readonly flow: boolean;
  readonly indent: number;
  /** Only the key is replaced: what follows it stands already. */
  readonly bare: boolean;
  /** Text in front of the key: the line that it begins, the brace that it opens. */
  readonly open?: string;
  readonly close?: string;
}

/** The keys of a map: those that it needs first, then in the order of the schema; those that it has are left out. */
export function keyOffers(
  context: Context,
  place: InsertionContext,
  schema: Schema,
  around: KeySurroundings,
): readonly CompletionOffer[] {
  const effective = effectiveAt(context, place);
  const needs = (key: string) => schema.required.includes(key) && !effective?.has(key);
  const mode = establishmentOf(context.snapshot).value.get("hebergement")?.get("mode")?.value;
  const keys = [...schema.properties].filter(
    ([key, below]) =>
      !place.written.has(key) && (below.mode === undefined || mode === undefined || below.mode === mode),
  );
  return [
    ...keys.flatMap(([key, below]) => offersOf(context, place, key, below, needs(key), around)),
    ...nameKeys(context, place, schema, around),
  ];
}

function effectiveAt({ snapshot }: Context, { path }: InsertionContext): MapValue | undefined {
  const root = establishmentOf(snapshot).value;
  return path.includes(ITEM) ? undefined : mapAt(root, path as readonly string[]);
}

function offersOf(
  { localize }: Context,
  place: InsertionContext,
  key: string,
  below: Schema,
  needed: boolean,
  around: KeySurroundings,
): readonly CompletionOffer[] {
  const beside = localize(typeWord(below));
  const offer: CompletionOffer = {
    label: key,
    kind: KEY,
    beside: needed ? `${beside}, ${localize(message("required"))}` : beside,
    ...(below.title ? { detail: localize(below.title) } : undefined),
    snippet: insertion(key, below, around, below.required),
    rank: below.deprecated ? 3 : needed ? 0 : 1,
    ...(below.deprecated ? { deprecated: true } : undefined),
    about: { path: [...packed(place.path), key] },
  };
  const all = [...below.properties]
    .filter(([, one]) => !one.deprecated && one.mode === undefined)
    .map(([name]) => name);
  const isSmall =
    below.type === "object" &&
    all.length <= SMALL &&
    all.length > below.required.length &&
    !below.open &&
    !below.additional;
  if (around.bare || !isSmall || below.secret) return [offer];
  const full = insertion(key, below, around, all);
  return [offer, { ...offer, detail: localize(message("with all options")), snippet: full, rank: 2 }];
}

/** Names that are keys: subjects for services, periods, steps; and those that another text declares for the same map. */
function nameKeys(
  context: Context,
  place: InsertionContext,
  schema: Schema,
  around: KeySurroundings,
): readonly CompletionOffer[] {
  const { additional, mentions, declares } = schema;
  if (!additional) return [];
  const among =
    mentions?.at === "key" ? mentions.kinds : declares && declares.at !== "value" ? [declares.kind] : [];
  return namesFor(context, among)
    .filter(({ name }) => !place.written.has(name) && !schema.properties.has(name))
    .map(({ name, detail }) => ({
      label: name,
      kind: NAME,
      detail,
      snippet: insertion(name, additional, around, additional.required, place.quote),
      rank: 1,
      about: { path: [...packed(place.path), name] },
    }));
}

/** A key, its colon, and how its value goes on. */
function insertion(
  key: string,
  below: Schema,
  around: KeySurroundings,
  keys: readonly string[],
  quote = "",
): string {
  const { flow, indent, bare, open = "", close = "" } = around;
  const name = literal(quote ? `${quote}${key.replace(/["\\]/g, "\\$&")}${quote}` : written(key));
  if (bare) return name;
  const filled = { next: 1 };
  return `${open}${name}:${value(below, { flow, indent }, keys, filled)}${close}`;
}

/** What stands behind a colon, a place for each thing that is still to be written. */
function value(
  schema: Schema,
  around: Pick<KeySurroundings, "flow" | "indent">,
  keys: readonly string[],
  filled: { next: number },
): string {
  const single =
    schema.type !== "object" ||
    (schema.short !== undefined && keys.length === schema.required.length && keys.length < 2);
  if (schema.secret) return ` { env: $${filled.next++} }`;
  if (single) return ` ${scalar(schema, filled.next++)}`;
  const entries = keys.map((key) => [key, schema.properties.get(key)] as const);
  if (around.flow) {
    const parts = entries.map(
      ([key, below]) => `${key}:${below ? value(below, around, below.required, filled) : ""}`,
    );
    return ` { ${parts.length > 0 ? parts.join(", ") : `$${filled.next++}`} }`;
  }
  const line = `\n${" ".repeat(around.indent + 2)}`;
  const inner = { flow: false, indent: around.indent + 2 };
  if (entries.length === 0) return `${line}$${filled.next++}`;
  return entries
    .map(([key, below]) => `${line}${key}:${below ? value(below, inner, below.required, filled) : ""}`)
    .join("");
}

function scalar(schema: Schema, stop: number): string {
  if (schema.type === "boolean") return choice(stop, ["true", "false"]);
  if (schema.enum)
    return choice(
      stop,
      schema.enum.map((one) => written(String(one))),
    );
  return `$${stop}`;
}
