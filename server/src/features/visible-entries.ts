import type { Range } from "vscode-languageserver-types";
import type { KeyPath } from "../schema/checklist.ts";
import { longForm } from "../schema/locate.ts";
import { rootSchema, type Schema, schemaOfKey } from "../schema/schema.ts";
import { type File, rangeOf } from "../syntax/file.ts";
import type { Node, Pair, ScalarNode, Span } from "../syntax/tree.ts";

/** A key with its value, and what the schema says of both. */
export interface VisibleKey {
  readonly kind: "key";
  /** The keys from the root, its own included. */
  readonly path: KeyPath;
  readonly pair: Pair;
  readonly schema: Schema;
  /** The schema of the map that it is in. */
  readonly parent: Schema;
}

/** A scalar, where a value or an item of a list is wanted. */
export interface VisibleScalar {
  readonly kind: "scalar";
  readonly path: KeyPath;
  readonly node: ScalarNode;
  readonly schema: Schema;
}

export type VisibleEntry = VisibleKey | VisibleScalar;

/**
 * The keys and scalars that are on the lines of a range and known to the schema, in the order of the text. Only what
 * overlaps these lines is visited.
 */
export function* entriesIn(file: File, range: Range): Iterable<VisibleEntry> {
  yield* entriesBelow({ file, range }, file.root.pairs, rootSchema, []);
}

interface Window {
  readonly file: File;
  readonly range: Range;
}

function* entriesBelow(
  window: Window,
  pairs: readonly Pair[],
  parent: Schema,
  above: KeyPath,
): Iterable<VisibleEntry> {
  for (const pair of pairs) {
    if (isAfter(window, pair)) return;
    if (isBefore(window, pair)) continue;
    const name = pair.key.text.normalize("NFC");
    // What a merge key takes over stands where its anchor is.
    const schema = name === "<<" ? undefined : schemaOfKey(parent, name);
    if (!schema) continue;
    const path = [...above, name];
    if (!isBefore(window, pair.key)) yield { kind: "key", path, pair, schema, parent };
    yield* entriesOf(window, pair.value, schema, path);
  }
}

function* entriesOf(window: Window, node: Node, schema: Schema, path: KeyPath): Iterable<VisibleEntry> {
  if (node.kind === "map") {
    yield* entriesBelow(window, node.pairs, schema, path);
    return;
  }
  // A scalar or a list may leave out the map or the list that is wanted here.
  const full = longForm(schema) ?? schema;
  const item = full.type === "array" ? full.items : undefined;
  if (node.kind === "scalar" && !isBefore(window, node))
    yield { kind: "scalar", path, node, schema: item ?? full };
  if (node.kind === "list" && item) yield* itemsOf(window, node.items, item, path);
}

function* itemsOf(
  window: Window,
  items: readonly Node[],
  schema: Schema,
  path: KeyPath,
): Iterable<VisibleEntry> {
  for (const item of items) {
    if (isAfter(window, item)) return;
    if (!isBefore(window, item)) yield* entriesOf(window, item, schema, path);
  }
}

function isBefore({ file, range }: Window, span: Span): boolean {
  return rangeOf(file, span).end.line < range.start.line;
}

function isAfter({ file, range }: Window, span: Span): boolean {
  return rangeOf(file, span).start.line > range.end.line;
}
