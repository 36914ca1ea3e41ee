import type {
  PlanCell,
  PlanRow,
  PlanScreen,
  PlanTable,
  PlanValue,
} from "../../../server/src/features/plan-protocol.ts";
import type { ChecklistPlace } from "../../../server/src/features/protocol.ts";
import type { LocalWords } from "../item-look.ts";
import type { PageButton, PageCell, PageRow, PageScreen, PageTable, PageValue } from "./page.ts";
import { tableText, valuesText } from "./tab-separated.ts";

/** More rows than this are not shown: thousands of cells would make the view slow. The copied table has them all. */
const MOST_ROWS = 300;

/** The screens of a step as the view shows them: whole, or only what changed since the step was done. */
export function screenParts(
  screens: readonly PlanScreen[],
  onlyChanges: boolean,
  l10n: LocalWords,
): readonly PageScreen[] {
  const unique = uniqueIds();
  return screens.map((screen) => {
    const id = unique(screen.title);
    const { path, menu = path, pathNote } = screen;
    return {
      id,
      title: screen.title,
      ...(path === undefined ? {} : { path: l10n.t("In PRONOTE: {0}", path) }),
      ...(pathNote === undefined ? {} : { pathNote }),
      buttons: [
        ...(menu === undefined ? [] : [copyButton(`${id}/path`, l10n.t("Copy the path"), menu, menu, l10n)]),
        ...(screen.values.length > 1 ? [valuesButton(id, screen, l10n)] : []),
      ],
      values: screen.values.map((value) => valuePart(value, unique(`${id}/${value.label}`), l10n)),
      tables: screen.tables.map((table) =>
        tablePart(table, unique(`${id}/${table.title}`), onlyChanges, l10n),
      ),
    };
  });
}

function valuesButton(id: string, { title, values }: PlanScreen, l10n: LocalWords): PageButton {
  const text = l10n.t("Copy these values as a table");
  return copyButton(`${id}/values`, text, valuesText(values), title, l10n);
}

function valuePart(value: PlanValue, id: string, l10n: LocalWords): PageValue {
  const { label, copy, place } = value;
  return {
    id,
    label,
    value: value.value,
    notes: notesOf(value, l10n),
    buttons: [
      ...(copy === undefined ? [] : [copyButton(`${id}/copy`, l10n.t("Copy"), copy, label, l10n)]),
      ...(place === undefined ? [] : [fileButton(`${id}/file`, place, label, l10n)]),
    ],
  };
}

function tablePart(table: PlanTable, id: string, onlyChanges: boolean, l10n: LocalWords): PageTable {
  const noteOf = ({ added, removed }: PlanRow) =>
    removed
      ? l10n.t("to be removed in PRONOTE")
      : added && onlyChanges
        ? l10n.t("to be added in PRONOTE")
        : undefined;
  const left = table.rows.length - MOST_ROWS;
  return {
    id,
    title: table.title,
    columns: table.columns,
    rows: table.rows
      .slice(0, MOST_ROWS)
      .map((row, at) => rowPart(table, row, noteOf(row), `${id}/${at}`, l10n)),
    hint: [
      l10n.t("Arrow keys lead from cell to cell; Enter or a click copies one."),
      ...(left > 0 ? [l10n.t("Rows that are not shown: {0}; the copied table has them.", left)] : []),
    ].join(" "),
    buttons: [copyButton(`${id}/table`, l10n.t("Copy the table"), tableText(table), table.title, l10n)],
  };
}

function rowPart(
  table: PlanTable,
  row: PlanRow,
  note: string | undefined,
  id: string,
  l10n: LocalWords,
): PageRow {
  const name = cellPart({ value: row.name }, `${id}/0`, table.columns[0] ?? "", l10n);
  const cells = row.cells.map((cell, at) => {
    const column = table.columns[at + 1] ?? "";
    return cellPart(cell, `${id}/${at + 1}`, `${row.name}, ${column}`, l10n);
  });
  return {
    cells: [name, ...cells],
    buttons: row.place === undefined ? [] : [fileButton(`${id}/file`, row.place, row.name, l10n)],
    isRemoved: row.removed === true,
    ...(note === undefined ? {} : { note }),
  };
}

function cellPart(cell: PlanCell, id: string, what: string, l10n: LocalWords): PageCell {
  const { value } = cell;
  return {
    value,
    notes: notesOf(cell, l10n),
    ...(value === ""
      ? {}
      : {
          button: {
            id,
            text: value,
            spoken: l10n.t("Copy {0}", l10n.t("{0}: {1}", what, value)),
            action: { type: "copy", text: value, what },
          },
        }),
  };
}

function notesOf({ before, from }: PlanCell, l10n: LocalWords): readonly string[] {
  return [
    ...(before === undefined ? [] : [l10n.t("before: {0}", before)]),
    ...(from === undefined ? [] : [from]),
  ];
}

function copyButton(id: string, text: string, copied: string, what: string, l10n: LocalWords): PageButton {
  return { id, text, spoken: l10n.t("{0}: {1}", text, what), action: { type: "copy", text: copied, what } };
}

/** A button that shows where something is written. */
export function fileButton(id: string, place: ChecklistPlace, what: string, l10n: LocalWords): PageButton {
  const text = l10n.t("In the file");
  return { id, text, spoken: l10n.t("{0}: {1}", text, what), action: { type: "open", place } };
}

/** Makes ids of names, which may be the same. */
function uniqueIds(): (name: string) => string {
  const counts = new Map<string, number>();
  return (name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  };
}
