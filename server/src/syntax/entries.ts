import { behindKey, headOf, indentOf, isWord, kindOf, nextLine } from "./line-kinds.ts";
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
import { leftOpen, mayClose } from "./unclosed.ts";

/** A text cut into the entries of a map: where their keys stand, and each of them. */
export interface Entries {
  readonly column: number;
  /** Those of another column are misplaced. */
  readonly cuts: readonly Chunk[];
}

/**
 * The entries of a text that begins with a line that says something; `undefined` if it is none, or stands no deeper than
 * the key above it. In a long text there may be a line that is misplaced, or none: it is not for that to be parsed as a
 * whole, and refused as a whole.
 */
export function entriesOf(pieces: readonly Segment[], above: number): Entries | undefined {
  const [first] = pieces;
  if (first === undefined || columnAt(first) <= above) return undefined;
  const long = isLongerThanLeaf(pieces);
  if (!long && isMixed(textOfSegments(pieces), columnAt(first))) return undefined;
  const entries = cutBest(pieces, columnAt(first), above);
  const { column, cuts } = entries;
  if (beginsWithKey(cuts[0])) return entries;
  const hasKey = cuts.slice(1).some((cut) => cut.indent === column && beginsWithKey(cut));
  const line = firstLine(pieces);
  const isEntry = hasKey && (isWord(line) || (long && isStray(line, cuts)));
  return isEntry ? entries : undefined;
}

/** Cut at the column of the first entry, or at another one if fewer of them are misplaced then. */
function cutBest(pieces: readonly Segment[], first: number, above: number): Entries {
  const cuts = splitAt(pieces, first);
  const right = cuts.findIndex(({ indent }) => indent < first && indent > above);
  const column = cuts[right]?.indent ?? (above < 0 ? first : columnBelow(pieces, cuts, first));
  if (column > first) return { column, cuts: splitAt(pieces, column) };
  const left = cuts.filter(({ indent }) => indent < first).length;
  const farther = cuts.filter(({ indent }) => indent < column).length;
  if (column === first || right + farther >= left) return { column: first, cuts };
  const [misplaced, ...others] = splitAt(pieces, column);
  return { column, cuts: [...(misplaced ? splitAt(segmentsOf(misplaced), first) : []), ...others] };
}

/**
 * The column of entries. If there is only one, and what stands below it begins to the left of its own entries, then it is
 * that one which stands too far to the left.
 */
function columnBelow(pieces: readonly Segment[], cuts: readonly Chunk[], first: number): number {
  const parts = cuts.length === 1 && headOf(firstLine(pieces)) ? headAndBody(pieces) : undefined;
  const [body] = parts?.body ?? [];
  if (!parts || body === undefined) return first;
  const below = splitAt(parts.body, columnAt(body));
  const own = below.findIndex(({ indent }) => indent < columnAt(body));
  const column = below[own]?.indent ?? first;
  const beside = below.filter(({ indent }) => indent === column).length;
  return own > 1 && beside > 1 && beginsWithKey(below[0]) ? Math.max(column, first) : first;
}

/** Whether a line stands to the left of a column. */
function isMixed(text: string, column: number): boolean {
  for (let at = 0; at < text.length; at = nextLine(text, at))
    if (kindOf(text, at, column) === "outside") return true;
  return false;
}

/** The column at which a piece begins. */
export function columnAt(piece: Segment): number {
  return typeof piece === "string" ? indentOf(piece) : piece.indent;
}

function beginsWithKey(cut: Chunk | undefined): boolean {
  return cut !== undefined && behindKey(firstLine(segmentsOf(cut))) !== undefined;
}

/** What stands from the last line of a cut on that says something. */
function endOf(cut: Chunk | undefined): string {
  return cut ? lastContent(segmentsOf(cut)) : "";
}

/** Whether a line without a key above keys of its column is surely not the beginning of a value that they belong to. */
function isStray(line: string, cuts: readonly Chunk[]): boolean {
  const [first] = cuts;
  const value = line.trimStart();
  if (!first || /^[|>]/.test(value) || (/^-\s/.test(value) && isLongerThanLeaf(segmentsOf(first))))
    return false;
  // An anchor or a tag alone belongs to what follows.
  if (/^(?:[&!]\S*\s+)+(?:#.*)?$/.test(value) && !headAndBody(segmentsOf(first))) return false;
  const closer = leftOpen(value);
  return !closer || !mayClose(closer, endOf(cuts.at(-1)));
}

/**
 * Whether a line with more on it than a key surely cannot stand above entries: it has a value already, or no colon, or
 * opens a bracket or a quote that nothing below it closes.
 */
export function isUnfit(line: string, { cuts }: Entries): boolean {
  const behind = behindKey(line);
  const value = behind === undefined ? line.trimStart() : line.slice(behind).replace(PROPERTIES, "");
  const closer = leftOpen(value);
  if (behind === undefined ? !isWord(line) && !closer : /^[|>]/.test(value)) return false;
  if (!beginsWithKey(cuts[0])) return false;
  if (!closer) return true;
  // Commas between them: the entries are meant to stand between brackets.
  const [first = ""] = endOf(cuts[0]).split(/\n|[ \t]#/, 1);
  const isFlow = /[\]}]/.test(closer) && first.trimEnd().endsWith(",");
  return !isFlow && !mayClose(closer, endOf(cuts.at(-1)));
}

/** Spaces behind a colon, anchors and tags. */
const PROPERTIES = /^[ \t]*(?:[&!]\S*[ \t]+)*/;
