import { type Message, say, type Words } from "../../base/say.ts";
import { kinds as kindsByName } from "../../schema/kinds.ts";
import { nameFixes } from "../../schema/problems.ts";
import { type Schema, schemasIn } from "../../schema/schema.ts";
import { type Entry, type Leaf, type ListValue, type Value, writes } from "../../schema/value.ts";
import type { ScalarNode, Span } from "../../syntax/tree.ts";
import type { Ask } from "../api/ask.ts";
import { type Found, rule } from "../api/rule.ts";
import docs from "./unknown-reference.md";

/** Kinds that are listed together: a name stands for one thing among all of them. */
const SCOPES: { readonly [kind: string]: string } = {
  personnels: "people",
  professeurs: "people",
  fonctions: "people",
  classes: "classes",
  niveaux: "classes",
};

/** One rule for every kind of thing: the schema says which texts are names, and of what. */
export const unknownReference = rule({
  id: "unknown-reference",
  severity: "error",
  on: "**",
  docs,
  where: (schema) => schema.mentions !== undefined || schemasIn(schema).some(holdsNames),

  *check({ value }, ask) {
    const { schema } = value;
    for (const entry of value.entries.values()) {
      const { name, key } = entry;
      if (isNamed(entry, schema) && isUnknown(name, schema, ask)) yield unknown(key, name, schema, ask);
      for (const { node, value: text, schema: own } of leavesOf(entry.value as Value))
        if (isUnknown(String(text), own, ask)) yield unknown(node, String(text), own, ask);
    }
  },
});

/** Whether a key is a name of something. */
function isNamed({ name, value }: Entry, { mentions, properties }: Schema): boolean {
  if (mentions?.at !== "key" || properties.has(name)) return false;
  return value.kind !== "cut" && !writes(value as Value, mentions.unless);
}

function leavesOf(value: Value): readonly Leaf[] {
  if (value.kind === "leaf") return value.schema.mentions ? [value] : NONE;
  return value.kind === "list" ? (value as ListValue<string>).items : NONE;
}

const NONE: readonly never[] = [];

/** Whether nothing bears a name. Every kind is asked: one that is not known makes the whole unknown. */
function isUnknown(name: string, { mentions }: Schema, ask: Ask): boolean {
  if (!mentions || mentions.suggest || mentions.words?.includes(name)) return false;
  let unknown = true;
  for (const kind of mentions.kinds) if (ask.has(kind, name) !== false) unknown = false;
  return unknown;
}

function unknown(at: Span, name: string, { mentions }: Schema, ask: Ask): Found {
  const { kinds = [], words = [] } = mentions ?? {};
  const names = kinds.flatMap((kind) => ask.names(kind));
  return {
    at,
    message: say("“{0}” is not declared: there is no such name among {1}.", name, listOf(kinds)),
    subject: `${SCOPES[kinds[0] ?? ""] ?? kinds[0]}\0${name}`,
    fixes: "kind" in at ? nameFixes(at as ScalarNode, [...names, ...words]) : [],
  };
}

function listOf(names: readonly string[]): Message | Words {
  const [first, ...rest] = names.map(
    (kind): Words => kindsByName.get(kind)?.schema.title ?? { en: kind, fr: kind },
  );
  if (!first) return say("the names");
  return rest.reduce<Message | Words>((list, title) => say("{0} and {1}", list, title), first);
}

function holdsNames({ mentions, items }: Schema): boolean {
  return mentions !== undefined || items?.mentions !== undefined;
}
