import type { Range } from "../../syntax/positions.ts";

/**
 * Replaces the characters in some ranges by dots, except white space. `first` is the line of the file where the text
 * begins.
 */
export function masked(text: string, first: number, hidden: readonly Range[]): string {
  if (hidden.length === 0) return text;
  const lines = text.split("\n");
  for (const { start, end } of hidden) {
    for (
      let line = Math.max(start.line, first);
      line <= Math.min(end.line, first + lines.length - 1);
      line++
    ) {
      const current = lines[line - first] ?? "";
      const from = line === start.line ? start.character : 0;
      const to = line === end.line ? end.character : current.length;
      lines[line - first] =
        current.slice(0, from) + current.slice(from, to).replace(/\S/g, "•") + current.slice(to);
    }
  }
  return lines.join("\n");
}
