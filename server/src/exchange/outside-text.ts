/** Characters that never stand in a name: control characters, and those that change the direction of text or hide. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}]/u;
/** What UTF-8 looks like if it was read as a Western encoding, and the sign for what could not be read. */
const MOJIBAKE = /\ufffd|[ÂÃ][\u0080-\u00bf€ŠšŽžŒœŸ\u2018-\u201e†‡ˆ‰‹›™•–—˜]|Å[\u0080-\u009f“”‘’]|â€|ï»¿/;

/** What is wrong with a text from outside. */
export type TextFault = "unsafe" | "mojibake";

/** A text from outside as it is kept: composed (NFC), with one space for each run of white space, none around. */
export function cleanText(text: string): string {
  return text.replace(/\s+/gu, " ").trim().normalize("NFC");
}

/** What is wrong with a cleaned text; `undefined` if nothing is. */
export function faultOf(text: string): TextFault | undefined {
  // The second half of a misread character may be a control character, so this comes first.
  if (MOJIBAKE.test(text)) return "mojibake";
  return UNSAFE.test(text) ? "unsafe" : undefined;
}

/** The text with dots for what must not be shown as it is, for messages; at most 40 characters. */
export function shownPiece(text: string): string {
  const safe = [...text].map((character) => (UNSAFE.test(character) ? "·" : character)).join("");
  return safe.length > 40 ? `${safe.slice(0, 39)}…` : safe;
}
