/** Control characters and those that change the text direction: what is printed never holds them. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A text that is safe to print on a terminal, on one line and of the same length. */
export function shown(text: string): string {
  return text.replace(UNSAFE, (character) => (character === "\t" || character === "\n" ? " " : "\ufffd"));
}
