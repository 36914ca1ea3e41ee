import type { PageCell, PageRow, PageTable } from "../src/plan/page.ts";
import { buttonOf, type Press } from "./button.ts";
import { element } from "./elements.ts";

/** A table of which one cell at a time is reached by Tab, and the others by the arrow keys. */
export function gridOf(table: PageTable, press: Press): HTMLElement {
  const head = element("tr", {}, ...table.columns.map((title) => element("th", { scope: "col" }, title)));
  const hasButtons = table.rows.some(({ buttons }) => buttons.length > 0);
  if (hasButtons) head.append(element("td", {}));
  const rows = table.rows.map((row) => rowOf(row, hasButtons, press));
  const grid = element(
    "table",
    { role: "grid", "aria-label": table.title },
    element("thead", {}, head),
    element("tbody", {}, ...rows),
  );
  const first = grid.querySelector("button");
  first?.setAttribute("tabindex", "0");
  grid.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLButtonElement) makeCurrent(grid, target);
  });
  grid.addEventListener("keydown", (event) => move(grid, event));
  return element("div", { class: "scroll" }, grid);
}

function rowOf({ cells, buttons, isRemoved, note }: PageRow, hasButtons: boolean, press: Press): HTMLElement {
  const [name, ...others] = cells;
  const row = element("tr", isRemoved ? { class: "removed" } : {});
  if (name) row.append(fill(element("th", { scope: "row" }), name, press, note));
  row.append(...others.map((cell) => fill(element("td", {}), cell, press)));
  if (hasButtons) row.append(element("td", {}, ...buttons.map((one) => inGrid(buttonOf(one, press)))));
  return row;
}

function fill(
  place: HTMLElement,
  { value, notes, button }: PageCell,
  press: Press,
  note?: string,
): HTMLElement {
  place.append(button ? inGrid(buttonOf(button, press, { class: "cell" })) : value);
  for (const text of note === undefined ? notes : [note, ...notes]) place.append(element("small", {}, text));
  return place;
}

function inGrid(button: HTMLElement): HTMLElement {
  button.setAttribute("tabindex", "-1");
  return button;
}

function makeCurrent(grid: HTMLElement, button: HTMLButtonElement): void {
  for (const other of grid.querySelectorAll('button[tabindex="0"]')) other.setAttribute("tabindex", "-1");
  button.setAttribute("tabindex", "0");
}

function move(grid: HTMLTableElement, event: KeyboardEvent): void {
  const { target } = event;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!(target instanceof HTMLButtonElement)) return;
  const rows = [...grid.querySelectorAll<HTMLTableRowElement>("tbody tr")];
  const cell = target.closest<HTMLTableCellElement>("td, th");
  const row = target.closest("tr");
  if (!cell || !row) return;
  const next = destination(rows, rows.indexOf(row), cell.cellIndex, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** The nearest button in the direction of a key; cells without one are skipped. */
function destination(
  rows: readonly HTMLTableRowElement[],
  row: number,
  column: number,
  key: string,
): HTMLButtonElement | undefined {
  const at = (y: number, x: number) => rows[y]?.cells[x]?.querySelector("button") ?? undefined;
  const width = rows[row]?.cells.length ?? 0;
  const columns = Array.from({ length: width }, (_, x) => x);
  const find = (cells: readonly (HTMLButtonElement | undefined)[]) => cells.find((button) => button);
  switch (key) {
    case "ArrowRight":
      return find(columns.slice(column + 1).map((x) => at(row, x)));
    case "ArrowLeft":
      return find(
        columns
          .slice(0, column)
          .reverse()
          .map((x) => at(row, x)),
      );
    case "ArrowDown":
      return find(rows.slice(row + 1).map((_, y) => at(row + 1 + y, column)));
    case "ArrowUp":
      return find(
        rows
          .slice(0, row)
          .reverse()
          .map((_, y) => at(row - 1 - y, column)),
      );
    case "Home":
      return find(columns.map((x) => at(row, x)));
    case "End":
      return find([...columns].reverse().map((x) => at(row, x)));
    default:
      return undefined;
  }
}
