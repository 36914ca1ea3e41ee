import { anyLeaf } from "./blocks.ts";
import type { Block } from "./tree.ts";

/** What ends the lines that are written into a text: one `\r\n` in it, and all new ones end so. */
export type LineEnd = "\n" | "\r\n";

export function lineEndOf(text: string): LineEnd {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** The same for a block, or a file by its root. Kept for each container. */
export function lineEndIn(block: Block): LineEnd {
  return hasCrlf(block) ? "\r\n" : "\n";
}

const hasCrlf = anyLeaf(({ text }) => text.includes("\r\n"));

/** A text with these line ends, whichever it has. */
export function withLineEnds(text: string, lineEnd: LineEnd): string {
  return text.includes("\n") ? text.replace(/\r?\n/g, lineEnd) : text;
}
