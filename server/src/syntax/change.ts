import { splitRoot } from "./block-splitter.ts";
import { isBare, isTail } from "./blocks.ts";
import { linesIn, type Segment, segmentsOfBlock } from "./segments.ts";
import type { Block } from "./tree.ts";

/** A range of a text, in lines and UTF-16 columns from 0, and the text that replaces it. */
export interface TextChange {
  readonly fromLine: number;
  readonly fromCol: number;
  readonly toLine: number;
  readonly toCol: number;
  readonly text: string;
}

/**
 * The root of a file after changes, which are in the order of the text and do not overlap. The whole text is split again, but
 * entries that no change touches are reused.
 */
export function changeRoot(root: Block, changes: readonly TextChange[]): Block {
  return splitRoot(root.uri, new ChangedSegments(root, changes).all());
}

/** The change from one text to another: all lines from the first to the last that differ. */
export function changeBetween(old: string, text: string): TextChange {
  const maxLength = Math.min(old.length, text.length);
  let commonStart = 0;
  while (commonStart < maxLength && old.charCodeAt(commonStart) === text.charCodeAt(commonStart))
    commonStart++;
  const from = commonStart === 0 ? 0 : text.lastIndexOf("\n", commonStart - 1) + 1;
  let commonEnd = 0;
  let end = 0;
  while (
    commonEnd < maxLength - from &&
    old.charCodeAt(old.length - 1 - commonEnd) === text.charCodeAt(text.length - 1 - commonEnd)
  ) {
    if (old.charCodeAt(old.length - 1 - commonEnd) === 10) end = commonEnd;
    commonEnd++;
  }
  return {
    fromLine: linesTo(old, from),
    fromCol: 0,
    toLine: linesTo(old, old.length - end),
    toCol: end === 0 ? Infinity : 0,
    text: text.slice(from, text.length - end),
  };
}

function linesTo(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** Makes the segments of a text after changes: entries that no change touches, and the text between them. */
class ChangedSegments {
  readonly #root: Block;
  readonly #changes: readonly TextChange[];
  readonly #segments: Segment[] = [];
  /** The text of changed lines since the last segment that stays, with the rest of their entries. */
  #touched: string[] = [];
  /** The line at which that text begins. */
  #line = 0;
  /** How many changes are made, and how many end above the segment that is looked at. */
  #made = 0;
  #passed = 0;

  constructor(root: Block, changes: readonly TextChange[]) {
    this.#root = root;
    const within = (line: number) => Math.min(line, root.lines);
    this.#changes = changes.map((change) => ({
      ...change,
      fromLine: within(change.fromLine),
      fromCol: change.fromLine > root.lines ? Infinity : change.fromCol,
      toLine: within(Math.max(change.fromLine, change.toLine)),
      toCol: change.toLine > root.lines ? Infinity : change.toLine < change.fromLine ? 0 : change.toCol,
    }));
  }

  all(): readonly Segment[] {
    this.#add(topSegments(this.#root), 0);
    this.#passed = this.#changes.length;
    this.#makeChanges();
    return this.#segments;
  }

  #add(segments: readonly Segment[], begin: number): void {
    let line = begin;
    for (const segment of segments) {
      const end = line + linesIn(segment);
      if (!this.#isTouched(segment, line, end)) {
        this.#makeChanges();
        this.#segments.push(segment);
        this.#line = end;
      } else if (typeof segment === "string") this.#touched.push(segment);
      else this.#add(segmentsOfBlock(segment), line);
      line = end;
    }
  }

  #isTouched(segment: Segment, line: number, end: number): boolean {
    while ((this.#changes[this.#passed]?.toLine ?? Infinity) < line) this.#passed++;
    const change = this.#changes[this.#passed];
    return change !== undefined && (end > change.fromLine || (end === change.fromLine && !endsLine(segment)));
  }

  /** Makes the changes of the text that they touch, which ends here. */
  #makeChanges(): void {
    if (this.#made === this.#passed) return;
    const changes = this.#changes.slice(this.#made, this.#passed).map((change) => ({
      ...change,
      fromLine: change.fromLine - this.#line,
      toLine: change.toLine - this.#line,
    }));
    const text = applyChanges(this.#touched.join(""), changes);
    if (text !== "") this.#segments.push(text);
    this.#touched = [];
    this.#made = this.#passed;
  }
}

/** The entries and the tail of a root, and the text of its header and of what could not be split. */
function topSegments({ children = [] }: Block): readonly Segment[] {
  const filled = children.filter((child) => !isBare(child));
  const isSplit = filled.length > 1 || filled[0]?.children !== undefined;
  return children.flatMap((child) =>
    (isSplit && !isBare(child)) || isTail(child) ? [child] : segmentsOfBlock(child),
  );
}

function endsLine(segment: Segment): boolean {
  let last: Segment | undefined = segment;
  while (typeof last === "object" && last.children) last = last.children.at(-1);
  return (typeof last === "object" ? last.text : (last ?? "")).endsWith("\n");
}

/**
 * Applies changes to a text, which are in its order and do not overlap. Positions past the end of a line or of the text
 * mean its end.
 */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  const offsets = new Offsets(text);
  const parts: string[] = [];
  let at = 0;
  for (const { fromLine, fromCol, toLine, toCol, text: newText } of changes) {
    const from = Math.max(at, offsets.of(fromLine, fromCol));
    parts.push(text.slice(at, from), newText);
    at = toLine < fromLine ? from : Math.max(from, offsets.of(toLine, toCol));
  }
  return parts.join("") + text.slice(at);
}

/** Applies one change to a text. */
export function applyChange(text: string, change: TextChange): string {
  return applyChanges(text, [change]);
}

/** The offset of a line and column; for a column past the end of the line, the end of the line. */
export function offsetAt(text: string, line: number, col: number): number {
  return new Offsets(text).of(line, col);
}

/** The offsets of positions in a text, which are asked for in its order. */
class Offsets {
  readonly #text: string;
  readonly #breaks = /\r\n?|\n/g;
  /** A line and the offset at which it begins. */
  #line = 0;
  #start = 0;

  constructor(text: string) {
    this.#text = text;
  }

  of(line: number, col: number): number {
    for (; this.#line < line; this.#line++) {
      const next = this.#nextBreak();
      if (!next) return this.#text.length;
      this.#start = this.#breaks.lastIndex;
    }
    return Math.min(this.#start + col, this.#nextBreak()?.index ?? this.#text.length);
  }

  #nextBreak(): RegExpExecArray | null {
    this.#breaks.lastIndex = this.#start;
    return this.#breaks.exec(this.#text);
  }
}
