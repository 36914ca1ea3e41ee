import { type Message, message } from "../base/message.ts";
import { EncodingError, encodingOf, textChunks } from "./decode.ts";
import { cleanText } from "./outside-text.ts";
import { type Source, SourceError } from "./source.ts";
import { PIECE, rowsIn, UnclosedQuote } from "./table-rows.ts";

/** A table without the columns that nobody asked for. */
export interface Table<Column extends string> {
  /** The number of the row with the titles, from 1. */
  readonly titleRow: number;
  /** Where each column is, from 1. */
  readonly columns: ReadonlyMap<Column, number>;
  readonly rows: readonly TableRow<Column>[];
}

/** A row of a table: its number, from 1 as in a spreadsheet, and its cells, cleaned. */
export interface TableRow<Column extends string> {
  readonly number: number;
  readonly cells: ReadonlyMap<Column, string>;
}

/** Finds the wanted columns in a row of titles: their indices from 0. `undefined` if the row holds no such titles. */
export type FindColumns<Column extends string> = (
  row: readonly string[],
) => ReadonlyMap<Column, number> | undefined;

const MAX_ROWS = 200_000;
const MAX_COLUMNS = 512;
const MAX_CELL = 32_768;
/** No row of `MAX_COLUMNS` cells that a list of PRONOTE has is nearly as long, in characters. */
const MAX_LINE = 1 << 20;
const LONG_CELL = message(
  "A cell is longer than in any list, or a quote in it is never closed: it is refused.",
);
const SEPARATORS = ["\t", ";", ",", "|"];
/** How many lines the separator is found by. */
const SAMPLE = 15;
/** Titles stand in one of the first rows; above them there may be a caption. */
const MAX_TITLE_ROW = 30;
const FEED = 10;
const CARRIAGE = 13;

/**
 * Reads the wanted columns of a table piece by piece, whatever its encoding and its separator; cells of other columns are
 * dropped row by row. `undefined` if none of the first rows holds the titles. Throws a `SourceError` where it exceeds the
 * limits; how a cell is quoted never makes it fail.
 */
export function* readTable<Column extends string>(
  source: Source,
  findColumns: FindColumns<Column>,
): Generator<void, Table<Column> | undefined> {
  const text = yield* textOf(source);
  yield* refuseLongLines(source, text);
  const table = new TableReader(source, findColumns);
  try {
    for (const rows of rowsIn(text, separatorOf(text))) {
      yield;
      if (!table.take(rows)) return undefined;
    }
  } catch (error) {
    throw error instanceof UnclosedQuote ? table.unclosed() : error;
  }
  return table.result();
}

class TableReader<Column extends string> {
  readonly #source: Source;
  readonly #findColumns: FindColumns<Column>;
  readonly #rows: TableRow<Column>[] = [];
  #columns: ReadonlyMap<Column, number> | undefined;
  #titleRow = 0;
  /** How many rows there were. */
  #number = 0;
  /** How many pieces the row takes that has not ended. */
  #unended = 0;

  constructor(source: Source, findColumns: FindColumns<Column>) {
    this.#source = source;
    this.#findColumns = findColumns;
  }

  /** Takes the rows that end in a piece. False if the titles should have come by now. */
  take(rows: readonly (readonly string[])[]): boolean {
    this.#unended = rows.length > 0 ? 0 : this.#unended + 1;
    // With each piece, all of such a row is parsed again.
    if (this.#unended * PIECE > MAX_LINE) throw this.unclosed();
    return rows.every((row) => this.#takeRow(row));
  }

  result(): Table<Column> | undefined {
    const columns = this.#columns;
    return (
      columns && {
        titleRow: this.#titleRow,
        columns: new Map([...columns].map(([column, at]) => [column, at + 1])),
        rows: this.#rows.filter(isFilled),
      }
    );
  }

  /** The error for a quote that is not closed in the row after those that were taken. */
  unclosed(): SourceError {
    return tooLarge(this.#source, LONG_CELL, this.#number + 1);
  }

  #takeRow(row: readonly string[]): boolean {
    const number = ++this.#number;
    const reason = reasonAgainst(row, number);
    if (reason) throw tooLarge(this.#source, reason, number);
    if (this.#columns) this.#rows.push(rowOf(number, row, this.#columns));
    else {
      this.#columns = this.#findColumns(row.map(cleanText));
      this.#titleRow = number;
    }
    return this.#columns !== undefined || number < MAX_TITLE_ROW;
  }
}

function rowOf<Column extends string>(
  number: number,
  row: readonly string[],
  columns: ReadonlyMap<Column, number>,
): TableRow<Column> {
  return { number, cells: new Map([...columns].map(([column, at]) => [column, cleanText(row[at] ?? "")])) };
}

function isFilled({ cells }: TableRow<string>): boolean {
  return [...cells.values()].some((cell) => cell !== "");
}

function reasonAgainst(row: readonly string[], number: number): Message | undefined {
  if (number > MAX_ROWS)
    return message("It has more than {0} rows, which no list has: it is refused.", MAX_ROWS);
  if (row.length > MAX_COLUMNS)
    return message("It has more than {0} columns, which no list has: it is refused.", MAX_COLUMNS);
  return row.some((cell) => cell.length > MAX_CELL) ? LONG_CELL : undefined;
}

function* textOf(source: Source): Generator<void, string> {
  const { encoding } = encodingOf(source.bytes);
  const chunks: string[] = [];
  try {
    for (const chunk of textChunks(source.bytes, encoding)) {
      yield;
      chunks.push(chunk);
    }
    return chunks.join("");
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    throw new SourceError(
      "cut-character",
      source.name,
      message("It ends, or goes wrong, in the middle of a character ({0}): export it again.", encoding),
    );
  }
}

function* refuseLongLines(source: Source, text: string): Generator<void, void> {
  let line = 1;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (at % MAX_LINE === 0) yield;
    const code = text.charCodeAt(at);
    if (code === FEED || code === CARRIAGE) {
      if (code === FEED) line++;
      start = at + 1;
    } else if (at - start > MAX_LINE)
      throw tooLarge(source, message("A line is longer than in any list: it is refused."), line);
  }
}

function tooLarge({ name }: Source, reason: Message, row: number): SourceError {
  return new SourceError("table-too-large", name, reason, { source: name, line: row, column: 1 });
}

/** The separator that cuts the first lines into the same number of cells, and into the most. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 1 << 16)
    .split(/\r\n|\r|\n/, SAMPLE)
    .filter((line) => line.trim() !== "");
  let best = { separator: ";", score: 0 };
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => cellsIn(line, separator)).filter((count) => count > 1);
    const usual = mostFrequent(counts);
    const score = counts.filter((count) => count === usual).length * (usual - 1);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** The number of cells of a line; separators in quotes do not count. */
function cellsIn(line: string, separator: string): number {
  return line.replace(/"[^"]*"/g, "").split(separator).length;
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  const [first] = [...times].sort(([a, timesA], [b, timesB]) => timesB - timesA || b - a);
  return first?.[0] ?? 1;
}
