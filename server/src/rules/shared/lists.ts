import { type LocalizedText, type Message, message } from "../../base/message.ts";
import { placesInWords } from "../../schema/place-words.ts";

/** The first three of several names, for a message: “a, b, c…”. */
export function firstThree(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${shown}…` : shown;
}

/** The first three of several places, as words. */
export function firstThreePlaces(paths: readonly (readonly string[])[]): Message | LocalizedText {
  const shown = placesInWords(paths.slice(0, 3));
  return paths.length > 3 ? message("{0}…", shown) : shown;
}
