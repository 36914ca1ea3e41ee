import { type Message, message } from "../../base/message.ts";
import { birthTitles, type ListColumn, type ListKind, type ListSpec, lists } from "../../schema/lists.ts";
import { scalarText } from "../../schema/problems.ts";
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
  /** What a user can say so that it is read. */
  readonly open?: OpenTitles;
}

/** Titles of which a user can say what they are. */
export interface OpenTitles {
  readonly list: ListSpec;
  readonly titles: readonly string[];
  /** The columns that they may be. */
  readonly columns: readonly string[];
}

/** The columns of a list that no title was found for. */
export function openColumns({ columns }: ListSpec, found: ReadonlyMap<string, unknown>): readonly string[] {
  return columns.flatMap(({ name }) => (found.has(name) ? [] : [name]));
}

/** How many titles have to be known. */
const LEAST = 2;

/** A row as the titles of one kind of list. */
export interface Fit extends TitleRow {
  /** How many titles are known, guesses counting a little less. */
  readonly score: number;
  /** Whether a title tells it from lists of other people. */
  readonly isMarked: boolean;
  /** The columns that it lacks, and has to have. */
  readonly missing: readonly string[];
  /** Why it cannot be read: two titles for one column, or a column that there is not. */
  readonly rival?: RefusedTitles;
}

/** How well a row fits a kind of list; nothing if too few of its titles are known. */
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
  const missing = list.columns.filter(({ name, isRequired }) => isRequired && !fit.columns.has(name));
  return fit.score >= LEAST * GUESS ? [{ ...fit, missing: missing.map(({ name }) => name) }] : [];
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

  result(): Omit<Fit, "isMarked" | "missing"> {
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
    else {
      const columns = [name, ...openColumns(this.#list, this.#columns)];
      this.#rival ??= twoTitles(this.#list, columns, this.#row[other] ?? "", title);
    }
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

function twoTitles(list: ListSpec, columns: readonly string[], one: string, other: string): RefusedTitles {
  const [column = ""] = columns;
  const id = "two-titles";
  if (looseLabel(one) === looseLabel(other))
    return {
      id,
      reason: message(
        "It has two columns titled “{0}”: hide one of them in PRONOTE and copy the list again.",
        one,
      ),
    };
  return {
    id,
    open: { list, titles: [one, other], columns },
    reason: message(
      "Two of its columns may be “{0}”: “{1}” and “{2}”. Write under {3} which one is not wanted: {4}.",
      column,
      one,
      other,
      `correspondances/colonnes/${list.kind}`,
      `"${other}": ~`,
    ),
  };
}

/** Titles that are nearly those of a list: one that nobody knows may be the column that it has to have. */
export function missingTitles({ list, missing, unknown, columns }: Fit): RefusedTitles {
  const [column = ""] = missing;
  return {
    id: "missing-columns",
    open: {
      list,
      titles: unknown,
      columns: [...missing, ...openColumns(list, columns).filter((one) => !missing.includes(one))],
    },
    reason: message(
      "Its titles are nearly those of the list “{0}”, but none of them is known to be: {1}. Write under {2} which one is: {3}.",
      list.kind,
      missing.join(", "),
      `correspondances/colonnes/${list.kind}`,
      `${scalarText(unknown[0] ?? "…")}: ${column}`,
    ),
  };
}
