import { bare, container, isTail, joinBlocks, leaf, type Mutable } from "./blocks.ts";
import { columnAt, type Entries, entriesOf, isUnfit } from "./entries.ts";
import { FARTHEST, firstContent, headOf, LONGEST_LEAF } from "./line-kinds.ts";
import {
  type Chunk,
  firstLine,
  headAndBody,
  isLongerThanLeaf,
  rememberSegments,
  type Segment,
  segmentsOf,
  segmentsOfBlock,
  textOfSegments,
} from "./segments.ts";
import type { Block, Span } from "./tree.ts";

const HEADER = /^(?:(?:[ \t]*\r?|[ \t]*#[^\n]*|%[^\n]*)\n)*?---[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/;
/** Lines of which none says anything. */
const PROLOGUE = /^(?:(?:[ \t]*\r?|[ \t]*#[^\n]*|%[^\n]*)\n)*$/;
/** At the beginning of a line, which for `^` would be behind other signs than a line break too. */
const MARKER = /(?<![^\n])(?:---|\.\.\.)(?=[ \t\r\n]|$)/;

/** Cuts and parses a whole text. What is an entry among its pieces, and one again, is taken as it is. */
export function splitRoot(uri: string, pieces: readonly Segment[]): Block {
  const { header, body, tail } = documentIn(pieces);
  const entries = entriesOf(body, -1);
  const [first = tail[0] ?? ""] = body;
  const indent = entries?.column ?? columnAt(first);
  return joinBlocks(uri, indent, [
    ...(header ? [bare(uri, header)] : []),
    ...(entries ? entryBlocks(uri, entries) : body.length > 0 ? [leafOf(uri, body, indent)] : []),
    ...(tail.length > 0 ? [tailOf(uri, tail)] : []),
  ]);
}

function tailOf(uri: string, pieces: readonly Segment[]): Block {
  const [only] = pieces;
  if (typeof only === "object" && pieces.length === 1) return only;
  const block = bare(uri, textOfSegments(pieces));
  rememberSegments(block, pieces);
  return block;
}

interface DocumentParts {
  /** Comments and blank lines, directives, the first marker. */
  readonly header: string;
  readonly body: readonly Segment[];
  /** The next marker, and what follows it. */
  readonly tail: readonly Segment[];
}

function documentIn(pieces: readonly Segment[]): DocumentParts {
  const { top, begin, others } = topOf(pieces);
  const header = top.slice(0, begin);
  const all = begin < top.length ? [top.slice(begin), ...others] : others;
  const index = all.findIndex((piece) => markerIn(piece) >= 0);
  const piece = all[index];
  if (piece === undefined) return { header, body: all, tail: [] };
  const at = markerIn(piece);
  const isText = typeof piece === "string";
  return {
    header,
    body: [...all.slice(0, index), ...(isText && at > 0 ? [piece.slice(0, at)] : [])],
    tail: [isText ? piece.slice(at) : piece, ...all.slice(index + 1)],
  };
}

/**
 * The text with which segments begin, as far as it may be a header, and where what it says begins in it. An entry that
 * begins like a directive may be one, and so may the marker of a tail.
 */
function topOf(segments: readonly Segment[]): { top: string; begin: number; others: readonly Segment[] } {
  const texts: string[] = [];
  const next = segments.toReversed();
  let part: HeaderPart | undefined = "directives";
  for (let first = next.at(-1); first !== undefined && part !== undefined; first = next.at(-1)) {
    if (typeof first === "object" && !first.text.startsWith("%") && !isTail(first)) break;
    next.pop();
    if (typeof first === "string") {
      texts.push(first);
      part = partBelow(part, first);
    } else next.push(...segmentsOfBlock(first).toReversed());
  }
  const top = texts.join("");
  return { top, begin: firstContent(top, HEADER.exec(top)?.[0].length ?? 0), others: next.toReversed() };
}

/** What a header goes on with: directives and comments up to the first marker, comments behind it. */
type HeaderPart = "directives" | "comments";

/** The part of a header that goes on below whole lines; `undefined` if they say something that belongs to no header. */
function partBelow(part: HeaderPart, lines: string): HeaderPart | undefined {
  if (part === "directives" && PROLOGUE.test(lines)) return part;
  const marked = part === "comments" ? 0 : HEADER.exec(lines)?.[0].length;
  return marked !== undefined && firstContent(lines, marked) === lines.length ? "comments" : undefined;
}

/** Where a document marker stands. */
function markerIn(piece: Segment): number {
  if (typeof piece === "string") return piece.search(MARKER);
  return isTail(piece) ? 0 : -1;
}

/** Entries as blocks. Of those that are misplaced, one below the other, the first is told to be; the others hide behind it. */
function entryBlocks(uri: string, { column, cuts }: Entries): readonly Block[] {
  return cuts.map((cut, index) => {
    const code = cut.indent === cuts[index - 1]?.indent ? "ASTRAY" : "STRAY";
    return entry(uri, cut, cut.indent === column ? undefined : { code, column });
  });
}

interface MisplacedBlock {
  readonly code: "STRAY" | "ASTRAY";
  readonly column: number;
}

/** One entry, as a container if its map is long, or broken: so that what is wrong spoils no more than its own entry. */
function entry(uri: string, cut: Chunk, stray: MisplacedBlock | undefined): Block {
  const { indent } = cut;
  if (!("pieces" in cut) && !stray && !isPlaced(cut)) return cut;
  const pieces = segmentsOf(cut);
  const long = isLongerThanLeaf(pieces);
  if (long) return longEntry(uri, pieces, indent, long, stray) ?? leafOf(uri, pieces, indent, stray);
  const block = leafOf(uri, pieces, indent, stray);
  return block.faults.length > 0 ? (longEntry(uri, pieces, indent, long, stray) ?? block) : block;
}

/** Whether something is said of a block that its own text does not show: it was put where it does not belong. */
function isPlaced(block: Block): boolean {
  const { faults } = block.children?.[0] ?? block;
  return (
    faults.length > 0 &&
    faults.some(({ code, column }) => column !== undefined || (!block.children && code === "UNFIT"))
  );
}

/** An entry as a container; `undefined` if it is none. */
function longEntry(
  uri: string,
  pieces: readonly Segment[],
  indent: number,
  long: boolean,
  stray: MisplacedBlock | undefined,
): Block | undefined {
  const parts = indent > FARTHEST ? undefined : headAndBody(pieces);
  const entries = parts && entriesOf(parts.body, indent);
  if (!entries) return undefined;
  const line = firstLine(parts.head);
  const fits = headOf(line) !== undefined;
  if (!fits && (!long || !isUnfit(line, entries))) return undefined;
  const head = headBlock(uri, parts.head, indent, fits, stray);
  return container(uri, indent, [head, ...entryBlocks(uri, entries)]);
}

function headBlock(
  uri: string,
  pieces: readonly Segment[],
  indent: number,
  fits: boolean,
  stray: MisplacedBlock | undefined,
): Block {
  const [only] = pieces;
  if (typeof only === "object" && pieces.length === 1 && fits && !stray && !isPlaced(only)) return only;
  const block = leafOf(uri, pieces, indent, stray);
  if (!fits) block.faults = [...block.faults, { ...valueIn(block), code: "UNFIT" }];
  return block;
}

/** The leaf of pieces; of one that should stand elsewhere, if nothing else is wrong with it, that is said. */
function leafOf(uri: string, pieces: readonly Segment[], indent: number, stray?: MisplacedBlock): Mutable {
  const block = leaf(uri, textOfSegments(pieces), indent);
  if (block.lines > LONGEST_LEAF) rememberSegments(block, pieces);
  if (stray && (block.faults.length === 0 || stray.code === "ASTRAY"))
    block.faults = [...block.faults, { ...firstIn(block), ...stray }];
  return block;
}

/** The key of a block; where it has none, its first line. */
function firstIn(block: Block): Span {
  const { line, col, endLine, endCol } = block.pairs[0]?.key ?? restOfLine(block, block.indent);
  return { block, line, col, endLine, endCol };
}

/** What stands where only entries below should: the value of a head. */
function valueIn(block: Block): Span {
  const value = block.pairs[0]?.value;
  return value?.line === 0 ? restOfLine(block, value.col) : restOfLine(block, block.indent);
}

/** The first line of a block from a column on. */
function restOfLine(block: Block, col: number): Span {
  const endCol = Math.max(col, firstLine([block]).trimEnd().length);
  return { block, line: 0, col, endLine: 0, endCol };
}
