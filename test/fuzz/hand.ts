import type { Dice } from "../corpus/dice.ts";
import { KEYS } from "./fragments.ts";
import type { HistoryStep } from "./history.ts";

/** A file that is being edited. */
export interface Page {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
}

const WORD = /[^\s:,[\]{}&*#"']+/g;

/** Chooses positions to edit: often near the previous one and where people type, sometimes anywhere. */
export class Hand {
  readonly #dice: Dice;
  #line = 0;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  /** A line, often near the previous one. */
  lineIn({ lines }: Page): number {
    const near = this.#line + this.#dice.of(5) - 2;
    const isNear = this.#dice.chance(50) && near >= 0 && near < lines.length;
    this.#line = isNear ? near : this.#dice.of(lines.length);
    return this.#line;
  }

  /** A column in a line, often its indentation, its end or after a colon. */
  colIn(line: string): number {
    const end = line.endsWith("\r") ? line.length - 1 : line.length;
    const afterColon = line.indexOf(": ") + 2;
    const anywhere = this.#dice.of(end + 1);
    return Math.min(this.#dice.pick([0, indentOf(line), end, end, afterColon, anywhere, anywhere]), end);
  }

  /** A range of lines, usually short; the second is exclusive. */
  linesIn(page: Page): readonly [from: number, to: number] {
    const from = this.lineIn(page);
    const count = 1 + this.#dice.of(this.#dice.chance(80) ? 3 : Math.min(40, page.lines.length));
    return [from, Math.min(from + count, page.lines.length - 1)];
  }

  /** A word of the file, or a key of the language. */
  wordIn(page: Page): string {
    const words = wordsIn(page.lines[this.#dice.of(page.lines.length)] ?? "");
    return words.length > 0 ? this.#dice.pick(words)[0] : this.#dice.pick(KEYS);
  }

  /** A word with one character moved to the end. */
  misspelt(word: string): string {
    const at = this.#dice.of(word.length);
    return word.slice(0, at) + word.slice(at + 1) + (word[at] ?? "");
  }
}

/** The keys, names and values of a line. */
export function wordsIn(line: string): readonly RegExpExecArray[] {
  return [...line.matchAll(WORD)];
}

/** The number of leading spaces of a line. */
export function indentOf(line: string): number {
  return line.search(/[^ ]|$/);
}

/** The step that changes each of some lines. */
export function eachLine(
  page: Page,
  [from, to]: readonly [number, number],
  change: (line: string) => string,
): readonly HistoryStep[] {
  const text = page.lines.slice(from, to).map((line) => `${change(line)}\n`);
  return [{ in: page.path, at: [from, 0, to, 0], text: text.join("") }];
}

/** The step with the smallest single range that changes a file to another text, as an editor's undo sends it. */
export function smallestChange({ path, text: before }: Page, text: string): HistoryStep {
  let start = 0;
  while (start < before.length && before[start] === text[start]) start++;
  let suffix = 0;
  const maxSuffix = Math.min(before.length, text.length) - start;
  while (suffix < maxSuffix && before.at(-1 - suffix) === text.at(-1 - suffix)) suffix++;
  // There is no position between the two characters of a CRLF.
  if (before[start - 1] === "\r") start--;
  if (suffix > 0 && before.at(-1 - suffix) === "\r") suffix--;
  const positionAt = (offset: number) => {
    const lines = before.slice(0, offset).split("\n");
    return [lines.length - 1, lines.at(-1)?.length ?? 0] as const;
  };
  const at = [...positionAt(start), ...positionAt(before.length - suffix)] as const;
  return { in: path, at, text: text.slice(start, text.length - suffix) };
}
