import { type File, fileText, rangeOf } from "../syntax/file.ts";
import { type LineEnd, lineEndIn } from "../syntax/line-ends.ts";
import { lastLineOf } from "../syntax/positions.ts";
import type { TextEdit } from "../syntax/text-edits.ts";
import type { MapNode, Node, Pair } from "../syntax/tree.ts";

/**
 * Inserts one more entry (`key: value`, one line) into the section `deroulement` of a file, made if there is none: below
 * the last entry that `isAbove` it. `undefined` where the file is not such that a line can be inserted.
 */
export function entryInserted(
  file: File,
  entry: string,
  isAbove: (key: string) => boolean,
): TextEdit | undefined {
  const text = new EditableText(file);
  if (!text.takesLines()) return undefined;
  const section = file.root.pairs.find(({ key }) => key.text === "deroulement");
  if (!section) return text.appended(["deroulement:", `  ${entry}`]);
  const { value } = section;
  if (value.kind !== "map" || value.pairs.length === 0) return firstEntry(text, section, entry);
  return value.flow ? inFlow(file, value, entry, isAbove) : inBlock(text, value, entry, isAbove);
}

/** The first line below a key that says nothing yet. */
function firstEntry(text: EditableText, { key, value }: Pair, entry: string): TextEdit | undefined {
  const { end } = rangeOf(text.file, key);
  const line = `${text.newLine}${" ".repeat(key.col + 2)}${entry}`;
  if (value.kind === "absent") return inserted(end.line, text.lengthOf(end.line), line);
  if (!isEmpty(value)) return undefined;
  return { range: { start: end, end: rangeOf(text.file, value).end }, newText: `:${line}` };
}

/** `{}`, or a written removal. */
function isEmpty(value: Node): boolean {
  return value.kind === "map" || (value.kind === "scalar" && /^(?:~|null)$/.test(value.text));
}

function inFlow(
  file: File,
  { pairs }: MapNode,
  entry: string,
  isAbove: (key: string) => boolean,
): TextEdit | undefined {
  const above = pairs.findLast(({ key }) => isAbove(key.text));
  if (above) {
    const { end } = rangeOf(file, above);
    return inserted(end.line, end.character, `, ${entry}`);
  }
  const start = pairs[0] && rangeOf(file, pairs[0]).start;
  return start && inserted(start.line, start.character, `${entry}, `);
}

function inBlock(
  text: EditableText,
  { pairs }: MapNode,
  entry: string,
  isAbove: (key: string) => boolean,
): TextEdit | undefined {
  const first = pairs[0];
  if (!first) return undefined;
  const above = pairs.findLast(({ key }) => isAbove(key.text));
  const indent = " ".repeat(first.key.col);
  if (!above) {
    const { start } = rangeOf(text.file, first);
    return inserted(start.line, start.character, `${entry}${text.newLine}${indent}`);
  }
  const line = text.lastLineOf(above);
  return inserted(line, text.lengthOf(line), `${text.newLine}${indent}${entry}`);
}

class EditableText {
  readonly file: File;
  readonly newLine: LineEnd;
  readonly #lines: readonly string[];

  constructor(file: File) {
    const text = fileText(file);
    this.file = file;
    this.newLine = lineEndIn(file.root);
    this.#lines = text.split(/\r?\n/);
  }

  /** Whether the file is a block map, or nothing yet. */
  takesLines(): boolean {
    const { root } = this.file;
    const first = root.pairs[0];
    if (!first) return root.other === undefined && root.faults.length === 0;
    const { start } = rangeOf(this.file, first);
    return !(this.#lines[start.line] ?? "").slice(0, start.character).includes("{");
  }

  lengthOf(line: number): number {
    return this.#lines[line]?.length ?? 0;
  }

  /** The span of a block scalar ends on the line below. */
  lastLineOf(pair: Pair): number {
    return lastLineOf(rangeOf(this.file, pair));
  }

  /** Lines at the end. */
  appended(lines: readonly string[]): TextEdit {
    const line = this.#lines.length - 1;
    const col = this.lengthOf(line);
    const text = lines.map((one) => `${one}${this.newLine}`).join("");
    return inserted(line, col, col === 0 ? text : `${this.newLine}${text}`);
  }
}

function inserted(line: number, character: number, newText: string): TextEdit {
  const at = { line, character };
  return { range: { start: at, end: at }, newText };
}
