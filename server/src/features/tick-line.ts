import { type File, fileText, rangeOf, spanIn } from "../syntax/file.ts";
import { lastLineOf, type Position } from "../syntax/positions.ts";
import type { Edit } from "../syntax/problem.ts";
import type { MapNode, Node, Pair } from "../syntax/tree.ts";

/**
 * Inserts one more entry (`key: value`, one line) into the section `deroulement` of a file, made if there is none: below
 * the last entry that `isAbove` it. `undefined` where the file is not such that a line can be inserted.
 */
export function entryInserted(
  file: File,
  entry: string,
  isAbove: (key: string) => boolean,
): Edit | undefined {
  const text = new EditableText(file);
  if (!text.takesLines()) return undefined;
  const section = file.root.pairs.find(({ key }) => key.text === "deroulement");
  if (!section) return text.appended(["deroulement:", `  ${entry}`]);
  const { value } = section;
  if (value.kind !== "map" || value.pairs.length === 0) return firstEntry(text, section, entry);
  return value.flow ? inFlow(file, value, entry, isAbove) : inBlock(text, value, entry, isAbove);
}

/** The first line below a key that says nothing yet. */
function firstEntry(text: EditableText, { key, value }: Pair, entry: string): Edit | undefined {
  const { end } = rangeOf(text.file, key);
  const line = `\n${" ".repeat(key.col + 2)}${entry}`;
  if (value.kind === "absent") return inserted(text.file, text.endOf(end.line), line);
  if (!isEmpty(value)) return undefined;
  const range = { start: end, end: rangeOf(text.file, value).end };
  return { at: spanIn(text.file, range), newText: `:${line}` };
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
): Edit | undefined {
  const above = pairs.findLast(({ key }) => isAbove(key.text));
  if (above) {
    return inserted(file, rangeOf(file, above).end, `, ${entry}`);
  }
  const start = pairs[0] && rangeOf(file, pairs[0]).start;
  return start && inserted(file, start, `${entry}, `);
}

function inBlock(
  text: EditableText,
  { pairs }: MapNode,
  entry: string,
  isAbove: (key: string) => boolean,
): Edit | undefined {
  const first = pairs[0];
  if (!first) return undefined;
  const above = pairs.findLast(({ key }) => isAbove(key.text));
  const indent = " ".repeat(first.key.col);
  if (!above) {
    return inserted(text.file, rangeOf(text.file, first).start, `${entry}\n${indent}`);
  }
  return inserted(text.file, text.endOf(lastLineOf(rangeOf(text.file, above))), `\n${indent}${entry}`);
}

class EditableText {
  readonly file: File;
  readonly #lines: readonly string[];

  constructor(file: File) {
    this.file = file;
    this.#lines = fileText(file).split(/\r?\n/);
  }

  /** Whether the file is a block map, or nothing yet. */
  takesLines(): boolean {
    const { root } = this.file;
    const first = root.pairs[0];
    if (!first) return root.other === undefined && root.faults.length === 0;
    const { start } = rangeOf(this.file, first);
    return !(this.#lines[start.line] ?? "").slice(0, start.character).includes("{");
  }

  endOf(line: number): Position {
    return { line, character: this.#lines[line]?.length ?? 0 };
  }

  /** Lines at the end. */
  appended(lines: readonly string[]): Edit {
    const end = this.endOf(this.#lines.length - 1);
    const text = lines.map((one) => `${one}\n`).join("");
    return inserted(this.file, end, end.character === 0 ? text : `\n${text}`);
  }
}

function inserted(file: File, at: Position, newText: string): Edit {
  return { at: spanIn(file, { start: at, end: at }), newText };
}
