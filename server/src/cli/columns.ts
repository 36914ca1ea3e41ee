// Sequences that set a colour: the only control characters that are printed on purpose.
// biome-ignore lint/suspicious/noControlCharactersInRegex: a colour begins with one.
const COLOR = /\u001b\[[\d;]*m/g;
const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]/u;
/** Texts of one column for each character: those of French are among them. */
const NARROW = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027]*$/;

/** A text without the sequences that set colours. */
export function withoutColors(text: string): string {
  return text.replace(COLOR, "");
}

/** The width of a text on a terminal, in columns. Colours take none. */
export function columnsOf(text: string): number {
  const plain = withoutColors(text);
  if (NARROW.test(plain)) return plain.length;
  let count = 0;
  for (const character of plain) count += ZERO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return count;
}

/** A text with spaces behind it, so that it takes at least so many columns. */
export function padded(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - columnsOf(text)));
}

const ELLIPSIS = "…";

/** A text of exactly so many columns: padded, or cut with an ellipsis at the end. The text has no colours. */
export function fitted(text: string, columns: number): string {
  return padded(columnsOf(text) > columns ? cut(text, columns) : text, columns);
}

/** As much of a text as so many columns hold, with an ellipsis at the end. */
function cut(text: string, columns: number): string {
  let rest = columns - 1;
  let kept = "";
  for (const character of text) {
    rest -= columnsOf(character);
    if (rest < 0) break;
    kept += character;
  }
  return kept + ELLIPSIS;
}
