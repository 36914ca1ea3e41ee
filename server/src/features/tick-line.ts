import { type File, fileText, rangeOf, spanIn } from "../syntax/file.ts";
import { lastLineOf, type Position, type Range } from "../syntax/positions.ts";
import type { Edit } from "../syntax/problem.ts";
import type { MapNode, Node, Pair } from "../syntax/tree.ts";
import { stepLinesIn } from "./step-lines.ts";

/**
 * Inserts one more entry (`slug: value`, one line) into the section `deroulement` of a file, made if there is none: below
 * the line that is reserved for it, else below the last one that `isAbove` it. No edit where the file is not such that a
 * line can be inserted.
 */
export function entryInserted(
  file: File,
  slug: string,
  value: string,
  isAbove: (slug: string) => boolean,
): readonly Edit[] {
  const text = new EditableText(file);
  if (!text.takesLines()) return [];
  const entry = `${slug}: ${value}`;
  const section = file.root.pairs.find(({ key }) => key.text === "deroulement");
  if (!section) return [text.appended(["deroulement:", `  ${entry}`])];
  const map = section.value;
  const line = lineAbove(text, section, slug, isAbove);
  if (map.kind !== "map" || map.pairs.length === 0) return firstEntry(text, section, entry, line);
  return map.flow ? inFlow(file, map, entry, isAbove) : [inBlock(text, map, entry, line)];
}

/**
 * The line below which an entry is to stand: the one reserved for it, else the last of an entry, or reserved for one, that
 * is above it; `undefined` if there is none.
 */
function lineAbove(
  text: EditableText,
  section: Pair,
  slug: string,
  isAbove: (slug: string) => boolean,
): number | undefined {
  const { file } = text;
  const pairs = section.value.kind === "map" ? section.value.pairs : [];
  // A comment inside an entry of several lines is no place for another entry.
  const reserved = [...stepLinesIn(text.lines, text.extentOf(section))].filter(
    ([, line]) => !pairs.some((pair) => isInside(rangeOf(file, pair), line)),
  );
  const own = reserved.find(([one]) => one === slug);
  if (own) return own[1];
  const entry = pairs.findLast(({ key }) => isAbove(key.text));
  const above = [
    ...(entry ? [lastLineOf(rangeOf(file, entry))] : []),
    ...reserved.filter(([one]) => isAbove(one)).map(([, line]) => line),
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
  entry: string,
  line: number | undefined,
): readonly Edit[] {
  const { file } = text;
  const { end } = rangeOf(file, key);
  const below = inserted(file, text.endOf(line ?? end.line), `\n${" ".repeat(key.col + 2)}${entry}`);
  if (value.kind === "absent") return [below];
  if (!isEmpty(value)) return [];
  const empty = rangeOf(file, value);
  if (empty.start.line > end.line) {
    // `{}` on a line of its own: what stands between is kept.
    return line === undefined
      ? [{ at: spanIn(file, empty), newText: entry }]
      : [{ at: spanIn(file, text.wholeLine(empty.start.line)), newText: "" }, below];
  }
  const emptied = { at: spanIn(file, { start: end, end: empty.end }), newText: ":" };
  return line === undefined ? [{ ...emptied, newText: `:${below.newText}` }] : [emptied, below];
}

/** `{}`, or a written removal. */
function isEmpty(value: Node): boolean {
  return value.kind === "map" || (value.kind === "scalar" && /^(?:~|null)$/.test(value.text));
}

function inFlow(
  file: File,
  { pairs }: MapNode,
  entry: string,
  isAbove: (slug: string) => boolean,
): readonly Edit[] {
  const above = pairs.findLast(({ key }) => isAbove(key.text));
  if (above) return [inserted(file, rangeOf(file, above).end, `, ${entry}`)];
  const start = pairs[0] && rangeOf(file, pairs[0]).start;
  return start ? [inserted(file, start, `${entry}, `)] : [];
}

function inBlock(text: EditableText, { pairs }: MapNode, entry: string, line: number | undefined): Edit {
  const [first] = pairs;
  const indent = " ".repeat(first?.key.col ?? 0);
  if (line !== undefined) return inserted(text.file, text.endOf(line), `\n${indent}${entry}`);
  const start = first ? rangeOf(text.file, first).start : text.endOf(0);
  return inserted(text.file, start, `${entry}\n${indent}`);
}

class EditableText {
  readonly file: File;
  readonly lines: readonly string[];

  constructor(file: File) {
    this.file = file;
    this.lines = fileText(file).split(/\r?\n/);
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
