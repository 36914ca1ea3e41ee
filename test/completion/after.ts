import { type CompletionItem, InsertTextFormat } from "vscode-languageserver-types";
import type { Context } from "../../server/src/features/context.ts";
import { scalarText } from "../../server/src/schema/problems.ts";
import { AskedText } from "./asked.ts";
import { type Accepted, accept } from "./judge.ts";
import type { SchemaNode } from "./nodes.ts";
import type { PlaceOfText } from "./places.ts";

/** What is wrong with the cursor after an item was accepted, and with accepting it once more. */
export function faultsAfter(
  school: Context,
  place: PlaceOfText,
  node: SchemaNode,
  item: CompletionItem,
  accepted: Accepted,
): readonly string[] {
  const { newText = "" } = item.textEdit ?? {};
  const isKey = /:(\s|$)/.test(newText) || (place.wants === "key" && place.keeps === true);
  // Without tab stops the cursor can only be behind the text.
  const isPlaced = isKey && item.insertTextFormat === InsertTextFormat.Snippet;
  return [
    ...(isPlaced ? cursorFaults(school, place, node, item, accepted) : []),
    ...faultsAgain(school, item, accepted, isKey),
  ];
}

/** The cursor is to be where the value of a new key is written, or behind a key that has its colon already. */
function cursorFaults(
  school: Context,
  place: PlaceOfText,
  node: SchemaNode,
  item: CompletionItem,
  accepted: Accepted,
): readonly string[] {
  const { role, path } = new AskedText(school, accepted.text, accepted.cursor).insertion;
  const map = place.wants === "key" ? node.path.slice(0, -1) : node.path;
  const isBare = !/:(\s|$)/.test(item.textEdit?.newText ?? "");
  const wanted = isBare ? map : [...map, item.label];
  const isThere = wanted.every((key, i) => path[i] === key) && (isBare ? role === "key" : role !== "comment");
  return isThere ? [] : [`the cursor is in a ${role} of ${path.map(String).join("/")}`];
}

/** Accepting the same item again, at the end of what it inserted, is to change nothing. */
function faultsAgain(
  school: Context,
  item: CompletionItem,
  { text, from, cursor }: Accepted,
  isKey: boolean,
): readonly string[] {
  const key = text.indexOf(scalarText(item.label), from);
  const at = isKey ? key + scalarText(item.label).length : cursor;
  if (isKey && key < 0) return [];
  const again = { text, cursor: at };
  const asked = new AskedText(school, text, at);
  const same = asked
    .items({ ...school.client, commands: new Set() })
    .find(({ label }) => label === item.label);
  const twice = same && accept(again, same);
  if (twice === undefined) return isKey ? ["is not offered again at its end"] : [];
  if (typeof twice === "string") return [`again: ${twice}`];
  return twice.text === text ? [] : [`twice gives ${JSON.stringify(twice.text)}`];
}
