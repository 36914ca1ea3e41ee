import { message } from "../../base/message.ts";
import { shown } from "../../base/shown-text.ts";
import { isOpen, type StepState } from "../../checklist/state.ts";
import { STATE_ORDER, STATE_SIGNS } from "../../checklist/state-words.ts";
import type { ChecklistPhase } from "../../features/protocol.ts";
import { paintOf } from "../check-formats/paint.ts";
import { columnsOf, fitted } from "../columns.ts";
import { wrapped } from "../wrapped.ts";
import { type ChecklistReport, commonItems, legend, stateIn, totals } from "./checklist-report.ts";
import { headOf, painted, type TextStyle } from "./text-lines.ts";

/** With more establishments than this, their steps are counted. */
const MOST_COLUMNS = 16;
/** The longest title that is printed whole, and the shortest part of one on a narrow terminal, in columns. */
const WIDEST_TITLE = 60;
const NARROWEST_TITLE = 16;

/** Several establishments: the state of each step in each, or, of many, how many steps are open in each. */
export function textMatrix(rollout: ChecklistReport, style: TextStyle): string {
  const { localize, columns } = style;
  const { establishments } = rollout;
  const list = establishments.flatMap((one, at) =>
    wrapped(`${numberOf(at)}  ${headOf(one, style)}`, columns, "     "),
  );
  const tables =
    establishments.length <= MOST_COLUMNS
      ? stepStates(rollout, style)
      : [...openSteps(rollout, style), "", ...stepCounts(rollout, style)];
  const end = [totals(rollout, localize), legend(localize)].flatMap((line) => wrapped(line, columns));
  return `${[...list, "", ...tables, "", ...end].join("\n")}\n`;
}

function numberOf(at: number): string {
  return String(at + 1).padStart(3);
}

/** A line for each step, a column for each establishment. */
function stepStates(rollout: ChecklistReport, { color, columns }: TextStyle): readonly string[] {
  const { establishments } = rollout;
  const paint = paintOf(color);
  const numbers = establishments.map((_, at) => numberOf(at)).join("");
  const width = titleWidth(columns, 2 + numbers.length);
  return commonItems(rollout).flatMap(({ title, items }, at) => [
    ...(at > 0 ? [""] : []),
    `${paint.bold(fitted(shown(title), width + 2))}${paint.dim(numbers)}`,
    ...items.map(({ slug, title }) => {
      const cells = establishments.map((one) => {
        const state = stateIn(one, slug);
        return `  ${painted(paint, state, STATE_SIGNS[state])}`;
      });
      return `  ${fitted(shown(title), width)}${cells.join("")}`;
    }),
  ]);
}

/** A line for each establishment, a column for each phase: how many of its steps are open; then the sums. */
function openSteps(rollout: ChecklistReport, { localize, color, columns }: TextStyle): readonly string[] {
  const { bold, severity } = paintOf(color);
  const phases = commonItems(rollout);
  const rows = rollout.establishments.map((one) =>
    phases.map(({ items }) => items.map(({ slug }) => stateIn(one, slug)).filter(isOpen)),
  );
  const total = localize(message("Total"));
  const sums = phases.map((_, at) => rows.flatMap((row) => row[at] ?? []).length);
  const most = Math.max(0, ...rows.flat().map((states) => states.length));
  const cellWidth = Math.max(String(most).length + 2, String(Math.max(0, ...sums)).length + 1);
  const sumWidth = Math.max(columnsOf(total), String(rows.flat(2).length).length) + 1;
  const width = titleWidth(columns, 5 + phases.length * cellWidth + sumWidth);
  const line = (number: string, name: string, cells: readonly string[], sum: number | string) =>
    `${number.padStart(3)}  ${fitted(shown(name), width)}${cells.join("")}${String(sum).padStart(sumWidth)}`;
  const plainCell = (text: number | string) => `${text} `.padStart(cellWidth);
  const cellOf = (states: readonly StepState[]) =>
    states.includes("blocked-by-error")
      ? severity("error", `${states.length}${STATE_SIGNS["blocked-by-error"]}`.padStart(cellWidth))
      : plainCell(states.length || "·");
  return [
    bold(localize(message("Open steps by phase"))),
    ...phases.flatMap(({ id, title }) =>
      wrapped(`  ${`${id}.`.padEnd(4)}${shown(title)}`, columns, "      "),
    ),
    "",
    bold(
      line(
        "",
        "",
        phases.map(({ id }) => plainCell(id)),
        total,
      ),
    ),
    ...rollout.establishments.map((one, at) => {
      const row = rows[at] ?? [];
      return line(String(at + 1), one.name, row.map(cellOf), row.flat().length);
    }),
    bold(line("", total, sums.map(plainCell), rows.flat(2).length)),
  ];
}

const OPEN_STATES = STATE_ORDER.filter(isOpen);

/** A line for each step that is open somewhere, a column for each open state: how many establishments are in it. */
function stepCounts(rollout: ChecklistReport, { color, columns }: TextStyle): readonly string[] {
  const paint = paintOf(color);
  const width = titleWidth(columns, 2 + OPEN_STATES.length * 4);
  const signs = OPEN_STATES.map((state) => painted(paint, state, STATE_SIGNS[state].padStart(4))).join("");
  const lineOf = ({ slug, title }: ChecklistPhase["items"][number]) => {
    const states = rollout.establishments.map((one) => stateIn(one, slug));
    if (!states.some(isOpen)) return [];
    const cells = OPEN_STATES.map((state) => {
      const count = states.filter((one) => one === state).length;
      return count === 0 ? "   ·" : painted(paint, state, String(count).padStart(4));
    });
    return [`  ${fitted(shown(title), width)}${cells.join("")}`];
  };
  return commonItems(rollout).flatMap(({ title, items }, at) => {
    const lines = items.flatMap(lineOf);
    if (lines.length === 0) return [];
    return [...(at > 0 ? [""] : []), `${paint.bold(fitted(shown(title), width + 2))}${signs}`, ...lines];
  });
}

/** The columns for titles in a table whose other cells take so many. */
function titleWidth(columns: number | undefined, others: number): number {
  if (columns === undefined) return WIDEST_TITLE;
  return Math.max(NARROWEST_TITLE, Math.min(WIDEST_TITLE, columns - others));
}
