import { kinds } from "../../server/src/schema/kinds.ts";
import { longForm } from "../../server/src/schema/locate.ts";
import { scalarText } from "../../server/src/schema/problems.ts";
import { rootSchema, type Schema } from "../../server/src/schema/schema.ts";

/** An entry that a schema allows, which stands for all entries of its kind. */
export interface SchemaNode {
  /** What its schema has: the type, and the keywords that completion or the places of text depend on. */
  readonly kind: string;
  /** The keys from the root to the entry, names included. */
  readonly path: readonly string[];
  readonly schema: Schema;
  /** The schema of the map that the entry is in. */
  readonly holder: Schema;
}

/** Of each kind, the names that the files of the matrix declare. */
export const NAMES: readonly string[] = ["Alpha", "l'hôte", "Été 1"];

/** One entry of each kind of schema node, in the order of the schema. */
export function schemaNodes(): readonly SchemaNode[] {
  const found = new Map<string, SchemaNode>();
  const visited = new Set<Schema>();
  const walk = (holder: Schema, path: readonly string[]): void => {
    if (visited.has(holder)) return;
    visited.add(holder);
    for (const [key, schema] of entriesOf(holder)) {
      const node = { kind: kindOf(schema), path: [...path, key], schema, holder };
      if (!found.has(node.kind)) found.set(node.kind, node);
      walk(schema, node.path);
    }
  };
  walk(rootSchema, []);
  return [...found.values()];
}

function entriesOf({ properties, additional, mentions }: Schema): readonly (readonly [string, Schema])[] {
  const [kind = ""] = (mentions?.at === "key" && mentions.kinds) || [];
  const name = [...(kinds.get(kind)?.predeclared ?? []), NAMES[0] ?? ""][0] ?? "";
  return [...properties, ...(additional ? [[name, additional] as const] : [])].filter(
    ([, below]) => !below.deprecated,
  );
}

const FLAGS = [
  "secret",
  "short",
  "single",
  "open",
  "nobody",
  "private",
  "inherits",
  "atomic",
  "pattern",
] as const;

/** The kind of a schema: its type, the keywords that matter here, and the kind of what it contains. */
function kindOf(schema: Schema, depth = 0): string {
  const { type, mentions, declares, properties, required, additional, items } = schema;
  const words = [
    type,
    ...FLAGS.filter((flag) => schema[flag] !== undefined),
    ...(["enum", "suggestions", "examples"] as const).filter((key) => schema[key] !== undefined),
    ...(schema.default === undefined ? [] : ["default"]),
    ...(mentions ? [`mentions a ${mentions.at ?? "value"}`] : []),
    ...(mentions?.words ? ["words"] : []),
    ...(mentions?.suggest ? ["any text"] : []),
    ...(mentions?.unless ? ["unless"] : []),
    ...(declares ? [`declares a ${declares.at ?? "key"}`] : []),
    ...(properties.size > 0 ? ["keys"] : []),
    ...(required.length > 0 ? ["required"] : []),
    ...(additional && depth === 0 ? [`of (${kindOf(additional, 1)})`] : []),
    ...(items && depth < 2 ? [`of (${kindOf(items, depth + 1)})`] : []),
  ];
  return words.join(", ");
}

/** What a value of a schema can be chosen from, in plain text; empty if any text is as good as another. */
export function choicesOf(schema: Schema): readonly string[] {
  const { type, enum: values = [], suggestions = [], mentions, examples = [] } = schema;
  if (type === "object") return [];
  const [example] = examples;
  const chosen = [
    ...(type === "boolean" ? ["true", "false"] : []),
    ...[...values, ...suggestions].map(String),
    ...(schema.default !== undefined && typeof schema.default !== "object" ? [String(schema.default)] : []),
    ...(mentions?.at === "key" ? [] : (mentions?.words ?? [])),
    ...(mentions && mentions.at !== "key" ? mentions.kinds.flatMap(declaredOf) : []),
  ];
  if (chosen.length > 0 || example === undefined || typeof example === "object" || schema.declares)
    return [...new Set(chosen)];
  return [String(example)];
}

/** The names of a kind that may be mentioned. */
export function declaredOf(kind: string): readonly string[] {
  const { predeclared = [], at } = kinds.get(kind) ?? {};
  return [...(at === "key" && kind !== "etapes" ? NAMES : []), ...predeclared];
}

/** The keys that may be written in a map, and the names that other files give it. */
export function keysIn({ type, properties, mentions, declares, additional }: Schema): readonly string[] {
  if (type !== "object") return [];
  const declared = declares && declares.at !== "value" ? [declares.kind] : [];
  const names = additional ? (mentions?.at === "key" ? mentions.kinds : declared).flatMap(declaredOf) : [];
  const keys = [...properties].filter(([, below]) => !below.deprecated).map(([key]) => key);
  return [...keys, ...names];
}

/** The schema of the items or the scalar that may stand directly after the key. */
export function shortOf(schema: Schema): Schema {
  const long = longForm(schema) ?? schema;
  return long.type === "array" ? (long.items ?? long) : long;
}

/** A valid value, in flow style. */
export function sample(schema: Schema): string {
  const { type, examples = [], minimum } = schema;
  if (schema.secret && type === "object") return "{ env: PRONOTE_SMTP }";
  if (type === "object") return "{}";
  if (type === "array") return "[]";
  const [choice = examples[0]] = choicesOf(schema);
  if (type === "string") return scalarText(String(choice ?? "texte"));
  return String(choice ?? minimum ?? 1);
}
