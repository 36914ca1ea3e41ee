import { type Message, say, type Words } from "../base/say.ts";
import { kinds } from "./kinds.ts";
import type { Schema } from "./schema.ts";

/** Puts a text into the user's language. */
export type Speak = (message: Message | Words) => string;

/** More allowed values than this are counted, not listed. */
const MOST_VALUES = 8;

/** What a key or a value is, in one or two words. */
export function typeWord(schema: Schema): Message {
  if (schema.secret) return say("reference to a secret");
  if (schema.mentions && schema.type === "string") return say("name");
  if (schema.enum) return say("{0} values", schema.enum.length);
  switch (schema.type) {
    case "object":
      return schema.additional && schema.properties.size === 0 ? say("names") : say("keys");
    case "array":
      return schema.items?.mentions ? say("names") : say("list");
    case "boolean":
      return say("yes or no");
    case "string":
      return say("text");
    default:
      return say("number");
  }
}

/** What a value means: the title that PRONOTE gives it, and more where the schema knows more. */
export function meaningOf(schema: Schema, value: string): readonly Words[] {
  const { title, description } = schema.values?.[value] ?? {};
  return [...(title ? [title] : []), ...(description ? [description] : [])];
}

/** Everything that the schema says of a key, in Markdown: paragraphs. `year` is that of the PRONOTE in use. */
export function describe(schema: Schema, speak: Speak, year?: string): readonly string[] {
  const facts = [
    ...(schema.deprecated ? [say("No longer used.")] : []),
    ...valuesOf(schema),
    ...(schema.default === undefined ? [] : [say("Default: {0}", code(schema.default))]),
    ...examplesOf(schema),
    ...(schema.follows ? [say("Follows, where it is not written, from: {0}", schema.follows)] : []),
    ...menuOf(schema, year),
    ...(schema.rgpd ? [say("RGPD: {0}", schema.rgpd)] : []),
  ].map(speak);
  return [
    ...(schema.description ? [speak(schema.description)] : []),
    ...(facts.length > 0 ? [facts.map((fact) => `- ${fact}`).join("\n")] : []),
  ];
}

function valuesOf(schema: Schema): readonly Message[] {
  const kind = mentioned(schema);
  if (kind) return [say("Names of: {0}", kind)];
  const values = schema.enum ?? schema.suggestions;
  if (!values || values.length === 0) return schema.expected ? [say("Expected: {0}", schema.expected)] : [];
  const list = values.slice(0, MOST_VALUES).map((value) => code(value));
  const more = values.length - list.length;
  const text = list.join(", ");
  if (schema.enum) return [more > 0 ? say("Values: {0} and {1} more", text, more) : say("Values: {0}", text)];
  return [more > 0 ? say("For example: {0} and {1} more", text, more) : say("For example: {0}", text)];
}

/** The kinds of which a name is wanted, by their titles. */
function mentioned(schema: Schema): Message | Words | undefined {
  const mentions = schema.mentions ?? schema.items?.mentions;
  return mentions && kindsTitle(mentions.kinds);
}

/** The titles of kinds, as a list. */
export function kindsTitle(names: readonly string[]): Message | Words {
  const [first, ...rest] = names.map(kindTitle);
  return rest.reduce<Message | Words>((list, title) => say("{0}, {1}", list, title), first ?? say("names"));
}

/** What the things of a kind are called. */
export function kindTitle(kind: string): Words {
  return kinds.get(kind)?.schema.title ?? { en: kind, fr: kind };
}

/** What one thing of a kind is called. */
export function thingTitle(kind: string): Words {
  const { schema, at } = kinds.get(kind) ?? {};
  return (at === "key" ? schema?.additional?.title : schema?.title) ?? kindTitle(kind);
}

function examplesOf({ examples, enum: values, suggestions, mentions }: Schema): readonly Message[] {
  const [example] = examples ?? [];
  if (example === undefined || values || suggestions || mentions) return [];
  return [say("Example: {0}", code(example))];
}

/** Where it is entered in PRONOTE; where that moved, in the nearest known year, which is named. */
function menuOf({ pronote }: Schema, year: string | undefined): readonly Message[] {
  if (pronote === undefined) return [];
  if (typeof pronote === "string") return [say("In PRONOTE: {0}", pronote)];
  const years = Object.keys(pronote).sort();
  const known =
    (year === undefined ? undefined : years.findLast((one) => one <= year)) ??
    (year === undefined ? years.at(-1) : years[0]);
  return known === undefined ? [] : [say("In PRONOTE: {0} (as in {1})", pronote[known] ?? "", known)];
}

function code(value: unknown): string {
  return `\`${typeof value === "object" ? JSON.stringify(value) : String(value)}\``;
}

/** A text without the marks of Markdown. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*|`/g, "")
    .replace(/\\([\\`*_{}[\]<>()#+.!|-])/g, "$1");
}

/** A text of the user's, so that Markdown takes nothing in it for its own. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");
}
