import { type Localize, type LocalizedText, type Message, message } from "../base/message.ts";
import { kinds } from "./kinds.ts";
import { menuText } from "./menu.ts";
import type { Schema } from "./schema.ts";

/** Of more allowed values than this, the others are only counted. */
const MOST_VALUES = 8;

/** The type of a value in one or two words. */
export function typeWord(schema: Schema): Message | LocalizedText {
  if (schema.secret) return message("reference to a secret");
  if (schema.mentions && schema.type === "string") return message("name");
  const choices = choicesOf(schema);
  if (choices) return choices;
  switch (schema.type) {
    case "object":
      return schema.additional && schema.properties.size === 0 ? message("names") : message("keys");
    case "array":
      return schema.items?.mentions ? message("names") : message("list");
    case "boolean":
      return message("yes or no");
    case "string":
      return message("text");
    default:
      return message("number");
  }
}

/** How many letters of values are listed as a type. */
const MAX_CHOICE_LETTERS = 60;

/** The values that a key takes, as many as fit on a line; “…” stands for others. */
function choicesOf({ enum: values, suggestions = [] }: Schema): LocalizedText | undefined {
  const [first, ...others] = (values ?? suggestions).map(String);
  if (first === undefined) return undefined;
  let text = first;
  for (const value of others) {
    const longer = `${text} | ${value}`;
    if (longer.length > MAX_CHOICE_LETTERS) return { en: `${text} | …`, fr: `${text} | …` };
    text = longer;
  }
  if (!values) text += " | …";
  return { en: text, fr: text };
}

/** The meaning of an allowed value: its title in PRONOTE, and its description if there is one. */
export function meaningOf(schema: Schema, value: string): readonly LocalizedText[] {
  const { title, description } = schema.values?.[value] ?? {};
  return [...(title ? [title] : []), ...(description ? [description] : [])];
}

/** A description of a key as Markdown paragraphs. `year` is that of the PRONOTE in use, for menu paths. */
export function describe(schema: Schema, localize: Localize, year?: string): readonly string[] {
  const facts = [
    ...(schema.deprecated ? [message("No longer used.")] : []),
    ...valuesOf(schema),
    ...(schema.default === undefined ? [] : [message("Default: {0}", code(schema.default))]),
    ...examplesOf(schema),
    ...(schema.follows ? [message("Follows, where it is not written, from: {0}", schema.follows)] : []),
    ...menuOf(schema, year),
    ...(schema.rgpd ? [message("RGPD: {0}", schema.rgpd)] : []),
  ].map(localize);
  return [
    ...(schema.description ? [localize(schema.description)] : []),
    ...(facts.length > 0 ? [facts.map((fact) => `- ${fact}`).join("\n")] : []),
  ];
}

function valuesOf(schema: Schema): readonly Message[] {
  const kind = mentioned(schema);
  if (kind) return [message("Names of: {0}", kind)];
  const values = schema.enum ?? schema.suggestions;
  if (!values || values.length === 0)
    return schema.expected ? [message("Expected: {0}", schema.expected)] : [];
  const list = values.slice(0, MOST_VALUES).map((value) => code(value));
  const more = values.length - list.length;
  const text = list.join(", ");
  if (schema.enum)
    return [more > 0 ? message("Values: {0} and {1} more", text, more) : message("Values: {0}", text)];
  return [
    more > 0 ? message("For example: {0} and {1} more", text, more) : message("For example: {0}", text),
  ];
}

/** The titles of the kinds that a name may refer to. */
function mentioned(schema: Schema): Message | LocalizedText | undefined {
  const mentions = schema.mentions ?? schema.items?.mentions;
  return mentions && kindsTitle(mentions.kinds);
}

/** The titles of several kinds, separated by commas. */
function kindsTitle(names: readonly string[]): Message | LocalizedText {
  const [first, ...rest] = names.map(kindTitle);
  return rest.reduce<Message | LocalizedText>(
    (list, title) => message("{0}, {1}", list, title),
    first ?? message("names"),
  );
}

/** The title of a kind, in the plural; its id if it has none. */
function kindTitle(kind: string): LocalizedText {
  return kinds.get(kind)?.schema.title ?? { en: kind, fr: kind };
}

/** The title of one thing of a kind, in the singular. */
export function thingTitle(kind: string): LocalizedText {
  const { schema, at } = kinds.get(kind) ?? {};
  return (at === "key" ? schema?.additional?.title : schema?.title) ?? kindTitle(kind);
}

function examplesOf({ examples, enum: values, suggestions, mentions }: Schema): readonly Message[] {
  const [example] = examples ?? [];
  if (example === undefined || values || suggestions || mentions) return [];
  return [message("Example: {0}", code(example))];
}

function menuOf({ pronote }: Schema, year: string | undefined): readonly Message[] {
  return pronote === undefined ? [] : [message("In PRONOTE: {0}", menuText(pronote, year))];
}

/** A value as Markdown code. */
export function code(value: unknown): string {
  return `\`${typeof value === "object" ? JSON.stringify(value) : String(value)}\``;
}

/** Markdown without its markup. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^[\]]*)\]\([^()[\]]*\)/g, "$1")
    .replace(/\*\*|`/g, "")
    .replace(/\\([\\`*_{}[\]<>()#+.!|-])/g, "$1");
}

/** A text from a user, escaped so that Markdown reads no markup in it. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");
}
