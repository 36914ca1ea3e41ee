import Papa from "papaparse";
import { type Message, message } from "../base/message.ts";
import { EncodingError, encodingOf, textChunks } from "./decode.ts";
import { cleanText } from "./outside-text.ts";
import { type Source, SourceError } from "./source.ts";

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
const SEPARATORS = ["\t", ";", ",", "|"];
/** How many lines the separator is found by. */
const SAMPLE = 15;
/** Titles stand in one of the first rows; above them there may be a caption. */
const MAX_TITLE_ROW = 30;
const FEED = 10;
const CARRIAGE = 13;

/**
 * Reads the wanted columns of a table, whatever its encoding and its separator; cells of other columns are dropped row by
 * row. `undefined` if none of the first rows holds the titles. Throws a `SourceError` where it exceeds the limits; how a
 * cell is quoted never makes it fail.
 */
export function readTable<Column extends string>(
  source: Source,
  findColumns: FindColumns<Column>,
): Table<Column> | undefined {
  const text = textOf(source);
  refuseLongLines(source, text);
  const rows: TableRow<Column>[] = [];
  let columns: ReadonlyMap<Column, number> | undefined;
  let titleRow = 0;
  let number = 0;
  let refusal: SourceError | undefined;
  Papa.parse<string[]>(text, {
    delimiter: separatorOf(text),
    step: ({ data }, parser) => {
      number++;
      const reason = reasonAgainst(data, number);
      if (reason) refusal = tooLarge(source, reason, number);
      else if (columns) rows.push(rowOf(number, data, columns));
      else {
        columns = findColumns(data.map(cleanText));
        titleRow = number;
      }
      if (refusal || (!columns && number >= MAX_TITLE_ROW)) parser.abort();
    },
  });
  if (refusal) throw refusal;
  return columns && { titleRow, columns: counted(columns), rows: rows.filter(isFilled) };
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

function counted<Column>(columns: ReadonlyMap<Column, number>): ReadonlyMap<Column, number> {
  return new Map([...columns].map(([column, at]) => [column, at + 1]));
}

function reasonAgainst(row: readonly string[], number: number): Message | undefined {
  if (number > MAX_ROWS)
    return message("It has more than {0} rows, which no list has: it is refused.", MAX_ROWS);
  if (row.length > MAX_COLUMNS)
    return message("It has more than {0} columns, which no list has: it is refused.", MAX_COLUMNS);
  return row.some((cell) => cell.length > MAX_CELL)
    ? message("A cell is longer than in any list, or a quote in it is never closed: it is refused.")
    : undefined;
}

function textOf(source: Source): string {
  const { encoding } = encodingOf(source.bytes);
  try {
    return [...textChunks(source.bytes, encoding)].join("");
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    throw new SourceError(
      "cut-character",
      source.name,
      message("It ends, or goes wrong, in the middle of a character ({0}): export it again.", encoding),
    );
  }
}

function refuseLongLines(source: Source, text: string): void {
  let line = 1;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
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
