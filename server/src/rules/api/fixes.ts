import { type Message, message } from "../../base/message.ts";
import { nodeOf } from "../../model/merge.ts";
import { scalarText } from "../../schema/problems.ts";
import type { Entry, Leaf, MapValue } from "../../schema/value.ts";
import { insertKeys, locateEntry, removeEntry, replaceValue } from "../../syntax/edit.ts";
import type { Fix } from "../../syntax/problem.ts";
import type { MapNode, Span } from "../../syntax/tree.ts";

/** Writes another value in the place of one. */
export function replacement(
  { node }: Pick<Leaf, "node">,
  value: string | number | boolean,
  safety: Fix["safety"],
  title?: Message,
): readonly Fix[] {
  const text = typeof value === "string" ? scalarText(value) : String(value);
  return [{ title: title ?? message("Replace by “{0}”", text), safety, edits: [replaceValue(node, text)] }];
}

/** Takes a key out of the map that writes it. No fix where an anchor brings it: others may use that text too. */
export function removal(
  map: Pick<MapValue, "nodes">,
  entry: Pick<Entry, "name" | "key" | "value">,
  safety: Fix["safety"],
): readonly Fix[] {
  const place = locateEntry(entry.key, nodeOf(entry.value));
  if (!place || !map.nodes.some((node) => pairsOf(node).includes(place.pair))) return [];
  return [{ title: message("Remove “{0}”", entry.name), safety, edits: removeEntry(place) }];
}

/** Writes keys into a map, in its topmost text; without a text, a value is left to write. None where a short form stands. */
export function addition(
  map: Pick<MapValue, "nodes">,
  keys: readonly (readonly [key: string, text: string])[],
  safety: Fix["safety"],
  title?: Message,
): readonly Fix[] {
  const [node] = map.nodes;
  const edits = node && isMapNode(node) ? insertKeys(node, keys) : [];
  const shown = keys.map(([key, text]) => (text === "" ? key : `${key}: ${text}`)).join(", ");
  return edits.length === 0 ? [] : [{ title: title ?? message("Insert “{0}”", shown), safety, edits }];
}

function pairsOf(node: Span): MapNode["pairs"] {
  return isMapNode(node) ? node.pairs : [];
}

function isMapNode(node: Span): node is MapNode {
  return "pairs" in node;
}
