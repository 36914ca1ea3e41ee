import { textOf } from "./blocks.ts";
import { countLines, firstContent, indentOf, kindOf, LONGEST_LEAF, nextLine } from "./line-kinds.ts";
import type { Block } from "./tree.ts";

/**
 * Whole lines of a text: as such, or as the entry that was made of them and that no edit touched. All lines of an entry
 * but its first stand deeper or go on with it, so that no cut at its column, or to the left of that, goes through it.
 */
export type Segment = string | Block;

/** What stands from one cut to the next: an entry that is known, or what makes one, with the column of its first line. */
export type Chunk = Block | SegmentList;

interface SegmentList {
  readonly indent: number;
  readonly pieces: readonly Segment[];
}

/** What a cut is made of. */
export function segmentsOf(cut: Chunk): readonly Segment[] {
  return "pieces" in cut ? cut.pieces : [cut];
}

/** The text of pieces. */
export function textOfSegments(pieces: readonly Segment[]): string {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return typeof only === "string" ? only : textOf(only);
  return pieces.map((piece) => (typeof piece === "string" ? piece : textOf(piece))).join("");
}

/** The number of line breaks in a piece, up to a number that is enough. */
export function linesIn(piece: Segment, enough?: number): number {
  return typeof piece === "string" ? countLines(piece, enough) : piece.lines;
}

/** Whether pieces have more lines than a leaf that can be cut. */
export function isLongerThanLeaf(pieces: readonly Segment[]): boolean {
  let lines = 0;
  for (const piece of pieces) {
    lines += linesIn(piece, LONGEST_LEAF + 1);
    if (lines > LONGEST_LEAF) return true;
  }
  return false;
}

/** The entries that a leaf took the place of: what swallowed them may soon give them back. */
const swallowed = new WeakMap<Block, readonly Segment[]>();

/** Remembers of what a leaf was made. */
export function rememberSegments(leaf: Block, pieces: readonly Segment[]): void {
  if (pieces.some((piece) => typeof piece !== "string")) swallowed.set(leaf, pieces);
}

/** What a block is made of. */
export function segmentsOfBlock(block: Block): readonly Segment[] {
  return block.children ?? swallowed.get(block) ?? [block.text];
}

/** The first line, with its line break. */
export function firstLine([first]: readonly Segment[]): string {
  let piece = first;
  while (typeof piece === "object" && piece.children) piece = piece.children[0];
  const text = typeof piece === "object" ? piece.text : (piece ?? "");
  return text.slice(0, nextLine(text, 0));
}

/** What stands from the last line on that is neither blank nor a comment. */
export function lastContent(pieces: readonly Segment[]): string {
  let found = "";
  for (let i = pieces.length - 1; i >= 0; i--) {
    let piece = pieces[i];
    while (typeof piece === "object" && piece.children) piece = piece.children.at(-1);
    const text = typeof piece === "object" ? piece.text : (piece ?? "");
    for (let at = text.length; at > 0; ) {
      at = at < 2 ? 0 : text.lastIndexOf("\n", at - 2) + 1;
      if (kindOf(text, at, 0) !== "blank") return text.slice(at) + found;
    }
    found = text + found;
  }
  return found;
}

/** An entry's first line, with the blank lines and comments below it, and what follows; nothing if nothing follows. */
export function headAndBody(
  all: readonly Segment[],
): { readonly head: readonly Segment[]; readonly body: readonly Segment[] } | undefined {
  const pieces = unfolded(all);
  const index = pieces.findIndex((piece, i) => bodyIn(piece, i === 0) !== undefined);
  const piece = pieces[index];
  if (piece === undefined) return undefined;
  const at = bodyIn(piece, index === 0) ?? 0;
  const isSplit = typeof piece === "string" && at > 0;
  return {
    head: [...pieces.slice(0, index), ...(isSplit ? [piece.slice(0, at)] : [])],
    body: [isSplit ? piece.slice(at) : piece, ...pieces.slice(index + 1)],
  };
}

/** The pieces of an entry, the first of which holds no more than its first line, or is text. */
function unfolded(pieces: readonly Segment[]): readonly Segment[] {
  const [first] = pieces;
  if (typeof first !== "object" || (bodyIn(first.text, true) === undefined && !first.children)) return pieces;
  return unfolded([...segmentsOfBlock(first), ...pieces.slice(1)]);
}

/** Where the first line stands in a piece that says something; in the first piece, the second one. */
function bodyIn(piece: Segment, isFirst: boolean): number | undefined {
  if (typeof piece === "object") return isFirst ? undefined : 0;
  const at = firstContent(piece, isFirst ? nextLine(piece, 0) : 0);
  return at < piece.length ? at : undefined;
}

/**
 * Cuts pieces, which begin with a line that says something, before each line to the left of a column, and before each at
 * that column that does not go on with what stands above.
 */
export function splitAt(pieces: readonly Segment[], column: number): readonly Chunk[] {
  const cuts: Chunk[] = [];
  cutInto(cuts, pieces, column);
  return cuts;
}

function cutInto(cuts: Chunk[], pieces: readonly Segment[], column: number): void {
  for (const piece of pieces) {
    if (typeof piece === "string") cutText(cuts, piece, column);
    // A cut to the right of its column may go through it.
    else if (piece.indent < column) cutInto(cuts, segmentsOfBlock(piece), column);
    else if (cuts.length === 0 || beginsAt(piece, column)) cuts.push(piece);
    else extend(cuts, piece);
  }
}

function beginsAt(block: Block, column: number): boolean {
  return block.indent === column && (!!block.children || kindOf(block.text, 0, column) === "entry");
}

function cutText(cuts: Chunk[], text: string, column: number): void {
  let from = 0;
  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    if (cuts.length > 0 && !cutsBefore(text, at, column)) continue;
    if (at > from) extend(cuts, text.slice(from, at));
    cuts.push({ indent: indentOf(text, at), pieces: [] });
    from = at;
  }
  extend(cuts, from === 0 ? text : text.slice(from));
}

function cutsBefore(text: string, at: number, column: number): boolean {
  const kind = kindOf(text, at, column);
  return kind === "entry" || kind === "outside";
}

/** Adds to the last cut. */
function extend(cuts: Chunk[], piece: Segment): void {
  const last = cuts[cuts.length - 1];
  if (!last) return;
  if ("pieces" in last) (last.pieces as Segment[]).push(piece);
  else cuts[cuts.length - 1] = { indent: last.indent, pieces: [last, piece] };
}
