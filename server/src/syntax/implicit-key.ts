/** Recognizes the key of a block map on a single line, for code that reads lines without parsing them. */

const CODE = {
  tab: 9,
  newline: 10,
  return: 13,
  space: 32,
  double: 34,
  hash: 35,
  single: 39,
  colon: 58,
  backslash: 92,
};
/** Characters with which a plain scalar cannot begin; `-`, `?` and `:` are allowed if no white space follows. */
const INDICATORS = ",[]{}#&*!|>'\"%@`";
const SOFT_INDICATORS = "-?:";

/** A key by offsets: `from` and `to` include its quotes; `colon` is the offset of its colon. */
export interface ImplicitKey {
  readonly from: number;
  readonly to: number;
  readonly colon: number;
}

/**
 * Whether the character at an offset is white space for YAML (a space or a tab), a line break, or the end of the text.
 */
export function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > CODE.space) return false;
  return (
    code === CODE.space ||
    code === CODE.newline ||
    code === CODE.tab ||
    code === CODE.return ||
    Number.isNaN(code)
  );
}

/**
 * The key that begins at an offset and is on one line, as in YAML: a plain or quoted scalar, then a colon followed by
 * white space or by nothing. `undefined` if there is none, also where an anchor or a tag begins. Reads at most one
 * line.
 */
export function implicitKeyAt(text: string, from: number): ImplicitKey | undefined {
  const code = text.charCodeAt(from);
  return code === CODE.double || code === CODE.single ? quotedKey(text, from) : plainKey(text, from);
}

/** The text of a key, without its quotes. */
export function textOfKey(text: string, { from, to }: ImplicitKey): string {
  const written = text.slice(from, to);
  if (written.startsWith("'")) return written.slice(1, -1).replaceAll("''", "'");
  return written.startsWith('"') ? written.slice(1, -1) : written;
}

function quotedKey(text: string, from: number): ImplicitKey | undefined {
  const to = closingQuote(text, from, lineEndAt(text, from));
  if (to === undefined) return undefined;
  let colon = to;
  while (text.charCodeAt(colon) === CODE.space || text.charCodeAt(colon) === CODE.tab) colon++;
  return isSeparator(text, colon) ? { from, to, colon } : undefined;
}

function plainKey(text: string, from: number): ImplicitKey | undefined {
  if (!beginsPlain(text, from)) return undefined;
  let to = from;
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.newline || Number.isNaN(code)) return undefined;
    if (code === CODE.colon && isBlankAt(text, at + 1)) return { from, to, colon: at };
    if (code === CODE.hash && isBlankAt(text, at - 1)) return undefined;
    if (!isBlankAt(text, at)) to = at + 1;
  }
}

/** Whether a plain scalar may begin with the character at an offset. */
export function beginsPlain(text: string, at: number): boolean {
  if (isBlankAt(text, at)) return false;
  const char = text.charAt(at);
  return !INDICATORS.includes(char) && !(SOFT_INDICATORS.includes(char) && isBlankAt(text, at + 1));
}

/** Whether the character at an offset is a colon that separates a key from its value. */
export function isSeparator(text: string, at: number): boolean {
  return text.charCodeAt(at) === CODE.colon && isBlankAt(text, at + 1);
}

/** The offset after the quote that closes the quote at `from`; `undefined` if there is none before `end`. */
export function closingQuote(text: string, from: number, end = text.length): number | undefined {
  const quote = text.charCodeAt(from);
  for (let at = from + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.backslash && quote === CODE.double) at++;
    else if (code === quote) {
      if (quote === CODE.double || text.charCodeAt(at + 1) !== quote) return at + 1;
      at++;
    }
  }
  return undefined;
}

/** The offset at which the line of an offset ends, before its line break. */
export function lineEndAt(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  const end = newline < 0 ? text.length : newline;
  return end > at && text.charCodeAt(end - 1) === CODE.return ? end - 1 : end;
}
