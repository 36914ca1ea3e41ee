import { conjunction } from "../../base/enumeration.ts";
import { type Message, message } from "../../base/message.ts";
import { allOf, oneOf, oneOfAny } from "../../schema/kind-words.ts";
import { kinds as kindsByName } from "../../schema/kinds.ts";
import { replaceBy, scalarText } from "../../schema/problems.ts";
import { type Schema, schemasIn } from "../../schema/schema.ts";
import { gluedComment } from "../../schema/text-hints.ts";
import { type Entry, type Leaf, type MapValue, type Value, writes } from "../../schema/value.ts";
import { MAX_HELD } from "../../syntax/problem.ts";
import { isScalarNode, type Span } from "../../syntax/tree.ts";
import { type CommonCause, type RuleResult, rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { selects } from "../shared/selections.ts";
import { setOfNames } from "../shared/set-of-names.ts";
import { type Guess, guess } from "./guess.ts";
import { severalNames } from "./several-names.ts";
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
    let found = 0;
    for (const { at, name, schema, asPartOfList } of unknownNamesIn(value, context)) {
      // What is not held is only counted: nobody sees what it may mean.
      yield found++ < MAX_HELD
        ? (asPartOfList() ?? unknown(at, name, schema, context))
        : { at, message: notDeclared(name, schema.mentions?.kinds ?? NONE) };
    }
  },
});

/** A name that is declared nowhere. */
interface UnknownName {
  readonly at: Span;
  readonly name: string;
  readonly schema: Schema;
  /** The finding if it is a part of a list that is written in another way, or not right. */
  readonly asPartOfList: () => RuleResult | undefined;
}

function* unknownNamesIn(
  { entries, schema }: Pick<MapValue, "entries" | "schema">,
  context: RuleContext,
): Iterable<UnknownName> {
  let before: Entry | undefined;
  for (const entry of entries.values()) {
    const { name, key } = entry;
    const above = before;
    if (isNamed(entry, schema) && isUnknown(name, schema, context))
      yield { at: key, name, schema, asPartOfList: () => itemOfList(entry, above, context) };
    before = entry;
    for (const leaf of leavesOf(entry.value)) {
      const text = String(leaf.value);
      if (isUnknown(text, leaf.schema, context))
        yield {
          at: leaf.node,
          name: text,
          schema: leaf.schema,
          asPartOfList: () => inPlaceOfList(leaf, entry.value, context),
        };
    }
  }
}

/** The finding for a key that goes on with the list before it: `{ FRANC: martin, roux }`. */
function itemOfList(
  { name, key, value }: Entry,
  before: Entry | undefined,
  context: RuleContext,
): RuleResult | undefined {
  if (value.kind !== "absent" || before?.value.kind !== "map") return undefined;
  const short = [...before.value.entries.values()].find(({ value: list }) => list.kind === "list")?.value;
  const items = short?.kind === "list" && isScalarNode(short.node) ? short.schema.items : undefined;
  if (!items || !isKnown(name, items, context)) return undefined;
  return {
    at: key,
    message: message(
      "“{0}” goes on with the list of “{1}”, which needs square brackets here.",
      name,
      before.name,
    ),
  };
}

/** The finding for a name with a comment behind it, or for several names where one can stand, or a list in brackets. */
function inPlaceOfList({ node, schema }: Leaf, place: Value, context: RuleContext): RuleResult | undefined {
  const comment = gluedComment(node, (name) => isKnown(name, schema, context));
  if (comment) return comment;
  const isSingle = place.kind === "list" && place.node === node;
  return severalNames(node, isSingle ? "array" : "string", (name) => isKnown(name, schema, context));
}

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

function isKnown(name: string, { mentions }: Schema, context: RuleContext): boolean {
  return mentions?.words?.includes(name) || mentions?.kinds.some((kind) => context.has(kind, name)) === true;
}

function unknown(at: Span, name: string, schema: Schema, context: RuleContext): RuleResult {
  const { kinds = NONE, words = NONE } = schema.mentions ?? {};
  const meant = guess(name, kinds, words, context);
  const cause = misspeltDeclaration(name, kinds, meant, context);
  return {
    at,
    ...(cause && { ifSeveral: cause }),
    message: messageFor(name, kinds, meant, context),
    // A base may select the fonctions and niveaux that only some of its heirs have.
    everyHeir: selects(schema),
    subject: `${SCOPES[kinds[0] ?? ""] ?? kinds[0]}\0${name}`,
    fixes: meant.names.map((one) =>
      replaceBy(at, scalarText(one), meant.why === "spelling" ? "sure" : "probable"),
    ),
  };
}

/** The declaration of the nearest name if nothing mentions that: then it is misspelt, not each of the mentions. */
function misspeltDeclaration(
  name: string,
  kinds: readonly string[],
  { names: [nearest, ...others] }: Guess,
  context: RuleContext,
): CommonCause | undefined {
  if (nearest === undefined || others.length > 0) return undefined;
  const kind = kinds.find((one) => context.has(one, nearest) === true) ?? "";
  const key = context.the(kind, nearest)?.key;
  if (!key || !context.own(key.block.uri) || context.used(kind, nearest) !== false) return undefined;
  return {
    at: key,
    message: message(
      "“{0}” is declared and never mentioned; “{1}” is mentioned and not declared.",
      nearest,
      name,
    ),
    fixes: [replaceBy(key, scalarText(name), "probable")],
  };
}

function notDeclared(name: string, kinds: readonly string[]): Message {
  return message("“{0}” is not declared: there is no such name among {1}.", name, allOf(kinds));
}

function messageFor(name: string, kinds: readonly string[], meant: Guess, context: RuleContext): Message {
  const [first, second] = meant.names;
  if (first !== undefined && meant.why === "person")
    return message("“{0}” is the person who is called “{1}” here.", name, first);
  if (first !== undefined && meant.why === "label")
    return message("“{0}” is the label of “{1}”: a reference is made by the name “{1}”.", name, first);
  const fault = otherKind(name, kinds, context) ?? notDeclared(name, kinds);
  if (first === undefined) return fault;
  return second === undefined
    ? message("{0} The nearest: “{1}”.", fault, first)
    : message("{0} The nearest: “{1}” or “{2}”.", fault, first, second);
}

/** A name that exists, but as something else than is wanted. */
function otherKind(name: string, wanted: readonly string[], context: RuleContext): Message | undefined {
  // The lists of names are shared by all references: a query for each name and kind would take much memory.
  const found = OTHER_KINDS.filter(
    (kind) => !wanted.includes(kind) && setOfNames(context.names(kind)).has(name),
  );
  const [first, ...others] = found.map(oneOf);
  if (!first || wanted.length === 0) return undefined;
  return message("“{0}” is {1}; {2} is wanted here.", name, conjunction(first, others), oneOfAny(wanted));
}

const OTHER_KINDS = [...kindsByName.keys()].filter((kind) => kind !== "etapes");

function holdsNames({ mentions, items }: Schema): boolean {
  return mentions !== undefined || items?.mentions !== undefined;
}
