import { type Message, say, type Words } from "../say.ts";
import { kinds } from "../schema/kinds.ts";
import { nameFixes } from "../schema/problems.ts";
import { type Schema, schemasIn } from "../schema/schema.ts";
import type { Entry, Leaf, ListValue, Value } from "../schema/value.ts";
import type { ScalarNode, Span } from "../syntax/tree.ts";
import type { Ask } from "./ask.ts";
import { type Found, rule } from "./rule.ts";
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
    const { mentions } = value.schema;
    for (const entry of value.entries.values()) {
      if (
        mentions?.at === "key" &&
        !value.schema.properties.has(entry.name) &&
        !isExempt(entry, mentions.unless)
      ) {
        yield* unknown(entry.key, entry.name, value.schema, ask);
      }
      for (const leaf of leavesOf(entry.value))
        yield* unknown(leaf.node, String(leaf.value), leaf.schema, ask);
    }
  },
});

function isExempt({ value }: Entry, unless: string | undefined): boolean {
  return value.kind === "cut" || (unless !== undefined && value.kind === "map" && value.has(unless));
}

function leavesOf(value: Value): readonly Leaf[] {
  if (value.kind === "leaf") return value.schema.mentions ? [value] : [];
  if (value.kind !== "list") return [];
  return (value as ListValue<string>).items.filter(
    (item) => item.kind === "leaf" && item.schema.mentions !== undefined,
  );
}

function* unknown(at: Span, name: string, { mentions }: Schema, ask: Ask): Iterable<Found> {
  if (!mentions || mentions.suggest || mentions.words?.includes(name)) return;
  // Every kind is asked: one that is not known makes the whole unknown.
  const answers = mentions.kinds.map((kind) => ask.has(kind, name));
  if (answers.some((answer) => answer !== false)) return;
  const names = mentions.kinds.flatMap((kind) => ask.names(kind));
  yield {
    at,
    message: say("“{0}” is not declared: there is no such name among {1}.", name, listOf(mentions.kinds)),
    subject: `${SCOPES[mentions.kinds[0] ?? ""] ?? mentions.kinds[0]}\0${name}`,
    fixes: "kind" in at ? nameFixes(at as ScalarNode, [...names, ...(mentions.words ?? [])]) : [],
  };
}

function listOf(names: readonly string[]): Message | Words {
  const [first, ...rest] = names.map(
    (kind): Words => kinds.get(kind)?.schema.title ?? { en: kind, fr: kind },
  );
  if (!first) return say("the names");
  return rest.reduce<Message | Words>((list, title) => say("{0} and {1}", list, title), first);
}

function holdsNames({ mentions, items }: Schema): boolean {
  return mentions !== undefined || items?.mentions !== undefined;
}
