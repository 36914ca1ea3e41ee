/** The lines of a text without their line ends. U+0085, U+2028 and U+2029 end no line, neither in YAML 1.2 nor in LSP. */
export function splitLines(text: string): readonly string[] {
  return text.split(/\r\n?|\n/);
}

/** The offsets at which the lines of a text start. */
export function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ index, 0: end }) => index + end.length)];
}

/** Whether a text contains a carriage return that is not a part of `\r\n`. */
export function hasLoneReturn(text: string): boolean {
  return text.includes("\r") && /\r(?!\n)/.test(text);
}

/** A copy of a text of the same length and with the same lines, in which no line ends with a carriage return alone. */
export function withoutLoneReturns(text: string): string {
  return text.replace(/\r(?!\n)/g, "\n");
}
