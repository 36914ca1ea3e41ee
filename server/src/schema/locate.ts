import type { File } from "../syntax/file.ts";
import { type InsertionPath, ITEM } from "../syntax/insertion-context.ts";
import { nodePathTo } from "../syntax/navigate.ts";
import type { Position } from "../syntax/positions.ts";
import type { Node, Pair } from "../syntax/tree.ts";
import { rootSchema, type Schema, schemaOfKey } from "./schema.ts";

/** One step from the root to a place, as the schema sees it: a short form is a step of its own. */
export interface SchemaPathSegment {
  /** The key, as names compare; none for an item. */
  readonly name?: string;
  readonly pair?: Pair;
  readonly node: Node;
  readonly schema: Schema;
  /** The schema of the map or list that it stands in. */
  readonly holder: Schema;
}

/** What stands at a position, with the schema at each step. */
export interface SchemaPath {
  readonly segments: readonly SchemaPathSegment[];
  readonly on: "key" | "value";
  /** That key, or that value. */
  readonly node: Node;
}

/** What stands at a position, as far as the schema knows the way. */
export function schemaPathAt(file: File, position: Position): SchemaPath | undefined {
  const way = nodePathTo(file, position);
  if (!way) return undefined;
  const segments: SchemaPathSegment[] = [];
  let holder: Schema = rootSchema;
  for (const step of way.steps) {
    const name = step.pair?.key.text.normalize("NFC");
    const schema = name === undefined ? holder.items : name === "<<" ? undefined : schemaOfKey(holder, name);
    if (!schema) return undefined;
    const onKey = way.on === "key" && step === way.steps.at(-1);
    segments.push({ ...step, ...(name === undefined ? undefined : { name }), schema, holder });
    if (!onKey) segments.push(...shortRungs(step.node, schema));
    holder = segments.at(-1)?.schema ?? schema;
  }
  return { segments, on: way.on, node: way.node };
}

/** What a scalar or a list stands for where a map or a list is wanted. */
function* shortRungs(node: Node, schema: Schema): Iterable<SchemaPathSegment> {
  let holder = schema;
  if (node.kind !== "scalar" && node.kind !== "list") return;
  const long =
    holder.type === "object" && holder.short !== undefined ? holder.properties.get(holder.short) : undefined;
  if (long && holder.short !== undefined) {
    yield { name: holder.short, node, schema: long, holder };
    holder = long;
  }
  if (holder.type === "array" && holder.items && node.kind === "scalar")
    yield { node, schema: holder.items, holder };
}

/** The keys from the root to a place, items left out. */
export function namesOf({ segments }: SchemaPath): readonly string[] {
  return segments.flatMap(({ name }) => name ?? []);
}

/** The schema at a path; a list may stand for a map that has a short form. */
export function schemaAlong(path: InsertionPath): Schema | undefined {
  return path.reduce<Schema | undefined>((schema, key) => {
    if (!schema) return undefined;
    if (key !== ITEM) return key === "<<" ? schema : schemaOfKey(schema, key.normalize("NFC"));
    return (longForm(schema) ?? schema).items;
  }, rootSchema);
}

/** The property that a scalar or a list stands for where this map is wanted. */
export function longForm(schema: Schema): Schema | undefined {
  return schema.type === "object" && schema.short !== undefined
    ? schema.properties.get(schema.short)
    : undefined;
}
