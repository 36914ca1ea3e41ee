import { type Message, message } from "../../base/message.ts";
import { nodeOf } from "../../model/merge.ts";
import { scalarText } from "../../schema/problems.ts";
import type { Entry, Leaf, MapValue } from "../../schema/value.ts";
import { insertKeys, locateEntry, removeEntry, replaceValue } from "../../syntax/edit.ts";
import type { Fix } from "../../syntax/problem.ts";
import type { MapNode, Span } from "../../syntax/tree.ts";

/** A fix that replaces a value. */
export function replacement(
  { node }: Pick<Leaf, "node">,
  value: string | number | boolean,
  safety: Fix["safety"],
  title?: Message,
): readonly Fix[] {
  const text = typeof value === "string" ? scalarText(value) : String(value);
  return [{ title: title ?? message("Replace by “{0}”", text), safety, edits: [replaceValue(node, text)] }];
}

/**
 * A fix that removes a key from a map. None if the key comes from an anchored text, which may be used elsewhere too.
 */
export function removal(
  map: Pick<MapValue, "nodes">,
  entry: Pick<Entry, "name" | "key" | "value">,
  safety: Fix["safety"],
): readonly Fix[] {
  const entryLocation = locateEntry(entry.key, nodeOf(entry.value));
  if (!entryLocation || !map.nodes.some((node) => pairsOf(node).includes(entryLocation.pair))) return [];
  return [{ title: message("Remove “{0}”", entry.name), safety, edits: removeEntry(entryLocation) }];
}

/**
 * A fix that inserts keys into a map, in its topmost text. For an empty text only the key is written. None if the map
 * is not written as one, but in its short form.
 */
export function addition(
  map: Pick<MapValue, "nodes">,
  keys: readonly (readonly [key: string, text: string])[],
  safety: Fix["safety"],
  title?: Message,
): readonly Fix[] {
  const [node] = map.nodes;
  const edits = node && isMapNode(node) ? insertKeys(node, keys) : [];
  const inserted = keys.map(([key, text]) => (text === "" ? key : `${key}: ${text}`)).join(", ");
  return edits.length === 0 ? [] : [{ title: title ?? message("Insert “{0}”", inserted), safety, edits }];
}

function pairsOf(node: Span): MapNode["pairs"] {
  return isMapNode(node) ? node.pairs : [];
}

function isMapNode(node: Span): node is MapNode {
  return "pairs" in node;
}
