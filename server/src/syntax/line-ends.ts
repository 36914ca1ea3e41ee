import { anyLeaf } from "./blocks.ts";
import type { Block } from "./tree.ts";

/** The line end for text that is inserted into a file: `\r\n` if the file contains one, else `\n`. */
export type LineEnd = "\n" | "\r\n";

/** The line end of a text. */
export function lineEndOf(text: string): LineEnd {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** The line end of a block, or of a file (pass its root). Cached for each container. */
export function lineEndIn(block: Block): LineEnd {
  return hasCrlf(block) ? "\r\n" : "\n";
}

const hasCrlf = anyLeaf(({ text }) => text.includes("\r\n"));

/** A copy of a text in which every line break is `lineEnd`. */
export function withLineEnds(text: string, lineEnd: LineEnd): string {
  return text.includes("\n") ? text.replace(/\r?\n/g, lineEnd) : text;
}
