import { textOf } from "../syntax/blocks.ts";
import type { File } from "../syntax/file.ts";
import { lineAt } from "../syntax/surroundings.ts";

/** So many lines are looked for one by one: for more of them, the text is split once. */
const FEW = 8;

/**
 * Converts columns of a file between UTF-16 code units and bytes of UTF-8. Made for one message: its lines are read
 * once, however many positions the message has in them.
 */
export class ByteColumns {
  readonly #file: File;
  readonly #offsets = new Map<number, Uint32Array>();
  #lines: readonly string[] | undefined;

  constructor(file: File) {
    this.#file = file;
  }

  /** The bytes before a column. A column past the end of the line counts as its end, one in a character as its start. */
  toBytes(line: number, column: number): number {
    const offsets = this.#offsetsOf(line);
    return offsets[Math.min(column, offsets.length - 1)] ?? 0;
  }

  /** The column with so many bytes before it; in a character, that at its end. */
  fromBytes(line: number, bytes: number): number {
    const offsets = this.#offsetsOf(line);
    let [from, to] = [0, offsets.length - 1];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((offsets[middle] ?? 0) < bytes) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #offsetsOf(line: number): Uint32Array {
    const known = this.#offsets.get(line);
    if (known) return known;
    const offsets = byteOffsets(this.#textOf(line));
    this.#offsets.set(line, offsets);
    return offsets;
  }

  #textOf(line: number): string {
    if (this.#offsets.size < FEW) return lineAt(this.#file, line);
    const { rejectedText, root } = this.#file;
    this.#lines ??= (rejectedText ?? textOf(root)).split("\n");
    return this.#lines[line]?.replace(/\r$/, "") ?? "";
  }
}

/** How many bytes of UTF-8 are before each code unit of a line, and in all of it. */
function byteOffsets(line: string): Uint32Array {
  const offsets = new Uint32Array(line.length + 1);
  let bytes = 0;
  for (let at = 0; at < line.length; at++) {
    offsets[at] = bytes;
    const code = line.codePointAt(at) ?? 0;
    if (code > 0xffff) offsets[++at] = bytes;
    bytes += bytesOf(code);
  }
  offsets[line.length] = bytes;
  return offsets;
}

/** The bytes of a code point in UTF-8; of half a surrogate pair, those of the character that stands for it. */
function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
