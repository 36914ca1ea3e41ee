import { isPrivateName } from "../syntax/private-names.ts";

/** What follows from the words of an offer alone, wherever it is inserted. */
export interface OfferWords {
  /** What an editor compares with what is typed: the label and what it is called, with and without accents. */
  readonly filter: string;
  /** Whether the label is private, and not to be offered. */
  readonly isPrivate: boolean;
}

/** The words of an offer with this label, and of what it is called beside it. */
export function wordsOf(label: string, also?: string): OfferWords {
  return {
    filter: withAndWithoutAccents(also === undefined ? label : `${label} ${also}`),
    isPrivate: isPrivateName(label),
  };
}

/** Words without their accents; then, if they have any, the words as they are. */
function withAndWithoutAccents(words: string): string {
  if (isAscii(words)) return words;
  const bare = words.normalize("NFD").replace(/\p{M}/gu, "");
  return bare === words.normalize("NFC") ? bare : `${bare} ${words}`;
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}
