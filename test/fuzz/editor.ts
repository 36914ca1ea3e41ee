import type { Dice } from "../corpus/dice.ts";
import { FRAGMENTS, KEYS, LINES } from "./fragments.ts";
import { eachLine, Hand, indentOf, type Page, smallestChange, wordsIn } from "./hand.ts";
import type { HistoryStep, Replay } from "./history.ts";

type Edit = (page: Page) => readonly HistoryStep[];

const DAYS = ["2026-08-25", "2026-08-26", "2027-01-10", "2025-07-01", "2028-09-01"];
const NAMES = ["etablissement.pronote.yaml", "etablissement.pronote.yml", "autre.pronote.yaml"];
/** How many earlier texts of a file are kept. */
const MAX_TEXTS = 12;

/** Generates random edits of a workspace, like those of people and tools. The same dice give the same edits. */
export class Editor {
  readonly #dice: Dice;
  readonly #hand: Hand;
  readonly #replay: Replay;
  readonly #past = new Map<string, string[]>();
  readonly #edits: readonly Edit[];
  /** The steps that undo the last edit. */
  #undo: readonly HistoryStep[] = [];

  constructor(dice: Dice, replay: Replay) {
    this.#dice = dice;
    this.#hand = new Hand(dice);
    this.#replay = replay;
    const weighted: readonly (readonly [times: number, edit: Edit])[] = [
      [28, (page) => this.#insertion(page)],
      [7, (page) => this.#typedText(page)],
      [12, (page) => this.#deletion(page)],
      [10, (page) => this.#replacedWord(page)],
      [6, (page) => this.#movedLines(page)],
      [6, (page) => this.#copiedLines(page)],
      [6, (page) => this.#indentedLines(page)],
      [5, (page) => this.#commentedLines(page)],
      [5, (page) => this.#renamedName(page)],
      [6, (page) => this.#newLine(page)],
      [10, (page) => this.#earlierText(page)],
      [2, (page) => this.#reopened(page)],
      [2, () => this.#addedOrRemovedFile()],
      [2, () => [{ day: dice.pick(DAYS) }]],
    ];
    this.#edits = weighted.flatMap(([times, edit]) => Array.from({ length: times }, () => edit));
  }

  /** The next edit, as the steps in which an editor would send it. */
  next(): readonly HistoryStep[] {
    const undo = this.#undo;
    this.#undo = [];
    if (undo.length > 0 && this.#dice.chance(50)) return undo;
    const page = this.#page();
    const steps = page ? this.#dice.pick(this.#edits)(page) : this.#addedOrRemovedFile();
    this.#undo = [...new Set(steps.flatMap(pathsOf))].flatMap((path) => this.#restore(path));
    return steps.map((step, index) => this.#withQuery(step, index === steps.length - 1));
  }

  #withQuery(step: HistoryStep, isLast: boolean): HistoryStep {
    if (this.#dice.chance(isLast ? 8 : 50)) return { ...step, asked: "nothing" };
    return this.#dice.chance(60) ? { ...step, asked: "findings" } : step;
  }

  /** The steps that restore the current text of a file. */
  #restore(path: string): readonly HistoryStep[] {
    const text = this.#replay.texts.get(path);
    if (typeof text !== "string") return text === undefined ? [{ drop: path }] : [];
    this.#remember(path, text);
    return [{ open: path, text }];
  }

  #remember(path: string, text: string): void {
    const texts = this.#past.get(path) ?? [];
    if (!texts.includes(text)) texts.push(text);
    // The first text is kept, as it is the valid one.
    if (texts.length > MAX_TEXTS) texts.splice(1, 1);
    this.#past.set(path, texts);
  }

  #page(): Page | undefined {
    const readable = [...this.#replay.texts].filter(
      (entry): entry is [string, string] => entry[1] !== null && !entry[1].includes("\0"),
    );
    if (readable.length === 0) return undefined;
    const [path, text] = this.#dice.pick(readable);
    return { path, text, lines: text.split("\n") };
  }

  #insertion(page: Page): readonly HistoryStep[] {
    const line = this.#hand.lineIn(page);
    const col = this.#hand.colIn(page.lines[line] ?? "");
    return [{ in: page.path, at: [line, col, line, col], text: this.#dice.pick(FRAGMENTS) }];
  }

  /** A text that is typed character by character. */
  #typedText(page: Page): readonly HistoryStep[] {
    const line = this.#hand.lineIn(page);
    const before = page.lines[line] ?? "";
    const indent = " ".repeat(Math.max(0, indentOf(before) + this.#dice.pick([-2, 0, 2])));
    const entry = this.#dice.pick(LINES);
    const whole = this.#dice.pick([`\n${indent}${entry}`, entry, ": x", " # x"]);
    const steps: HistoryStep[] = [];
    let [at, col] = [line, before.replace(/\r$/, "").length];
    for (const character of whole.slice(0, 4 + this.#dice.of(12))) {
      steps.push({ in: page.path, at: [at, col, at, col], text: character });
      [at, col] = character === "\n" ? [at + 1, 0] : [at, col + character.length];
    }
    return steps;
  }

  #deletion(page: Page): readonly HistoryStep[] {
    const [from, to] = this.#hand.linesIn(page);
    const line = page.lines[from] ?? "";
    const col = this.#hand.colIn(line);
    const at = this.#dice.pick([
      [from, col, from, col + 1 + this.#dice.of(6)],
      [from, 0, to, 0],
      [from, line.length, from + 1, this.#dice.of(3)],
      [from, col, to, this.#hand.colIn(page.lines[to] ?? "")],
    ] as const);
    return [{ in: page.path, at, text: "" }];
  }

  /** Replaces a value, name or key by another. */
  #replacedWord(page: Page): readonly HistoryStep[] {
    const line = this.#hand.lineIn(page);
    const words = wordsIn(page.lines[line] ?? "");
    if (words.length === 0) return this.#newLine(page);
    const { index, 0: word } = this.#dice.pick(words);
    const text = this.#dice.pick([
      this.#hand.wordIn(page),
      this.#hand.wordIn(page),
      this.#dice.pick(KEYS),
      this.#dice.pick(FRAGMENTS),
      this.#hand.misspelt(word),
    ]);
    return [{ in: page.path, at: [line, index, line, index + word.length], text }];
  }

  #movedLines(page: Page): readonly HistoryStep[] {
    const [from, to] = this.#hand.linesIn(page);
    const moved = page.lines.slice(from, to).map((line) => `${line}\n`);
    const target = this.#dice.of(page.lines.length - (to - from));
    return [
      { in: page.path, at: [from, 0, to, 0], text: "" },
      { in: page.path, at: [target, 0, target, 0], text: moved.join("") },
    ];
  }

  /** Copies lines within a file or to another one. */
  #copiedLines(page: Page): readonly HistoryStep[] {
    const [from, to] = this.#hand.linesIn(page);
    const copied = page.lines.slice(from, to).map((line) => `${line}\n`);
    const other = this.#dice.chance(70) ? page : (this.#page() ?? page);
    const target = other === page && this.#dice.chance(50) ? to : this.#dice.of(other.lines.length);
    return [{ in: other.path, at: [target, 0, target, 0], text: copied.join("") }];
  }

  #indentedLines(page: Page): readonly HistoryStep[] {
    const columns = this.#dice.pick([1, 2, 2, 4, -1, -2, -2, -4]);
    const removable = new RegExp(`^ {0,${Math.max(0, -columns)}}`);
    return eachLine(page, this.#hand.linesIn(page), (line) =>
      columns > 0 ? " ".repeat(columns) + line : line.replace(removable, ""),
    );
  }

  #commentedLines(page: Page): readonly HistoryStep[] {
    return eachLine(page, this.#hand.linesIn(page), (line) =>
      /^ *#/.test(line) ? line.replace(/# ?/, "") : `# ${line}`,
    );
  }

  /** Renames one or several occurrences of a name. */
  #renamedName(page: Page): readonly HistoryStep[] {
    const word = this.#hand.wordIn(page);
    const places = page.lines.flatMap((line, at) =>
      wordsIn(line).flatMap(({ 0: found, index }) => (found === word ? [[at, index] as const] : [])),
    );
    const text = this.#dice.pick([this.#hand.misspelt(word), this.#hand.wordIn(page)]);
    const some = this.#dice.chance(50) ? places.slice(-20) : places.slice(0, 1);
    // From the end, so that no edit moves the range of another.
    return some
      .toReversed()
      .map(([at, col]) => ({ in: page.path, at: [at, col, at, col + word.length], text }));
  }

  #newLine(page: Page): readonly HistoryStep[] {
    const line = this.#hand.lineIn(page);
    const indent = indentOf(page.lines[line] ?? "") + this.#dice.pick([0, 0, 2, -2]);
    const entry = `${this.#dice.pick(KEYS)}: ${this.#hand.wordIn(page)}`;
    const text = " ".repeat(Math.max(0, indent)) + (this.#dice.chance(70) ? this.#dice.pick(LINES) : entry);
    const end = page.text.includes("\r\n") ? "\r\n" : "\n";
    return [{ in: page.path, at: [line, 0, line, 0], text: text + end }];
  }

  /** Restores an earlier text, as a whole document or as the smallest change. */
  #earlierText(page: Page): readonly HistoryStep[] {
    const past = this.#past.get(page.path);
    const text = past && (this.#dice.chance(60) ? past[0] : this.#dice.pick(past));
    if (text === undefined || text === page.text) return this.#deletion(page);
    return [
      this.#dice.pick<HistoryStep>([
        { open: page.path, text },
        { in: page.path, at: [0, 0, page.lines.length, 0], text },
        smallestChange(page, text),
      ]),
    ];
  }

  /**
   * Opens a file again: unchanged, with other line ends, with a byte order mark, as a second document, or as binary.
   */
  #reopened({ path, text }: Page): readonly HistoryStep[] {
    const windows = text.replace(/\r?\n/g, "\r\n");
    const unix = text.replace(/\r\n/g, "\n");
    const texts = [text, windows, unix, `\uFEFF${text}`, `---\n${text}`, `${text}\0`];
    return [{ open: path, text: this.#dice.pick(texts) }];
  }

  /** Removes a file, restores a removed one, or adds a new one. */
  #addedOrRemovedFile(): readonly HistoryStep[] {
    const paths = [...this.#replay.texts.keys()];
    if (paths.length > 1 && this.#dice.chance(50)) return [{ drop: this.#dice.pick(paths) }];
    const removed = [...this.#past].filter(([path]) => typeof this.#replay.texts.get(path) !== "string");
    if (removed.length > 0 && this.#dice.chance(70)) {
      const [path, texts] = this.#dice.pick(removed);
      return [{ open: path, text: this.#dice.pick(texts) }];
    }
    const folder = paths.length > 0 ? this.#dice.pick(paths).replace(/[^/]*$/, "") : "";
    const path = folder + this.#dice.pick(NAMES);
    return this.#replay.texts.has(path) ? [] : [{ open: path, text: `${this.#dice.pick(LINES)}\n` }];
  }
}

function pathsOf(step: HistoryStep): readonly string[] {
  if ("in" in step) return [step.in];
  if ("open" in step) return [step.open];
  return "drop" in step ? [step.drop] : [];
}
