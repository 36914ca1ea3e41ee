import type { SpaceChange } from "./format-spacing.ts";
import { indentOf } from "./line-kinds.ts";
import { linesOfBlocks } from "./lines.ts";
import { lastLineInBlock } from "./positions.ts";
import type { Block, ListNode, MapNode, Node, Pair, ScalarNode, Span } from "./tree.ts";

/**
 * What is to change at the start of lines, so that each block map is `step` columns deeper than the map around it, and so is a
 * block list that is not at the column of its key. All lines of an entry move together; so nothing moves against what it
 * belongs to. A map with a line that `isKept` keeps its column.
 */
export function indentationChanges(
  root: Block,
  lines: readonly string[],
  { step, isKept }: { readonly step: number; readonly isKept: (line: number) => boolean },
): readonly SpaceChange[] {
  const indentation = new Indentation(root, lines, step, isKept);
  indentation.root();
  return indentation.isChanged ? indentation.changes() : [];
}

interface IndentedLine {
  readonly indent: number;
  readonly shift: number;
}

class Indentation {
  /** Whether any line moves. */
  isChanged = false;
  readonly #root: Block;
  readonly #lines: readonly string[];
  readonly #step: number;
  /** For each line, the number of kept lines before it. */
  readonly #keptBefore: Uint32Array;
  readonly #first: ReadonlyMap<Block, number>;
  /** By how many columns each line moves to the right. */
  readonly #shift: Int32Array;
  /** Lines within a block scalar, and within another text of several lines. */
  readonly #inText = new Set<number>();
  readonly #inBlockScalar = new Set<number>();

  constructor(root: Block, lines: readonly string[], step: number, isKept: (line: number) => boolean) {
    this.#root = root;
    this.#lines = lines;
    this.#step = step;
    this.#first = linesOfBlocks(root);
    this.#shift = new Int32Array(lines.length);
    this.#keptBefore = new Uint32Array(lines.length + 1);
    for (let line = 0; line < lines.length; line++)
      this.#keptBefore[line + 1] = (this.#keptBefore[line] ?? 0) + (isKept(line) ? 1 : 0);
  }

  root(): void {
    const { pairs } = this.#root;
    const [first] = pairs;
    const last = pairs.at(-1);
    if (!first || !last || !this.#beginsLine(first)) return;
    const isMovable = !this.#hasKept(0, this.#lines.length - 1);
    this.#map(pairs, first.col, isMovable ? 0 : first.col);
  }

  /** The changes for the shifts. White space in empty lines does not matter, but in block scalars. */
  changes(): readonly SpaceChange[] {
    this.#moveComments();
    return this.#lines.flatMap((text, line) => {
      const shift = this.#shift[line] ?? 0;
      const indent = indentOf(text);
      if (shift === 0 || this.#isKept(line)) return [];
      if (text.trim() === "" && (indent === 0 || !this.#inBlockScalar.has(line))) return [];
      return shift > 0
        ? { line, from: 0, to: 0, newText: " ".repeat(shift) }
        : { line, from: 0, to: Math.min(indent, -shift), newText: "" };
    });
  }

  #map(pairs: readonly Pair[], from: number, to: number): void {
    for (const pair of pairs) {
      this.#move(pair, to - from);
      this.#value(pair.value, from, to);
    }
  }

  /** Moves the value of a key that moves from one column to another. */
  #value(value: Node, from: number, to: number): void {
    if (value.kind === "scalar") this.#scalar(value);
    else if (value.kind === "map" && !value.flow) {
      const col = value.pairs[0]?.col ?? value.col;
      this.#map(value.pairs, col, this.#target(value, col, { from, to }));
    } else if (value.kind === "list" && !value.flow) {
      const isAtKey = value.col === from;
      this.#list(value, isAtKey ? to : this.#target(value, value.col, { from, to }));
    }
  }

  #target(
    value: MapNode | ListNode,
    col: number,
    key: { readonly from: number; readonly to: number },
  ): number {
    const start = value.kind === "map" ? (value.pairs[0] ?? value) : value;
    const isOwnLine = this.#beginsLine(start) && !this.#hasKept(this.#lineOf(value), this.#lastLineOf(value));
    return isOwnLine ? key.to + this.#step : col + key.to - key.from;
  }

  /** Items keep their distance from the dash. */
  #list(list: ListNode, to: number): void {
    const shift = to - list.col;
    this.#move(list, shift);
    for (const item of list.items) {
      if (item.kind === "scalar") this.#scalar(item);
      else if (item.kind === "list" && !item.flow) this.#list(item, item.col + shift);
      else if (item.kind === "map" && !item.flow) {
        const col = item.pairs[0]?.col ?? item.col;
        this.#map(item.pairs, col, col + shift);
      }
    }
  }

  #scalar(scalar: ScalarNode): void {
    if (scalar.line === scalar.endLine) return;
    const isBlock = scalar.style === "literal" || scalar.style === "folded";
    const last = this.#lastLineOf(scalar);
    for (let line = this.#lineOf(scalar) + 1; line <= last; line++) {
      this.#inText.add(line);
      if (isBlock) this.#inBlockScalar.add(line);
    }
  }

  #move(span: Span, shift: number): void {
    const first = this.#lineOf(span);
    if ((this.#shift[first] ?? 0) === shift) return;
    this.isChanged = true;
    this.#shift.fill(shift, first, this.#lastLineOf(span) + 1);
  }

  /**
   * A comment moves with the next line if it is at its column, otherwise with the last line above it that is not deeper.
   */
  #moveComments(): void {
    const next = this.#nextContent();
    const above: IndentedLine[] = [];
    for (const [line, text] of this.#lines.entries()) {
      if (this.#inText.has(line) || text.trim() === "") continue;
      const indent = indentOf(text);
      if (this.#isComment(line)) {
        this.#shift[line] = this.#shiftOfComment(indent, next[line] ?? -1, above);
        continue;
      }
      while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
      above.push({ indent, shift: this.#shift[line] ?? 0 });
    }
  }

  #shiftOfComment(indent: number, next: number, above: readonly IndentedLine[]): number {
    if (next >= 0 && indentOf(this.#lines[next] ?? "") === indent) return this.#shift[next] ?? 0;
    return above.findLast((one) => one.indent <= indent)?.shift ?? 0;
  }

  /** For each line, the next one that is neither blank nor a comment; -1 if there is none. */
  #nextContent(): Int32Array {
    const next = new Int32Array(this.#lines.length);
    let found = -1;
    for (let line = this.#lines.length - 1; line >= 0; line--) {
      next[line] = found;
      if (this.#lines[line]?.trim() !== "" && !this.#isComment(line)) found = line;
    }
    return next;
  }

  #isComment(line: number): boolean {
    return !this.#inText.has(line) && /^[ \t]*#/.test(this.#lines[line] ?? "");
  }

  #beginsLine(span: Span): boolean {
    return indentOf(this.#lines[this.#lineOf(span)] ?? "") === span.col;
  }

  #lineOf({ block, line }: Span): number {
    return (this.#first.get(block) ?? 0) + line;
  }

  #lastLineOf(span: Span): number {
    return (this.#first.get(span.block) ?? 0) + lastLineInBlock(span);
  }

  #isKept(line: number): boolean {
    return this.#hasKept(line, line);
  }

  #hasKept(from: number, to: number): boolean {
    return this.#keptBefore[to + 1] !== this.#keptBefore[from];
  }
}
