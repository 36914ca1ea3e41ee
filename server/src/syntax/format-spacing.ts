import { memo } from "../base/memo.ts";
import { splitLines } from "./line-breaks.ts";
import { lastLineInBlock } from "./positions.ts";
import type { Block, ListNode, MapNode, Node, Pair, ScalarNode, Span } from "./tree.ts";

/** A replacement of white space within a line; lines are counted from the start of a leaf or of a file. */
export interface SpaceChange {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

/**
 * What is to change between the words of a leaf: no space before `:` and `,`, one after them, none at the end of a line.
 * Nothing in texts of several lines, in front of comments, or in a leaf with syntax errors.
 */
export const spacingIn = memo((leaf: Block): readonly SpaceChange[] => {
  if (leaf.faults.length > 0) return NONE;
  const spacing = new Spacing(leaf.text);
  spacing.pairs(leaf.pairs);
  spacing.lineEnds();
  return spacing.changes.length > 0 ? spacing.changes : NONE;
});

const NONE: readonly never[] = [];

class Spacing {
  readonly changes: SpaceChange[] = [];
  readonly #lines: readonly string[];
  /** Lines whose end is a part of a text. */
  readonly #kept = new Set<number>();

  constructor(text: string) {
    this.#lines = splitLines(text);
  }

  pairs(pairs: readonly Pair[]): void {
    for (const pair of pairs) {
      this.#scalar(pair.key);
      this.#colon(pair);
      this.#node(pair.value);
    }
  }

  /** Removes white space at the ends of all lines that are not a part of a text. */
  lineEnds(): void {
    for (const [line, text] of this.#lines.entries()) {
      let end = text.length;
      while (end > 0 && isBlank(text, end - 1)) end--;
      if (end < text.length && !this.#kept.has(line)) this.#replace(line, end, text.length, "");
    }
  }

  #node(node: Node): void {
    if (node.kind === "scalar") this.#scalar(node);
    else if (node.kind === "map") {
      this.pairs(node.pairs);
      if (node.flow) this.#commas(node);
    } else if (node.kind === "list") {
      for (const item of node.items) this.#node(item);
      if (node.flow) this.#commas(node);
    }
  }

  #scalar(scalar: ScalarNode): void {
    const isBlock = scalar.style === "literal" || scalar.style === "folded";
    const last = isBlock ? lastLineInBlock(scalar) : scalar.endLine - 1;
    for (let line = scalar.line; line <= last; line++) this.#kept.add(line);
    // Blank lines below may be a part of it.
    for (let line = last + 1; isBlock && this.#lines[line]?.trim() === ""; line++) this.#kept.add(line);
  }

  #colon({ key }: Pair): void {
    const text = this.#lines[key.endLine] ?? "";
    const colon = afterBlanks(text, key.endCol);
    // Without the space, the colon would be a part of an alias or of an anchor.
    if (text[colon] !== ":" || isEmpty(key) || /^[*&!]/.test(this.#lines[key.line]?.slice(key.col) ?? ""))
      return;
    if (colon > key.endCol) this.#replace(key.endLine, key.endCol, colon, "");
    this.#oneSpace(key.endLine, colon + 1);
  }

  #commas(whole: MapNode | ListNode): void {
    const parts: readonly (Pair | Node)[] = whole.kind === "map" ? whole.pairs : whole.items;
    for (const part of parts) {
      const text = this.#lines[part.endLine] ?? "";
      const comma = afterBlanks(text, part.endCol);
      if (text[comma] !== ",") continue;
      // After a colon or an anchor alone, the space is needed.
      if (comma > part.endCol && !endsOpen(part)) this.#replace(part.endLine, part.endCol, comma, "");
      this.#oneSpace(part.endLine, comma + 1);
    }
  }

  /** Puts one space before what follows on the line, unless that is a comment or a closing bracket. */
  #oneSpace(line: number, at: number): void {
    const text = this.#lines[line] ?? "";
    const next = afterBlanks(text, at);
    if (next < text.length && !/[#\]},]/.test(text.charAt(next)) && text.slice(at, next) !== " ")
      this.#replace(line, at, next, " ");
  }

  #replace(line: number, from: number, to: number, newText: string): void {
    this.changes.push({ line, from, to, newText });
  }
}

function isEmpty({ line, col, endLine, endCol }: Span): boolean {
  return line === endLine && col === endCol;
}

/** Whether a part ends with a colon or an anchor without a value. */
function endsOpen(part: Pair | Node): boolean {
  if (!("value" in part)) return part.kind === "absent";
  return part.value.kind === "absent" && part.endCol !== part.key.endCol;
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text, at)) at++;
  return at;
}

/** Whether a character is a space or a tab, the only white space within lines of YAML. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9;
}
