import { appendAll } from "../base/append-all.ts";
import { bare, container, isTail, joinBlocks, leaf, type Mutable } from "./blocks.ts";
import { cannotBeParent, columnAt, type Entries, entriesOf } from "./entries.ts";
import { firstContent, headOf, MAX_COLUMN, MAX_LEAF_LINES } from "./line-kinds.ts";
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
/** Lines without content. */
const PROLOGUE = /^(?:(?:[ \t]*\r?|[ \t]*#[^\n]*|%[^\n]*)\n)*$/;
/** At the start of a line. With `^` it would also match after other characters than a line break. */
const MARKER = /(?<![^\n])(?:---|\.\.\.)(?=[ \t\r\n]|$)/;

/** Splits and parses a whole text. Segments that are blocks, and are entries again, are reused. */
export function splitRoot(uri: string, segments: readonly Segment[]): Block {
  const { header, body, tail } = documentIn(segments);
  const entries = entriesOf(body, -1);
  const [first = tail[0] ?? ""] = body;
  const indent = entries?.column ?? columnAt(first);
  return joinBlocks(uri, indent, [
    ...(header ? [bare(uri, header)] : []),
    ...(entries ? entryBlocks(uri, entries) : body.length > 0 ? [leafOf(uri, body, indent)] : []),
    ...(tail.length > 0 ? [tailOf(uri, tail)] : []),
  ]);
}

function tailOf(uri: string, segments: readonly Segment[]): Block {
  const [only] = segments;
  if (typeof only === "object" && segments.length === 1) return only;
  const block = bare(uri, textOfSegments(segments));
  rememberSegments(block, segments);
  return block;
}

interface DocumentParts {
  /** Blank lines, comments, directives, and the first document marker. */
  readonly header: string;
  readonly body: readonly Segment[];
  /** The next document marker and all that follows. */
  readonly tail: readonly Segment[];
}

function documentIn(segments: readonly Segment[]): DocumentParts {
  const { top, begin, others } = topOf(segments);
  const header = top.slice(0, begin);
  const all = begin < top.length ? [top.slice(begin), ...others] : others;
  const index = all.findIndex((segment) => markerIn(segment) >= 0);
  const segment = all[index];
  if (segment === undefined) return { header, body: all, tail: [] };
  const at = markerIn(segment);
  const isText = typeof segment === "string";
  return {
    header,
    body: [...all.slice(0, index), ...(isText && at > 0 ? [segment.slice(0, at)] : [])],
    tail: [isText ? segment.slice(at) : segment, ...all.slice(index + 1)],
  };
}

/**
 * The leading text of segments that may be a header, and the offset in it at which the content begins. An entry that
 * looks like a directive may belong to it, and so may the marker of a tail.
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
    } else appendAll(next, segmentsOfBlock(first).toReversed());
  }
  const top = texts.join("");
  return { top, begin: firstContent(top, HEADER.exec(top)?.[0].length ?? 0), others: next.toReversed() };
}

/** What may follow in a header: directives and comments before the first marker, comments after it. */
type HeaderPart = "directives" | "comments";

/**
 * The part of a header that may follow after whole lines; `undefined` if the lines have content that cannot be in a
 * header.
 */
function partBelow(part: HeaderPart, lines: string): HeaderPart | undefined {
  if (part === "directives" && PROLOGUE.test(lines)) return part;
  const marked = part === "comments" ? 0 : HEADER.exec(lines)?.[0].length;
  return marked !== undefined && firstContent(lines, marked) === lines.length ? "comments" : undefined;
}

/** The offset of a document marker in a segment; -1 if there is none. */
function markerIn(segment: Segment): number {
  if (typeof segment === "string") return segment.search(MARKER);
  return isTail(segment) ? 0 : -1;
}

/** The blocks of entries. Of consecutive misplaced entries the first is reported; the others are hidden. */
function entryBlocks(uri: string, { column, chunks }: Entries): readonly Block[] {
  return chunks.map((chunk, index) => {
    const code = chunk.indent === chunks[index - 1]?.indent ? "ASTRAY" : "STRAY";
    return entry(uri, chunk, chunk.indent === column ? undefined : { code, column });
  });
}

interface MisplacedBlock {
  readonly code: "STRAY" | "ASTRAY";
  readonly column: number;
}

/**
 * The block of an entry: a container if its map is long or has syntax errors, so that an error affects only its own
 * entry.
 */
function entry(uri: string, chunk: Chunk, misplaced: MisplacedBlock | undefined): Block {
  const { indent } = chunk;
  if (!("segments" in chunk) && !misplaced && !hasPositionFault(chunk)) return chunk;
  const segments = segmentsOf(chunk);
  const long = isLongerThanLeaf(segments);
  if (long)
    return longEntry(uri, segments, indent, long, misplaced) ?? leafOf(uri, segments, indent, misplaced);
  const block = leafOf(uri, segments, indent, misplaced);
  return block.faults.length > 0 ? (longEntry(uri, segments, indent, long, misplaced) ?? block) : block;
}

/** Whether a block has a fault that depends on its position, not on its own text. */
function hasPositionFault(block: Block): boolean {
  const { faults } = block.children?.[0] ?? block;
  return (
    faults.length > 0 &&
    faults.some(({ code, column }) => column !== undefined || (!block.children && code === "UNFIT"))
  );
}

/** The container of an entry; `undefined` if it is not one. */
function longEntry(
  uri: string,
  segments: readonly Segment[],
  indent: number,
  long: boolean,
  misplaced: MisplacedBlock | undefined,
): Block | undefined {
  const parts = indent > MAX_COLUMN ? undefined : headAndBody(segments);
  const entries = parts && entriesOf(parts.body, indent);
  if (!entries) return undefined;
  const line = firstLine(parts.head);
  const fits = headOf(line) !== undefined;
  if (!fits && (!long || !cannotBeParent(line, entries))) return undefined;
  const head = headBlock(uri, parts.head, indent, fits, misplaced);
  return container(uri, indent, [head, ...entryBlocks(uri, entries)]);
}

function headBlock(
  uri: string,
  segments: readonly Segment[],
  indent: number,
  fits: boolean,
  misplaced: MisplacedBlock | undefined,
): Block {
  const [only] = segments;
  if (typeof only === "object" && segments.length === 1 && fits && !misplaced && !hasPositionFault(only))
    return only;
  const block = leafOf(uri, segments, indent, misplaced);
  if (!fits) block.faults = [...block.faults, { ...valueIn(block), code: "UNFIT" }];
  return block;
}

/** The leaf of segments. If it is misplaced and has no other fault, it gets a fault that says so. */
function leafOf(
  uri: string,
  segments: readonly Segment[],
  indent: number,
  misplaced?: MisplacedBlock,
): Mutable {
  const block = leaf(uri, textOfSegments(segments), indent);
  if (block.lines > MAX_LEAF_LINES) rememberSegments(block, segments);
  if (misplaced && (block.faults.length === 0 || misplaced.code === "ASTRAY"))
    block.faults = [...block.faults, { ...firstIn(block), ...misplaced }];
  return block;
}

/** The span of the key of a block; without a key, of its first line. */
function firstIn(block: Block): Span {
  const { line, col, endLine, endCol } = block.pairs[0]?.key ?? restOfLine(block, block.indent);
  return { block, line, col, endLine, endCol };
}

/** The span of the value of a head, which should have none. */
function valueIn(block: Block): Span {
  const value = block.pairs[0]?.value;
  return value?.line === 0 ? restOfLine(block, value.col) : restOfLine(block, block.indent);
}

/** The rest of the first line of a block, from a column on. */
function restOfLine(block: Block, col: number): Span {
  const endCol = Math.max(col, firstLine([block]).trimEnd().length);
  return { block, line: 0, col, endLine: 0, endCol };
}
