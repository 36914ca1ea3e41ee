import { type LocalizedText, type Message, message } from "../../base/message.ts";

/** Joins the parts of an enumeration: “a and b and c”. */
export function conjunction(
  first: Message | LocalizedText,
  others: readonly (Message | LocalizedText)[],
): Message | LocalizedText {
  return others.reduce((list, one) => message("{0} and {1}", list, one), first);
}

/** The first three of several names, for a message: “a, b, c…”. */
export function firstThree(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${shown}…` : shown;
}
