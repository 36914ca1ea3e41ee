import { foldName } from "../../base/closest.ts";

/** A value as it is compared: names without an order. A text, a number or a box is one name. */
export interface CellValue {
  readonly items: readonly string[];
  /** The value for people. */
  readonly shown: string;
  /** Names in it that are nobody's here, as the list writes them. */
  readonly strangers?: readonly string[];
}

/** Nothing is set. */
export const NO_VALUE: CellValue = { items: [], shown: "" };

/** A value of one name; nothing for an empty text. */
export function single(text: string, shown: string = text): CellValue {
  return text === "" ? NO_VALUE : { items: [text], shown };
}

/** Whether two values are the same. */
export function isSame({ items }: CellValue, other: CellValue): boolean {
  return items.length === other.items.length && items.every((item) => other.items.includes(item));
}

/** A cell with several values: lists join them by commas, the Espaces by dashes between spaces. */
export function partsOf(cell: string): readonly string[] {
  return cell
    .split(/[,;#]|\s-\s/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

const TICKED = new Set(["x", "o", "oui", "1", "true", "vrai", "yes", "si", "✓", "✔", "☑"]);
const UNTICKED = new Set(["", "n", "non", "0", "false", "faux", "no", "☐"]);

/** A box: `true` or `false` as a text; `undefined` if it is half ticked, or another text. */
export function boxIn(cell: string): CellValue | undefined {
  const folded = foldName(cell);
  if (TICKED.has(folded)) return { items: ["true"], shown: cell };
  return UNTICKED.has(folded) ? { items: ["false"], shown: cell } : undefined;
}

/** A number, with a point or a comma; `undefined` if it is none. */
export function numberIn(cell: string): CellValue | undefined {
  const number = /^\d+(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(",", ".")) : undefined;
  return number === undefined ? undefined : { items: [String(number)], shown: cell };
}

/** One of some words, recognised by how it begins; `undefined` if it is none of them. */
export function wordIn(cell: string, words: readonly (readonly [RegExp, string])[]): CellValue | undefined {
  const folded = foldName(cell);
  const found = words.find(([beginning]) => beginning.test(folded));
  return found && { items: [found[1]], shown: cell };
}
