import { type LocalizedText, type Message, message } from "../../base/message.ts";

/** Several things in a sentence: “a and b and c”. */
export function conjunction(
  first: Message | LocalizedText,
  others: readonly (Message | LocalizedText)[],
): Message | LocalizedText {
  return others.reduce((list, one) => message("{0} and {1}", list, one), first);
}

/** The first three of many, for a message: “a, b, c…”. */
export function firstThree(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${shown}…` : shown;
}
