import { type LocalizedText, type Message, message } from "../../base/message.ts";
import { kinds as kindsByName } from "../../schema/kinds.ts";
import { nameFixes } from "../../schema/problems.ts";
import { type Schema, schemasIn } from "../../schema/schema.ts";
import { type Entry, type Leaf, type Value, writes } from "../../schema/value.ts";
import { isScalarNode, type Span } from "../../syntax/tree.ts";
import { type RuleResult, rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { conjunction } from "../shared/lists.ts";
import { selects } from "../shared/selections.ts";
import docs from "./unknown-reference.md";

/** The scope of kinds whose names may be in the same list, so that a name refers to only one thing in it. */
const SCOPES: { readonly [kind: string]: string } = {
  personnels: "people",
  professeurs: "people",
  fonctions: "people",
  classes: "classes",
  niveaux: "classes",
};

/**
 * A reference to a name that is not declared, of any kind: the schema says which texts are names, and of which kinds.
 */
export const unknownReference = rule({
  id: "unknown-reference",
  severity: "error",
  on: "**",
  docs,
  where: (schema) => schema.mentions !== undefined || schemasIn(schema).some(holdsNames),

  *check({ value }, context) {
    const { schema } = value;
    for (const entry of value.entries.values()) {
      const { name, key } = entry;
      if (isNamed(entry, schema) && isUnknown(name, schema, context))
        yield unknown(key, name, schema, context);
      for (const { node, value: text, schema: leafSchema } of leavesOf(entry.value))
        if (isUnknown(String(text), leafSchema, context))
          yield unknown(node, String(text), leafSchema, context);
    }
  },
});

/** Whether a key is a name that refers to something. */
function isNamed({ name, value }: Entry, { mentions, properties }: Schema): boolean {
  if (mentions?.at !== "key" || properties.has(name)) return false;
  return value.kind !== "removed" && !writes(value, mentions.unless);
}

function leavesOf(value: Value): readonly Leaf[] {
  if (value.kind === "leaf") return value.schema.mentions ? [value] : NONE;
  return value.kind === "list" ? value.items.filter((item) => item.kind === "leaf") : NONE;
}

const NONE: readonly never[] = [];

/**
 * Whether a name is declared in none of its kinds. All kinds are queried, so that the rule runs again when any of them
 * changes.
 */
function isUnknown(name: string, { mentions }: Schema, context: RuleContext): boolean {
  if (!mentions || mentions.suggest || mentions.words?.includes(name)) return false;
  let unknown = true;
  for (const kind of mentions.kinds) if (context.has(kind, name) !== false) unknown = false;
  return unknown;
}

function unknown(at: Span, name: string, schema: Schema, context: RuleContext): RuleResult {
  const { kinds = [], words = [] } = schema.mentions ?? {};
  const names = kinds.flatMap((kind) => context.names(kind));
  return {
    at,
    message: message("“{0}” is not declared: there is no such name among {1}.", name, titlesOf(kinds)),
    // A base may select the fonctions and niveaux that only some of its heirs have.
    everyHeir: selects(schema),
    subject: `${SCOPES[kinds[0] ?? ""] ?? kinds[0]}\0${name}`,
    fixes: isScalarNode(at) ? nameFixes(at, [...names, ...words]) : [],
  };
}

function titlesOf(kinds: readonly string[]): Message | LocalizedText {
  const [first, ...others] = kinds.map(
    (kind): LocalizedText => kindsByName.get(kind)?.schema.title ?? { en: kind, fr: kind },
  );
  return first ? conjunction(first, others) : message("the names");
}

function holdsNames({ mentions, items }: Schema): boolean {
  return mentions !== undefined || items?.mentions !== undefined;
}
