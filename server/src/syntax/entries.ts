import { headOf, indentOf, isWord, kindOf, nextLine, offsetAfterKey } from "./line-kinds.ts";
import {
  type Chunk,
  firstLine,
  headAndBody,
  isLongerThanLeaf,
  lastContent,
  type Segment,
  segmentsOf,
  splitAt,
  textOfSegments,
} from "./segments.ts";
import { mayClose, missingCloser } from "./unclosed.ts";

/** The entries of a map: the column of their keys, and the lines of each. */
export interface Entries {
  readonly column: number;
  /** Chunks at another column are misplaced. */
  readonly chunks: readonly Chunk[];
}

/**
 * The entries of a text that begins with a line with content; `undefined` if there are none, or if they are not deeper
 * than the key above. In a long text a line may be misplaced or not be an entry: otherwise the whole text would be
 * parsed, and rejected, as one block.
 */
export function entriesOf(segments: readonly Segment[], parentColumn: number): Entries | undefined {
  const [first] = segments;
  if (first === undefined || columnAt(first) <= parentColumn) return undefined;
  const long = isLongerThanLeaf(segments);
  if (!long && isMixed(textOfSegments(segments), columnAt(first))) return undefined;
  const entries = splitBest(segments, columnAt(first), parentColumn);
  const { column, chunks } = entries;
  if (beginsWithKey(chunks[0])) return entries;
  const hasKey = chunks.slice(1).some((chunk) => chunk.indent === column && beginsWithKey(chunk));
  const line = firstLine(segments);
  const isEntry = hasKey && (isWord(line) || (long && isStrayLine(line, chunks)));
  return isEntry ? entries : undefined;
}

/** Splits at the column of the first entry, or at another column if fewer entries are misplaced then. */
function splitBest(segments: readonly Segment[], first: number, parentColumn: number): Entries {
  const chunks = splitAt(segments, first);
  const right = chunks.findIndex(({ indent }) => indent < first && indent > parentColumn);
  const column = chunks[right]?.indent ?? (parentColumn < 0 ? first : columnBelow(segments, chunks, first));
  if (column > first) return { column, chunks: splitAt(segments, column) };
  const left = chunks.filter(({ indent }) => indent < first).length;
  const farther = chunks.filter(({ indent }) => indent < column).length;
  if (column === first || right + farther >= left) return { column: first, chunks };
  const [misplaced, ...others] = splitAt(segments, column);
  return { column, chunks: [...(misplaced ? splitAt(segmentsOf(misplaced), first) : []), ...others] };
}

/**
 * The column of the entries. If there is only one entry, and lines below it begin to the left of its own entries, then
 * that entry itself is too far to the left.
 */
function columnBelow(segments: readonly Segment[], chunks: readonly Chunk[], first: number): number {
  const parts = chunks.length === 1 && headOf(firstLine(segments)) ? headAndBody(segments) : undefined;
  const [body] = parts?.body ?? [];
  if (!parts || body === undefined) return first;
  const below = splitAt(parts.body, columnAt(body));
  const own = below.findIndex(({ indent }) => indent < columnAt(body));
  const column = below[own]?.indent ?? first;
  const atColumn = below.filter(({ indent }) => indent === column).length;
  return own > 1 && atColumn > 1 && beginsWithKey(below[0]) ? Math.max(column, first) : first;
}

/** Whether a line begins to the left of a column. */
function isMixed(text: string, column: number): boolean {
  for (let at = 0; at < text.length; at = nextLine(text, at))
    if (kindOf(text, at, column) === "outside") return true;
  return false;
}

/** The column at which a segment begins. */
export function columnAt(segment: Segment): number {
  return typeof segment === "string" ? indentOf(segment) : segment.indent;
}

function beginsWithKey(chunk: Chunk | undefined): boolean {
  return chunk !== undefined && offsetAfterKey(firstLine(segmentsOf(chunk))) !== undefined;
}

/** The text of a chunk from its last line with content on. */
function endOf(chunk: Chunk | undefined): string {
  return chunk ? lastContent(segmentsOf(chunk)) : "";
}

/** Whether a line without a key, above keys of its column, is certainly not the start of a value that contains them. */
function isStrayLine(line: string, chunks: readonly Chunk[]): boolean {
  const [first] = chunks;
  const value = line.trimStart();
  if (!first || /^[|>]/.test(value) || (/^-\s/.test(value) && isLongerThanLeaf(segmentsOf(first))))
    return false;
  // An anchor or a tag alone belongs to the next line.
  if (/^(?:[&!]\S*\s+)+(?:#.*)?$/.test(value) && !headAndBody(segmentsOf(first))) return false;
  const closer = missingCloser(value);
  return !closer || !mayClose(closer, endOf(chunks.at(-1)));
}

/**
 * Whether a line with more than a key certainly cannot have entries below: it has a value already, or no colon, or it
 * opens a bracket or quote that nothing below closes.
 */
export function cannotBeParent(line: string, { chunks }: Entries): boolean {
  const offset = offsetAfterKey(line);
  const value = offset === undefined ? line.trimStart() : line.slice(offset).replace(PROPERTIES, "");
  const closer = missingCloser(value);
  if (offset === undefined ? !isWord(line) && !closer : /^[|>]/.test(value)) return false;
  if (!beginsWithKey(chunks[0])) return false;
  if (!closer) return true;
  // Separated by commas: the entries are meant to be between brackets.
  const [first = ""] = endOf(chunks[0]).split(/\n|[ \t]#/, 1);
  const isFlow = /[\]}]/.test(closer) && first.trimEnd().endsWith(",");
  return !isFlow && !mayClose(closer, endOf(chunks.at(-1)));
}

/** White space after a colon, anchors and tags. */
const PROPERTIES = /^[ \t]*(?:[&!]\S*[ \t]+)*/;
