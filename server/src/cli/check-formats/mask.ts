import type { Range } from "../../syntax/positions.ts";

/** Control characters and those that turn the direction of writing: a report never hands them to a terminal. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A text as it may be shown on a terminal: as long as it was, on one line. */
export function shown(text: string): string {
  return text.replace(UNSAFE, (one) => (one === "\t" || one === "\n" ? " " : "\ufffd"));
}

/** A text, which begins with this line of its file, with what stands at some places made unreadable and nothing moved. */
export function masked(text: string, first: number, hidden: readonly Range[]): string {
  if (hidden.length === 0) return text;
  const lines = text.split("\n");
  for (const { start, end } of hidden) {
    for (
      let line = Math.max(start.line, first);
      line <= Math.min(end.line, first + lines.length - 1);
      line++
    ) {
      const before = lines[line - first] ?? "";
      const from = line === start.line ? start.character : 0;
      const to = line === end.line ? end.character : before.length;
      lines[line - first] =
        before.slice(0, from) + before.slice(from, to).replace(/\S/g, "•") + before.slice(to);
    }
  }
  return lines.join("\n");
}
