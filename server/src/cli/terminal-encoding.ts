/** The settings of a locale, of which the first that is set holds. */
interface LocaleSettings {
  readonly LC_ALL?: string | undefined;
  readonly LC_CTYPE?: string | undefined;
  readonly LANG?: string | undefined;
}

/** Turns a text into what a stream is given. */
export type TextEncoding = (text: string) => string | Uint8Array;

/**
 * How text is written to a terminal: as UTF-8, unless its locale names another character set, such as `fr_FR.ISO-8859-1`.
 * What that lacks is replaced by plain characters that are read the same: `"` for a French quote, `...` for an ellipsis.
 * Files and pipes get UTF-8 in any case, as programs expect it.
 */
export function terminalEncoding(env: LocaleSettings, isTerminal: boolean): TextEncoding {
  const [, set] = /\.([^@]+)/.exec(env.LC_ALL || env.LC_CTYPE || env.LANG || "") ?? [];
  if (!isTerminal || set === undefined || /^utf-?8$/i.test(set)) return (text) => text;
  const bytes = bytesOf(set.toLowerCase());
  return (text) => Uint8Array.from(encoded(text.normalize("NFC"), bytes));
}

/** The bytes above ASCII of a character set, by character; none where it is not known, or has several bytes for one. */
function bytesOf(set: string): ReadonlyMap<string, number> {
  const bytes = new Map<string, number>();
  const label = set.replace(/^iso-?8859-?(\d+)$/, "iso-8859-$1").replace(/^cp(125\d)$/, "windows-$1");
  // Others, as `us-ascii`, are known to the web by the name of a larger set.
  if (!/^(?:iso-8859-(?:[1-9]|1[013-6])|windows-125\d|koi8-[ru])$/.test(label)) return bytes;
  const decoder = new TextDecoder(label);
  // Below 0xa0 there are control characters; where a set has letters, versions of Node differ in them.
  const first = label.startsWith("koi8") ? 0x80 : 0xa0;
  for (let byte = first; byte <= 0xff; byte++) bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
  return bytes;
}

function* encoded(text: string, bytes: ReadonlyMap<string, number>): Generator<number> {
  for (const character of text) {
    const byte = byteOf(character, bytes);
    if (byte !== undefined) yield byte;
    else for (const one of PLAIN[character] ?? withoutAccent(character)) yield byteOf(one, bytes) ?? QUESTION;
  }
}

function byteOf(character: string, bytes: ReadonlyMap<string, number>): number | undefined {
  const code = character.charCodeAt(0);
  return code < 0x80 ? code : bytes.get(character);
}

function withoutAccent(character: string): string {
  return character.normalize("NFD").replace(/\p{M}/gu, "");
}

const QUESTION = "?".charCodeAt(0);

/** What is read the same where a character set lacks a character. */
const PLAIN: { readonly [character: string]: string } = {
  "“": '"',
  "”": '"',
  "«": '"',
  "»": '"',
  "‘": "'",
  "’": "'",
  "…": "...",
  "–": "-",
  "—": "-",
  "‑": "-",
  "•": "*",
  "·": "-",
  "×": "x",
  "→": "->",
  "›": ">",
  "│": "|",
  "≥": ">=",
  "≤": "<=",
  "✓": "x",
  "€": "EUR",
  œ: "oe",
  Œ: "OE",
  æ: "ae",
  ª: "a",
  º: "o",
  "°": "o",
  "\u00a0": " ",
  "\u202f": " ",
  "\ufeff": "",
};
