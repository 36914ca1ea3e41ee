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

/**
 * A line of a text, without the line feed that ends it and a carriage return before that; `undefined` if there is no such
 * line. Reads no further than to its end: a text of many megabytes is asked for a thousand of its lines.
 */
export function nthLine(text: string, line: number): string | undefined {
  let start = 0;
  for (let at = 0; at < line; at++) {
    start = text.indexOf("\n", start) + 1;
    if (start === 0) return undefined;
  }
  const feed = text.indexOf("\n", start);
  const end = feed < 0 ? text.length : feed;
  return text.slice(start, end > start && text[end - 1] === "\r" ? end - 1 : end);
}
