import type { Dice } from "../corpus/dice.ts";
import { KEYS } from "./fragments.ts";
import type { HistoryStep } from "./history.ts";

/** A text that is being edited. */
export interface Page {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
}

const WORD = /[^\s:,[\]{}&*#"']+/g;

/** Where a text is edited: often near the place before, and where people type, but anywhere too. */
export class Hand {
  readonly #dice: Dice;
  #line = 0;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  lineIn({ lines }: Page): number {
    const near = this.#line + this.#dice.of(5) - 2;
    const isNear = this.#dice.chance(50) && near >= 0 && near < lines.length;
    this.#line = isNear ? near : this.#dice.of(lines.length);
    return this.#line;
  }

  colIn(line: string): number {
    const end = line.endsWith("\r") ? line.length - 1 : line.length;
    const behindColon = line.indexOf(": ") + 2;
    const anywhere = this.#dice.of(end + 1);
    return Math.min(this.#dice.pick([0, indentOf(line), end, end, behindColon, anywhere, anywhere]), end);
  }

  /** Some lines, few more often than many: from the first up to the other. */
  linesIn(page: Page): readonly [from: number, to: number] {
    const from = this.lineIn(page);
    const count = 1 + this.#dice.of(this.#dice.chance(80) ? 3 : Math.min(40, page.lines.length));
    return [from, Math.min(from + count, page.lines.length - 1)];
  }

  wordIn(page: Page): string {
    const words = wordsIn(page.lines[this.#dice.of(page.lines.length)] ?? "");
    return words.length > 0 ? this.#dice.pick(words)[0] : this.#dice.pick(KEYS);
  }

  /** The same word with two signs exchanged. */
  misspelt(word: string): string {
    const at = this.#dice.of(word.length);
    return word.slice(0, at) + word.slice(at + 1) + (word[at] ?? "");
  }
}

/** The words of a line: keys, names, values. */
export function wordsIn(line: string): readonly RegExpExecArray[] {
  return [...line.matchAll(WORD)];
}

/** The number of spaces that a line begins with. */
export function indentOf(line: string): number {
  return line.search(/[^ ]|$/);
}

/** Another text in the place of each of some lines. */
export function eachLine(
  page: Page,
  [from, to]: readonly [number, number],
  change: (line: string) => string,
): readonly HistoryStep[] {
  const text = page.lines.slice(from, to).map((line) => `${change(line)}\n`);
  return [{ in: page.path, at: [from, 0, to, 0], text: text.join("") }];
}

/** The one stretch in which a text differs from another, as an editor's undo tells it. */
export function smallestChange({ path, text: before }: Page, text: string): HistoryStep {
  let begin = 0;
  while (begin < before.length && before[begin] === text[begin]) begin++;
  let same = 0;
  const most = Math.min(before.length, text.length) - begin;
  while (same < most && before.at(-1 - same) === text.at(-1 - same)) same++;
  // A place between the two signs of a line end is none.
  if (before[begin - 1] === "\r") begin--;
  if (same > 0 && before.at(-1 - same) === "\r") same--;
  const place = (offset: number) => {
    const lines = before.slice(0, offset).split("\n");
    return [lines.length - 1, lines.at(-1)?.length ?? 0] as const;
  };
  const at = [...place(begin), ...place(before.length - same)] as const;
  return { in: path, at, text: text.slice(begin, text.length - same) };
}
