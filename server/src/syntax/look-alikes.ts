import type { ScalarNode } from "./tree.ts";

/** A character that looks like another one, in offsets of its text. */
export interface LookAlike {
  readonly from: number;
  readonly to: number;
  /** The character that is meant. */
  readonly meant: string;
  /** The word that it is in, if it is a letter. */
  readonly word?: string;
}

/** Letters of other alphabets, and the Latin letters that they look like. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  [
    ["АВЕКМНОРСТХаеорсухіјѕ", "ABEKMHOPCTXaeopcyxijs"],
    ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo"],
  ].flatMap(([from = "", to = ""]) => [...from].map((letter, at) => [letter, to.charAt(at)] as const)),
);

/** A character class of the characters that may look like others: Greek, Cyrillic, and wide forms of ASCII. */
export const LOOK_ALIKES = "[\u0391-\u03bf\u0405-\u0458\uff01-\uff5e]";

/** Signs of YAML in the wide form of an East Asian keyboard. */
const WIDE = /[：，｛｝［］＃＂]/gu;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a text on one line has a letter in a word, or a sign, that only looks like a Latin one. */
export function hasLookAlike({ text, style }: ScalarNode): boolean {
  if (style === "literal" || style === "folded" || text.includes("\n")) return false;
  return signsIn(text).length > 0 || lettersIn(text, 0).length > 0;
}

/** The signs in a text that look like those of YAML; none in a text of an East Asian language. */
export function signsIn(text: string): readonly LookAlike[] {
  if (EAST_ASIAN.test(text)) return [];
  return Array.from(text.matchAll(WIDE), ({ 0: sign, index }) => {
    const char = String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
    const needsSpace = char === ":" && /\S/.test(text.charAt(index + 1));
    return { from: index, to: index + 1, meant: needsSpace ? ": " : char };
  });
}

/**
 * The letters that look like Latin ones in words with a Latin letter or a digit, where no other letter is foreign.
 */
export function lettersIn(text: string, offset: number): readonly LookAlike[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu)).flatMap(({ 0: word, index }) => {
    const isMixed = /[\p{Script=Latin}\d]/u.test(word);
    const isForeign = [...word].some(
      (letter) => !LETTERS.has(letter) && !/[\p{Script=Latin}\d]/u.test(letter),
    );
    if (!isMixed || isForeign) return [];
    return [...word].flatMap((letter, at) => {
      const from = offset + index + at;
      const meant = LETTERS.get(letter);
      return meant === undefined ? [] : [{ from, to: from + 1, meant, word }];
    });
  });
}

/** A text with the Latin letters that its Greek and Cyrillic ones look like. */
export function latinLookAlikes(text: string): string {
  return text.replace(/[\u0391-\u03bf\u0405-\u0458]/g, (letter) => LETTERS.get(letter) ?? letter);
}
