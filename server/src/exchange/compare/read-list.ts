import { type Message, message } from "../../base/message.ts";
import { type ListKind, type ListSpec, lists } from "../../schema/lists.ts";
import { encodingOf } from "../decode.ts";
import { faultOf, shownPiece } from "../outside-text.ts";
import {
  MAX_SOURCE_BYTES,
  type Source,
  SourceError,
  type SourceFinding,
  type SourcePlace,
} from "../source.ts";
import { looseLabel } from "../spelling.ts";
import { readTable, type TableRow } from "../table.ts";
import { textFinding } from "../text-findings.ts";
import { isZip } from "../unzip.ts";
import type { OpenTitles, RefusedTitles, TitleRow } from "./title-fit.ts";
import { type TitleOptions, titleRowIn } from "./title-row.ts";

/** A list of PRONOTE as it was read. */
export interface ListTable extends TitleRow {
  /** The rows that hold something: no totals, no second row of titles. */
  readonly rows: readonly ListRow[];
  /** The numbers of rows that lack what they would be recognised by. */
  readonly incomplete: readonly number[];
  /** Whether some of them hold a subject, and no class or group: merged cells of a spreadsheet have a text in one row only. */
  readonly hasUnplaced: boolean;
  readonly findings: readonly SourceFinding[];
}

/** A row of a list: its number from 1, and its cells by column. */
export type ListRow = TableRow<string>;

/** Reads a list piece by piece; throws a `SourceError` if it is none, must not be read, or exceeds the limits. */
export function* readList(source: Source, options: TitleOptions): Generator<void, ListTable> {
  refuseOther(source);
  let titles: TitleRow | undefined;
  let nearly: RefusedTitles | undefined;
  const table = yield* readTable(source, (row): ReadonlyMap<string, number> | undefined => {
    const found = titleRowIn(row, options);
    if (found && "reason" in found) throw new TitlesError(source, found);
    if (found && "nearly" in found) {
      nearly ??= found.nearly;
      return undefined;
    }
    titles = found;
    return found?.columns;
  });
  if (!table || !titles) throw new TitlesError(source, nearly ?? { id: "no-titles", reason: NO_TITLES });
  const { list } = titles;
  const names = nameColumns(list);
  const rows: ListRow[] = [];
  const incomplete: number[] = [];
  let hasUnplaced = false;
  const faults = new Map<string, SourceFinding>();
  for (const row of table.rows) {
    yield;
    if (isTitles(row, list) || isTotal(row, list)) continue;
    refuseSecondList(row, source, list);
    addFaults(row, source, table.columns, faults);
    const missing = names.filter((column) => row.cells.get(column) === "");
    if (missing.length === 0) rows.push(row);
    else incomplete.push(row.number);
    hasUnplaced ||= missing.length > 0 && missing.length < names.length && missing[0] === names[0];
  }
  if (rows.length + incomplete.length === 0)
    throw new SourceError(
      "no-rows",
      source.name,
      message("Below its titles there is no row: copy the whole list again."),
    );
  return { ...titles, rows, incomplete, hasUnplaced, findings: [...faults.values()] };
}

/** Ends the reading of a list for its titles. */
export class TitlesError extends SourceError {
  /** What a user can say so that it is read. */
  readonly open: OpenTitles | undefined;

  constructor({ name }: Source, { id, reason, open }: RefusedTitles) {
    super(id, name, reason);
    this.open = open;
  }
}

const NO_TITLES = message(
  "None of its first rows holds titles of a list that is known here. In PRONOTE, select the whole list with Ctrl+A and copy it with Ctrl+C: the titles come with it.",
);

function refuseOther(source: Source): void {
  const { name, bytes } = source;
  if (bytes.length === 0)
    throw new SourceError("empty", name, message("It is empty: copy or export the list again."));
  if (bytes.length > MAX_SOURCE_BYTES)
    throw new SourceError(
      "too-large",
      name,
      message("It is larger than {0} MB, which no list is: it is not read.", MAX_SOURCE_BYTES / 2 ** 20),
    );
  const isBinary = !encodingOf(bytes).encoding.startsWith("utf-16") && bytes.subarray(0, 4096).includes(0);
  if (isBinary || isZip(source))
    throw new SourceError(
      "no-text",
      name,
      message("It is not a text: copy the list in PRONOTE or export it as text, not as a workbook or a PDF."),
    );
}

function nameColumns({ columns }: ListSpec): readonly string[] {
  return columns.filter(({ isName }) => isName).map(({ name }) => name);
}

/** Whether a row repeats titles, as the second row of some exports does. */
function isTitles({ cells }: ListRow, { columns }: ListSpec): boolean {
  const filled = columns.filter(({ name }) => (cells.get(name) ?? "") !== "");
  return (
    filled.length > 1 &&
    filled.every(({ name, seen, likely }) =>
      [...seen, ...likely].some((title) => looseLabel(title) === looseLabel(cells.get(name) ?? "")),
    )
  );
}

/** Throws if a row holds the titles of another list: what follows would be read as what it is not. */
function refuseSecondList({ number, cells }: ListRow, { name }: Source, own: ListSpec): void {
  const filled = [...cells.values()].filter((cell) => cell !== "").map(looseLabel);
  if (filled.length < 2) return;
  for (const [kind, { title }] of lists) {
    if (kind === own.kind || !filled.every((cell) => TITLES.get(kind)?.has(cell))) continue;
    const told = message("Another list begins in row {0} ({1}): compare each by itself.", number, title);
    throw new SourceError("two-lists", name, told, { source: name, line: number, column: 1 });
  }
}

/** All titles of each list, without what tools write differently. */
const TITLES: ReadonlyMap<ListKind, ReadonlySet<string>> = new Map(
  Array.from(lists, ([kind, { columns, known }]) => {
    const titles = [...columns.flatMap(({ seen, likely }) => [...seen, ...likely]), ...known];
    return [kind, new Set(titles.map(looseLabel))] as const;
  }),
);

/** Whether a row is a total: a word for it or a number with a word in the first column, and besides nothing but numbers. */
function isTotal({ cells }: ListRow, { columns }: ListSpec): boolean {
  const first = columns[0]?.name ?? "";
  const others = [...cells].filter(([column, cell]) => column !== first && cell !== "");
  const isNumber = ([, cell]: readonly [string, string]) => /^\d+(?:[.,]\d+)?$/.test(cell);
  return (
    others.every(isNumber) &&
    /^(?:total\b.*|totaux\b.*|\d+\s+\p{L}[\p{L}\s]*)$/iu.test(cells.get(first) ?? "")
  );
}

/** Adds what no list of PRONOTE has as it stands: of each sort the first cell. */
function addFaults(
  { number, cells }: ListRow,
  { name }: Source,
  columns: ReadonlyMap<string, number>,
  found: Map<string, SourceFinding>,
): void {
  for (const [column, text] of cells) {
    const place = { source: name, line: number, column: columns.get(column) ?? 1 };
    const fault = cellFault(text, place);
    if (fault && !found.has(fault.id)) found.set(fault.id, fault);
  }
}

function cellFault(text: string, place: SourcePlace): SourceFinding | undefined {
  if (text.startsWith("="))
    return { id: "formula", severity: "error", source: place.source, place, message: formula(text) };
  const fault = text === "" ? undefined : faultOf(text);
  return fault && textFinding(fault, text, place);
}

function formula(text: string): Message {
  return message("“{0}” is a formula of a spreadsheet, not a name: export the list again.", shownPiece(text));
}
