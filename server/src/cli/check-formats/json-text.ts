/** Stands in a value where a list is written item by item. */
export const ITEMS = "\u0000items";

/** JSON text as people read it, piece by piece: so that a list as long as it likes is never held as one text. */
export function* jsonText(value: unknown, items: Iterable<unknown>): Generator<string> {
  const [head = "", tail = ""] = JSON.stringify(value, null, 2).split(JSON.stringify(ITEMS));
  const indent = /(?:^|\n)( *)[^\n]*$/.exec(head)?.[1] ?? "";
  let before = `${head}[`;
  for (const item of items) {
    yield `${before}\n${JSON.stringify(item, null, 2).replace(/^/gm, `${indent}  `)}`;
    before = ",";
  }
  yield `${before === "," ? `\n${indent}]` : `${before}]`}${tail}\n`;
}
