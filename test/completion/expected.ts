import { longForm } from "../../server/src/schema/locate.ts";
import type { Schema } from "../../server/src/schema/schema.ts";
import { choicesOf, keysIn, type SchemaNode, shortOf } from "./nodes.ts";
import type { PlaceOfText } from "./places.ts";
import type { MarkedText } from "./text.ts";

/** What is to be offered at a place, at least; or why nothing is. */
export type ExpectedOffers = readonly string[] | { readonly why: string };

/** What is to be offered at a place for a node, by the schema alone. */
export function expectedAt(place: PlaceOfText, node: SchemaNode, marked: MarkedText): ExpectedOffers {
  if (place.wants === "nothing") return { why: place.why ?? "" };
  if (place.wants === "alias") return ["*ancre"];
  if (place.wants === "directive") return ["rentree-ignore", "rentree-ignore-file"];
  if (place.wants === "key") return keysAt(place, node, marked);
  if (place.wants === "item") return itemsAt(node);
  return valuesAt(place, node);
}

function keysAt(
  { keeps }: PlaceOfText,
  { holder, path }: SchemaNode,
  { written }: MarkedText,
): ExpectedOffers {
  const keys = keysIn(holder);
  if (keys.length === 0 && choicesOf(shortOf(holder)).length === 0) return NO_KEYS;
  const missing = keys.filter((key) => (keeps && key === path.at(-1)) || !written.includes(key));
  return missing.length === 0 ? { why: "every key is written" } : always(holder, missing);
}

function itemsAt({ schema }: SchemaNode): ExpectedOffers {
  const list = longForm(schema) ?? schema;
  if (list.type !== "array") return { why: "the value is no list" };
  return known(list.items ? choicesOf(list.items) : []);
}

function valuesAt({ wants, quoted, taken }: PlaceOfText, { schema, path }: SchemaNode): ExpectedOffers {
  const value = shortOf(schema);
  const choices = choicesOf(value).filter((choice) => !(schema.inherits && choice === path.at(-2)));
  const keys = keysIn(schema);
  if (schema.type === "object" && wants === "below") return keys.length > 0 ? always(schema, keys) : NO_KEYS;
  if (quoted && value.type === "boolean") return { why: "in quotes it is a text" };
  if (schema.type !== "object" || value !== schema) return known(choices);
  if (quoted) return { why: "a map is no text in quotes" };
  if (taken) return { why: "the text that stands there would be lost" };
  return keys.length > 0 ? always(schema, keys) : NO_KEYS;
}

/** The keys that are offered whatever is written: not those of one mode of hosting. */
function always(schema: Schema, keys: readonly string[]): readonly string[] {
  return keys.filter((key) => schema.properties.get(key)?.mode === undefined);
}

const NO_KEYS = { why: "no key of the map is known" };

function known(choices: readonly string[]): ExpectedOffers {
  return choices.length > 0 ? choices : { why: "any text or number is as good as another" };
}
