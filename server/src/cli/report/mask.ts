import type { Range } from "../../syntax/file.ts";

/** Control characters and those that turn the direction of writing: a report never hands them to a terminal. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A text as it may be shown on a terminal: as long as it was, on one line. */
export function shown(text: string): string {
  return text.replace(UNSAFE, (one) => (one === "\t" || one === "\n" ? " " : "\ufffd"));
}

/** The lines with the texts at these places made unreadable, every other character where it was. */
export function masked(lines: readonly string[], hidden: readonly Range[]): readonly string[] {
  if (hidden.length === 0) return lines;
  const result = [...lines];
  for (const { start, end } of hidden) {
    for (let line = start.line; line <= Math.min(end.line, result.length - 1); line++) {
      const text = result[line] ?? "";
      const from = line === start.line ? start.character : 0;
      const to = line === end.line ? end.character : text.length;
      result[line] = text.slice(0, from) + text.slice(from, to).replace(/\S/g, "•") + text.slice(to);
    }
  }
  return result;
}
