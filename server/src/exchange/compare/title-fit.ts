import { type Message, message } from "../../base/message.ts";
import { birthTitles, type ListColumn, type ListKind, type ListSpec, lists } from "../../schema/lists.ts";
import { looseLabel } from "../spelling.ts";
import type { LikelyTitle } from "./comparison.ts";

/** What a user says about the titles of lists, by kind: the column that a title stands for, or that it is not wanted. */
export type WrittenTitles = (kind: ListKind, title: string) => string | "not-wanted" | undefined;

/** A row of titles that was recognised. */
export interface TitleRow {
  readonly list: ListSpec;
  /** The columns to read, with their indices from 0. */
  readonly columns: ReadonlyMap<string, number>;
  readonly likely: readonly LikelyTitle[];
  readonly unknown: readonly string[];
}

/** A reason for not reading a list, found in its titles. */
export interface RefusedTitles {
  readonly id: string;
  readonly reason: Message;
}

/** How many titles have to be known. */
const LEAST = 2;

/** A row as the titles of one kind of list. */
export interface Fit extends TitleRow {
  /** How many titles are known, guesses counting a little less. */
  readonly score: number;
  /** Whether a title tells it from lists of other people. */
  readonly isMarked: boolean;
  /** Why it cannot be read: two titles for one column, or a column that there is not. */
  readonly rival?: RefusedTitles;
}

/** How well a row fits a kind of list; nothing if it lacks a column that is needed. */
export function fitOf(
  kind: ListKind,
  row: readonly string[],
  titles: readonly string[],
  written: WrittenTitles,
): readonly Fit[] {
  const list = lists.get(kind);
  if (!list) return [];
  const reading = new TitleReading(list, row);
  row.forEach((title, at) => {
    if (title !== "") reading.take(at, columnFor(list, title, titles[at] ?? "", written));
  });
  const isMarked = list.marks.length === 0 || list.marks.some((mark) => titles.includes(looseLabel(mark)));
  const fit = { ...reading.result(), isMarked };
  const isWhole = list.columns.every(({ name, isRequired }) => !isRequired || fit.columns.has(name));
  return isWhole && fit.score >= LEAST * GUESS ? [fit] : [];
}

/** What a title that is a guess counts, where one that was seen counts 1. */
const GUESS = 0.9;

/** Reads a row as the titles of one kind of list. */
class TitleReading {
  readonly #list: ListSpec;
  readonly #row: readonly string[];
  readonly #columns = new Map<string, number>();
  readonly #likely: LikelyTitle[] = [];
  readonly #unknown: string[] = [];
  #score = 0;
  #rival: RefusedTitles | undefined;

  constructor(list: ListSpec, row: readonly string[]) {
    this.#list = list;
    this.#row = row;
  }

  take(at: number, found: FoundColumn | "known" | undefined): void {
    const title = this.#row[at] ?? "";
    if (!found) this.#unknown.push(title);
    else if (found === "known") this.#score++;
    else this.#takeColumn(at, title, found);
  }

  result(): Omit<Fit, "isMarked"> {
    return {
      list: this.#list,
      columns: this.#columns,
      likely: this.#likely,
      unknown: this.#unknown,
      score: this.#score,
      ...(this.#rival && { rival: this.#rival }),
    };
  }

  #takeColumn(at: number, title: string, { name, isLikely }: FoundColumn): void {
    this.#score += isLikely ? GUESS : 1;
    if (isLikely) this.#likely.push({ title, column: name });
    const other = this.#columns.get(name);
    if (!this.#list.columns.some((column) => column.name === name))
      this.#rival ??= noColumn(this.#list, name, title);
    else if (other === undefined) this.#columns.set(name, at);
    else this.#rival ??= twoTitles(this.#list, name, this.#row[other] ?? "", title);
  }
}

interface FoundColumn {
  readonly name: string;
  readonly isLikely: boolean;
}

function columnFor(
  list: ListSpec,
  title: string,
  folded: string,
  written: WrittenTitles,
): FoundColumn | "known" | undefined {
  if (folded === "") return undefined;
  const said = written(list.kind, title);
  if (said === "not-wanted") return "known";
  if (said !== undefined) return { name: said, isLikely: false };
  const has = (names: readonly string[]) => names.some((name) => looseLabel(name) === folded);
  const seen = list.columns.find((column) => has(column.seen));
  if (seen) return { name: seen.name, isLikely: false };
  if (has(list.known) || birthTitles.some((birth) => isTitled(folded, birth))) return "known";
  const guess: ListColumn | undefined = list.columns.find((column) => has(column.likely));
  return guess && { name: guess.name, isLikely: true };
}

/** Whether a folded title is one of the list, or begins as one that ends in `*`. */
export function isTitled(folded: string, title: string): boolean {
  const name = looseLabel(title);
  return title.endsWith("*") ? folded.startsWith(name) && name !== "" : folded === name;
}

function noColumn({ kind, columns }: ListSpec, column: string, title: string): RefusedTitles {
  const names = columns.map(({ name }) => name).join(", ");
  return {
    id: "no-such-column",
    reason: message(
      "“{0}” is said to be “{1}”, which the list “{2}” does not have. It has: {3}.",
      title,
      column,
      kind,
      names,
    ),
  };
}

function twoTitles({ kind }: ListSpec, column: string, one: string, other: string): RefusedTitles {
  return {
    id: "two-titles",
    reason:
      looseLabel(one) === looseLabel(other)
        ? message(
            "It has two columns titled “{0}”: hide one of them in PRONOTE and copy the list again.",
            one,
          )
        : message(
            "Two of its columns may be “{0}”: “{1}” and “{2}”. Write under {3} which one is not wanted: {4}.",
            column,
            one,
            other,
            `correspondances/colonnes/${kind}`,
            `"${other}": ~`,
          ),
  };
}
