import { anyLeaf } from "./blocks.ts";
import { type File, fileText } from "./file.ts";

/** A line end, as YAML and the Language Server Protocol count them. */
export type LineEnd = "\n" | "\r\n" | "\r";

/** The line end for text that is inserted into a text: `\r\n` if it contains one, else `\n`; `\r` if it has no other. */
export function lineEndOf(text: string): LineEnd {
  if (text.includes("\r\n")) return "\r\n";
  return text.includes("\r") && !text.includes("\n") ? "\r" : "\n";
}

/** The same of a file. Cached for each container. */
export function lineEndIn(file: File): LineEnd {
  if (file.original !== undefined) return lineEndOf(fileText(file));
  return hasCrlf(file.root) ? "\r\n" : "\n";
}

const hasCrlf = anyLeaf(({ text }) => text.includes("\r\n"));

/** A copy of a text in which every line break is `lineEnd`. */
export function withLineEnds(text: string, lineEnd: LineEnd): string {
  return /[\r\n]/.test(text) ? text.replace(/\r\n?|\n/g, lineEnd) : text;
}
