import { textOf } from "./blocks.ts";
import { countLines, firstContent, indentOf, kindOf, MAX_LEAF_LINES, nextLine } from "./line-kinds.ts";
import type { Block } from "./tree.ts";

/**
 * Whole lines of a text: as text, or as the block of an entry that no edit touched. All lines of an entry after the
 * first are deeper than it or continue it: so a boundary at its column, or further to the left, never splits the entry.
 */
export type Segment = string | Block;

/**
 * The lines between two boundaries: a known entry, or the segments of a new entry with the column of its first line.
 */
export type Chunk = Block | SegmentList;

interface SegmentList {
  readonly indent: number;
  readonly segments: readonly Segment[];
}

/** The segments of a chunk. */
export function segmentsOf(chunk: Chunk): readonly Segment[] {
  return "segments" in chunk ? chunk.segments : [chunk];
}

/** The text of segments. */
export function textOfSegments(segments: readonly Segment[]): string {
  const [only] = segments;
  if (segments.length === 1 && only !== undefined) return typeof only === "string" ? only : textOf(only);
  return segments.map((segment) => (typeof segment === "string" ? segment : textOf(segment))).join("");
}

/** The number of line breaks in a segment. Counting stops at `enough`. */
export function linesIn(segment: Segment, enough?: number): number {
  return typeof segment === "string" ? countLines(segment, enough) : segment.lines;
}

/** Whether segments have more lines than a leaf that can be split. */
export function isLongerThanLeaf(segments: readonly Segment[]): boolean {
  let lines = 0;
  for (const segment of segments) {
    lines += linesIn(segment, MAX_LEAF_LINES + 1);
    if (lines > MAX_LEAF_LINES) return true;
  }
  return false;
}

/** The segments that a leaf replaced: entries in it may be valid again after the next edit. */
const replacedSegments = new WeakMap<Block, readonly Segment[]>();

/** Records the segments of which a leaf was made. */
export function rememberSegments(leaf: Block, segments: readonly Segment[]): void {
  if (segments.some((segment) => typeof segment !== "string")) replacedSegments.set(leaf, segments);
}

/** The segments of which a block is made. */
export function segmentsOfBlock(block: Block): readonly Segment[] {
  return block.children ?? replacedSegments.get(block) ?? [block.text];
}

/** The first line of segments, with its line break. */
export function firstLine([first]: readonly Segment[]): string {
  let segment = first;
  while (typeof segment === "object" && segment.children) segment = segment.children[0];
  const text = typeof segment === "object" ? segment.text : (segment ?? "");
  return text.slice(0, nextLine(text, 0));
}

/** The text from the last line that is neither blank nor a comment to the end. */
export function lastContent(segments: readonly Segment[]): string {
  let found = "";
  for (let i = segments.length - 1; i >= 0; i--) {
    let segment = segments[i];
    while (typeof segment === "object" && segment.children) segment = segment.children.at(-1);
    const text = typeof segment === "object" ? segment.text : (segment ?? "");
    for (let at = text.length; at > 0; ) {
      at = at < 2 ? 0 : text.lastIndexOf("\n", at - 2) + 1;
      if (kindOf(text, at, 0) !== "blank") return text.slice(at) + found;
    }
    found = text + found;
  }
  return found;
}

/**
 * Splits an entry into its first line, with the blank lines and comments below it, and the rest; `undefined` if there
 * is no rest.
 */
export function headAndBody(
  all: readonly Segment[],
): { readonly head: readonly Segment[]; readonly body: readonly Segment[] } | undefined {
  const segments = unfolded(all);
  const index = segments.findIndex((segment, i) => bodyIn(segment, i === 0) !== undefined);
  const segment = segments[index];
  if (segment === undefined) return undefined;
  const at = bodyIn(segment, index === 0) ?? 0;
  const isSplit = typeof segment === "string" && at > 0;
  return {
    head: [...segments.slice(0, index), ...(isSplit ? [segment.slice(0, at)] : [])],
    body: [isSplit ? segment.slice(at) : segment, ...segments.slice(index + 1)],
  };
}

/** The segments of an entry, opened so that the first is text or is no longer than its first line. */
function unfolded(segments: readonly Segment[]): readonly Segment[] {
  const [first] = segments;
  if (typeof first !== "object" || (bodyIn(first.text, true) === undefined && !first.children))
    return segments;
  return unfolded([...segmentsOfBlock(first), ...segments.slice(1)]);
}

/**
 * The offset of the first line with content in a segment; in the first segment of an entry, of the second such line.
 */
function bodyIn(segment: Segment, isFirst: boolean): number | undefined {
  if (typeof segment === "object") return isFirst ? undefined : 0;
  const at = firstContent(segment, isFirst ? nextLine(segment, 0) : 0);
  return at < segment.length ? at : undefined;
}

/**
 * Splits segments that begin with a line with content: before each line to the left of a column, and before each line
 * at that column that does not continue the entry above.
 */
export function splitAt(segments: readonly Segment[], column: number): readonly Chunk[] {
  const chunks: Chunk[] = [];
  splitInto(chunks, segments, column);
  return chunks;
}

function splitInto(chunks: Chunk[], segments: readonly Segment[], column: number): void {
  for (const segment of segments) {
    if (typeof segment === "string") splitText(chunks, segment, column);
    // A boundary to the right of its column may split it.
    else if (segment.indent < column) splitInto(chunks, segmentsOfBlock(segment), column);
    else if (chunks.length === 0 || beginsAt(segment, column)) chunks.push(segment);
    else extend(chunks, segment);
  }
}

function beginsAt(block: Block, column: number): boolean {
  return block.indent === column && (!!block.children || kindOf(block.text, 0, column) === "entry");
}

function splitText(chunks: Chunk[], text: string, column: number): void {
  let from = 0;
  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    if (chunks.length > 0 && !isBoundary(text, at, column)) continue;
    if (at > from) extend(chunks, text.slice(from, at));
    chunks.push({ indent: indentOf(text, at), segments: [] });
    from = at;
  }
  extend(chunks, from === 0 ? text : text.slice(from));
}

function isBoundary(text: string, at: number, column: number): boolean {
  const kind = kindOf(text, at, column);
  return kind === "entry" || kind === "outside";
}

/** Adds a segment to the last chunk. */
function extend(chunks: Chunk[], segment: Segment): void {
  const last = chunks[chunks.length - 1];
  if (!last) return;
  if ("segments" in last) (last.segments as Segment[]).push(segment);
  else chunks[chunks.length - 1] = { indent: last.indent, segments: [last, segment] };
}
