import { shownJson } from "../../base/shown-text.ts";

/** A placeholder for the list that `jsonText` writes item by item. */
export const ITEMS = "\u0000items";

/**
 * Indented JSON of a value with `items` in the place of `ITEMS`, in chunks: a long list is never one string in memory.
 */
export function* jsonText(value: unknown, items: Iterable<unknown>): Generator<string> {
  const [head = "", tail = ""] = shownJson(JSON.stringify(value, null, 2)).split(JSON.stringify(ITEMS));
  const [indent = ""] = /^ */.exec(head.slice(head.lastIndexOf("\n") + 1)) ?? [];
  let before = `${head}[`;
  for (const item of items) {
    yield `${before}\n${shownJson(JSON.stringify(item, null, 2)).replace(/^/gm, `${indent}  `)}`;
    before = ",";
  }
  yield `${before === "," ? `\n${indent}]` : `${before}]`}${tail}\n`;
}
