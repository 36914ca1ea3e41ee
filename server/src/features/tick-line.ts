import { type File, fileLines, rangeOf, spanIn } from "../syntax/file.ts";
import { lastLineOf, type Position, type Range } from "../syntax/positions.ts";
import type { Edit } from "../syntax/problem.ts";
import type { MapNode, Node, Pair } from "../syntax/tree.ts";
import { linesToReserve, NO_LINES, STEP_LINES_EXPLAINED, stepLinesIn } from "./step-lines.ts";

/** An entry to be inserted. */
export interface NewEntry {
  readonly slug: string;
  /** Its value, on one line. */
  readonly value: string;
  /** Whether an entry stands above it. */
  readonly isAbove: (slug: string) => boolean;
  /** Whether lines for the steps around it are reserved too, where there are none. */
  readonly reserves: boolean;
}

/**
 * Inserts one more entry (`slug: value`, one line) into the section `deroulement` of a file, made if there is none: below
 * the line that is reserved for it, else below the last one that is above it. No edit where the file is not such that a line
 * can be inserted.
 */
export function entryInserted(file: File, entry: NewEntry): readonly Edit[] {
  const text = new EditableText(file);
  if (!text.takesLines()) return [];
  const section = file.root.pairs.find(({ key }) => key.text === "deroulement");
  if (!section) {
    const lines = linesWith(entry, new Set(), new Map());
    return [text.appended(["deroulement:", ...lines.map((line) => `  ${line}`)])];
  }
  const map = section.value;
  if (map.kind === "map" && map.flow && map.pairs.length > 0) return inFlow(file, map, entry);
  const reserved = reservedIn(text, section);
  const line = lineAbove(file, section, reserved, entry);
  const lines = linesWith(entry, slugsIn(section), reserved);
  return map.kind === "map" && map.pairs.length > 0
    ? [inBlock(text, section, map, lines, line)]
    : firstEntry(text, section, lines, line);
}

/** An entry, with the lines that are reserved around it; what these are for is said where nothing was said yet. */
function linesWith(
  { slug, value, reserves }: NewEntry,
  entries: ReadonlySet<string>,
  reserved: ReadonlyMap<string, number>,
): readonly string[] {
  const { above, below } = reserves ? linesToReserve(slug, entries, new Set(reserved.keys())) : NO_LINES;
  const isFirst = above.length > 0 && entries.size === 0 && reserved.size === 0;
  return [...(isFirst ? [STEP_LINES_EXPLAINED] : []), ...above, `${slug}: ${value}`, ...below];
}

/** The lines that are reserved for steps, by slug. A comment inside an entry of several lines is none. */
function reservedIn(text: EditableText, section: Pair): ReadonlyMap<string, number> {
  const pairs = pairsIn(section);
  const found = [...stepLinesIn(text.lines, text.extentOf(section))];
  return new Map(found.filter(([, line]) => !pairs.some((pair) => isInside(rangeOf(text.file, pair), line))));
}

function pairsIn({ value }: Pair): readonly Pair[] {
  return value.kind === "map" ? value.pairs : [];
}

function slugsIn(section: Pair): ReadonlySet<string> {
  return new Set(pairsIn(section).map(({ key }) => key.text));
}

/**
 * The line below which an entry is to stand: the one reserved for it, else the last of an entry, or reserved for one, that
 * is above it; `undefined` if there is none.
 */
function lineAbove(
  file: File,
  section: Pair,
  reserved: ReadonlyMap<string, number>,
  { slug, isAbove }: NewEntry,
): number | undefined {
  const own = reserved.get(slug);
  if (own !== undefined) return own;
  const entry = pairsIn(section).findLast(({ key }) => isAbove(key.text));
  const above = [
    ...(entry ? [lastLineOf(rangeOf(file, entry))] : []),
    ...[...reserved].filter(([one]) => isAbove(one)).map(([, line]) => line),
  ];
  return above.length === 0 ? undefined : Math.max(...above);
}

/** Whether a line is one of a range, but not its first. */
function isInside(range: Range, line: number): boolean {
  return range.start.line < line && line <= lastLineOf(range);
}

/** The first entry of a section that says nothing yet. */
function firstEntry(
  text: EditableText,
  { key, value }: Pair,
  lines: readonly string[],
  line: number | undefined,
): readonly Edit[] {
  const { file } = text;
  const { end } = rangeOf(file, key);
  const indent = `\n${" ".repeat(key.col + 2)}`;
  const below = inserted(file, text.endOf(line ?? end.line), `${indent}${lines.join(indent)}`);
  if (value.kind === "absent") return [below];
  if (!isEmpty(value)) return [];
  const empty = rangeOf(file, value);
  if (empty.start.line > end.line) {
    // `{}` on a line of its own: what stands between is kept.
    return line === undefined
      ? [{ at: spanIn(file, empty), newText: lines.join(indent) }]
      : [{ at: spanIn(file, text.wholeLine(empty.start.line)), newText: "" }, below];
  }
  const emptied = { at: spanIn(file, { start: end, end: empty.end }), newText: ":" };
  return [emptied, below];
}

/** `{}`, or a written removal. */
function isEmpty(value: Node): boolean {
  return value.kind === "map" || (value.kind === "scalar" && /^(?:~|null)$/.test(value.text));
}

function inFlow(file: File, { pairs }: MapNode, { slug, value, isAbove }: NewEntry): readonly Edit[] {
  const entry = `${slug}: ${value}`;
  const above = pairs.findLast(({ key }) => isAbove(key.text));
  if (above) return [inserted(file, rangeOf(file, above).end, `, ${entry}`)];
  const start = pairs[0] && rangeOf(file, pairs[0]).start;
  return start ? [inserted(file, start, `${entry}, `)] : [];
}

function inBlock(
  text: EditableText,
  { key }: Pair,
  { pairs }: MapNode,
  lines: readonly string[],
  line = rangeOf(text.file, key).end.line,
): Edit {
  const indent = `\n${" ".repeat(pairs[0]?.key.col ?? 0)}`;
  return inserted(text.file, text.endOf(line), `${indent}${lines.join(indent)}`);
}

class EditableText {
  readonly file: File;
  readonly lines: readonly string[];

  constructor(file: File) {
    this.file = file;
    this.lines = fileLines(file);
  }

  /** Whether the file is a block map, or nothing yet. */
  takesLines(): boolean {
    const { root } = this.file;
    const first = root.pairs[0];
    if (!first) return root.other === undefined && root.faults.length === 0;
    const { start } = rangeOf(this.file, first);
    return !(this.lines[start.line] ?? "").slice(0, start.character).includes("{");
  }

  /** The lines of a section, from the one below its key to the one before the next section. */
  extentOf(section: Pair): { readonly from: number; readonly to: number } {
    const { pairs } = this.file.root;
    const next = pairs[pairs.indexOf(section) + 1];
    return {
      from: rangeOf(this.file, section.key).end.line + 1,
      to: next ? rangeOf(this.file, next).start.line : this.lines.length,
    };
  }

  endOf(line: number): Position {
    return { line, character: this.lines[line]?.length ?? 0 };
  }

  /** A line with its line break. */
  wholeLine(line: number): { readonly start: Position; readonly end: Position } {
    const isLast = line + 1 >= this.lines.length;
    const end = isLast ? this.endOf(line) : { line: line + 1, character: 0 };
    return { start: { line, character: 0 }, end };
  }

  /** Lines at the end. */
  appended(lines: readonly string[]): Edit {
    const end = this.endOf(this.lines.length - 1);
    const text = lines.map((one) => `${one}\n`).join("");
    return inserted(this.file, end, end.character === 0 ? text : `\n${text}`);
  }
}

function inserted(file: File, at: Position, newText: string): Edit {
  return { at: spanIn(file, { start: at, end: at }), newText };
}
