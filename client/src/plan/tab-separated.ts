import type { PlanTable, PlanValue } from "../../../server/src/features/plan-protocol.ts";

/** A table as it can be pasted: tabs between cells, titles in the first line, as PRONOTE's own lists are copied. */
export function tableText({ columns, rows }: PlanTable): string {
  const kept = rows.filter(({ removed }) => !removed);
  return lines([columns, ...kept.map(({ name, cells }) => [name, ...cells.map(({ value }) => value)])]);
}

/** Values as a table: each label with what is to be entered. */
export function valuesText(values: readonly PlanValue[]): string {
  return lines(values.map(({ label, value, copy }) => [label, copy ?? value]));
}

function lines(rows: readonly (readonly string[])[]): string {
  // A tab or the end of a line within a cell would begin another one.
  return rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
}
