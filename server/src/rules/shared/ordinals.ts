import { foldName } from "../../base/closest.ts";

/** Niveaux in words, as the number that PRONOTE writes before an ending; `0` for the last year. */
const IN_WORDS: { readonly [word: string]: string } = {
  sixieme: "6",
  cinquieme: "5",
  quatrieme: "4",
  troisieme: "3",
  seconde: "2",
  premiere: "1",
  terminale: "0",
  term: "0",
  tle: "0",
};

const NUMBER = /^(\d+)-?(?:er|ere|re|e|eme|ieme|nd|nde|de)(?![a-z])/;
const WORD = new RegExp(`^(${Object.keys(IN_WORDS).join("|")})(?![a-z])`);

/**
 * A name that begins with an ordinal, in one form however that is written: `6ème`, `6è`, `6e` and `sixième` are the
 * same, so are `Terminale` and `Tle`. `undefined` for other names.
 */
export function foldOrdinal(name: string): string | undefined {
  const folded = foldName(name);
  const [numeral, digits] = NUMBER.exec(folded) ?? [];
  const [word] = WORD.exec(folded) ?? [];
  const written = numeral ?? word;
  const number = digits ?? (word === undefined ? undefined : IN_WORDS[word]);
  if (written === undefined || number === undefined) return undefined;
  return `${number}.${folded.slice(written.length).replaceAll("-", "")}`;
}
