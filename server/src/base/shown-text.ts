/** Control characters and those that change the text direction: a report never sends them to a terminal. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A text that is safe to print on a terminal, on one line and of the same length. */
export function shown(text: string): string {
  return text.replace(UNSAFE, (character) => (character === "\t" || character === "\n" ? " " : "\ufffd"));
}

/** A text of several lines without such characters; its line ends and tabs stay. */
export function shownLines(text: string): string {
  return text.replace(UNSAFE, (character) => (/[\t\n\r]/.test(character) ? character : "\ufffd"));
}

/** JSON in which such characters are escaped: it may be printed on a terminal too. */
export function shownJson(json: string): string {
  return json.replace(UNSAFE, (character) =>
    character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
