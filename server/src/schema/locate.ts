import type { File } from "../syntax/file.ts";
import { type InsertionPath, ITEM } from "../syntax/insertion-context.ts";
import { nodePathTo } from "../syntax/navigate.ts";
import type { Position } from "../syntax/positions.ts";
import type { Node, Pair } from "../syntax/tree.ts";
import { rootSchema, type Schema, schemaOfKey } from "./schema.ts";

/** One segment of the path from the root to a node, with its schema. A short form is a segment of its own. */
export interface SchemaPathSegment {
  /** The key (Unicode NFC); absent for an item of a list. */
  readonly name?: string;
  readonly pair?: Pair;
  readonly node: Node;
  readonly schema: Schema;
  /** The schema of the map or list that contains it. */
  readonly parent: Schema;
}

/** The path from the root to a position in a file, with the schema of each segment. */
export interface SchemaPath {
  readonly segments: readonly SchemaPathSegment[];
  readonly on: "key" | "value";
  /** The key or the value at the position. */
  readonly node: Node;
}

/** The path to what is at a position; `undefined` if the schema does not know it. */
export function schemaPathAt(file: File, position: Position): SchemaPath | undefined {
  const nodePath = nodePathTo(file, position);
  if (!nodePath) return undefined;
  const segments: SchemaPathSegment[] = [];
  let parent: Schema = rootSchema;
  for (const step of nodePath.steps) {
    const name = step.pair?.key.text.normalize("NFC");
    const schema = name === undefined ? parent.items : name === "<<" ? undefined : schemaOfKey(parent, name);
    if (!schema) return undefined;
    const onKey = nodePath.on === "key" && step === nodePath.steps.at(-1);
    segments.push({ ...step, ...(name === undefined ? undefined : { name }), schema, parent });
    if (!onKey) segments.push(...shortSegments(step.node, schema));
    parent = segments.at(-1)?.schema ?? schema;
  }
  return { segments, on: nodePath.on, node: nodePath.node };
}

/** The segments that a scalar or a list leaves out where its schema wants a map or a list. */
function* shortSegments(node: Node, schema: Schema): Iterable<SchemaPathSegment> {
  let parent = schema;
  if (node.kind !== "scalar" && node.kind !== "list") return;
  const property =
    parent.type === "object" && parent.short !== undefined ? parent.properties.get(parent.short) : undefined;
  if (property && parent.short !== undefined) {
    yield { name: parent.short, node, schema: property, parent };
    parent = property;
  }
  if (parent.type === "array" && parent.items && node.kind === "scalar")
    yield { node, schema: parent.items, parent };
}

/** The keys from the root to a node, without items. */
export function namesOf({ segments }: SchemaPath): readonly string[] {
  return segments.flatMap(({ name }) => name ?? []);
}

/** The schema at a path; an item may be that of the list that is the short form of a map. */
export function schemaAlong(path: InsertionPath): Schema | undefined {
  return path.reduce<Schema | undefined>((schema, key) => {
    if (!schema) return undefined;
    if (key !== ITEM) return key === "<<" ? schema : schemaOfKey(schema, key.normalize("NFC"));
    return (longForm(schema) ?? schema).items;
  }, rootSchema);
}

/** The schema of the property that a scalar or a list sets, where this map is wanted in its short form. */
export function longForm(schema: Schema): Schema | undefined {
  return schema.type === "object" && schema.short !== undefined
    ? schema.properties.get(schema.short)
    : undefined;
}
