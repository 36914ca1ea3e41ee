import { message } from "../../base/message.ts";
import { shown } from "../../base/shown-text.ts";
import { STATE_SIGNS, STATE_WORDS } from "../../checklist/state-words.ts";
import type { PlanCell, PlanScreen, PlanStep, PlanTable } from "../../features/plan-protocol.ts";
import { paintOf } from "../check-formats/paint.ts";
import { assignment } from "../checklist-formats/checklist-report.ts";
import { columnsOf, padded } from "../columns.ts";
import { wrapped } from "../wrapped.ts";
import {
  byPhase,
  changesIn,
  countLeft,
  effectOf,
  isListOfNames,
  leftInWords,
  type PlanPrinter,
  type PlanStyle,
  type ReportedPlan,
  remarksOn,
  rightInWords,
} from "./plan-report.ts";

/** The plan for people, on a terminal or in a file. */
export const textPlan: PlanPrinter = {
  begin: (plans, style) =>
    plans.length > 1
      ? `${plans.flatMap((one, at) => wrapped(`${String(at + 1).padStart(3)}  ${headOf(one, one.words, style)}`, style.columns, "     ")).join("\n")}\n\n`
      : "",
  plan: (plan, style) => `${linesOf(plan, style).join("\n")}\n`,
  separator: "\n",
  end: () => "",
};

function linesOf(plan: ReportedPlan, style: PlanStyle): readonly string[] {
  const head = wrapped(headOf(plan, leftInWords(plan, style), style), style.columns);
  if (countLeft(plan) === 0) return head;
  if (plan.rights) return [...head, ...reviewLines(plan, style)];
  const { bold } = paintOf(style.color);
  return [
    ...head,
    ...byPhase(plan.steps).flatMap(([title, steps]) => [
      "",
      ...wrapped(bold(shown(title)), style.columns),
      ...steps.flatMap((step) => stepLines(step, style)),
    ]),
    ...(plan.rest.length > 0
      ? ["", bold(style.localize(OTHER)), ...plan.rest.flatMap((screen) => screenLines(screen, style))]
      : []),
  ];
}

const OTHER = message("Settings of no step");

function headOf(
  { name, folder }: { readonly name: string; readonly folder: string },
  words: string,
  { color, localize }: PlanStyle,
): string {
  return localize(
    message("{0}: {1}", `${paintOf(color).bold(shown(name))} (${shown(folder)})`, shown(words)),
  );
}

function stepLines(step: PlanStep, style: PlanStyle): readonly string[] {
  const { localize, color, columns } = style;
  const { bold, dim } = paintOf(color);
  const { item, screens } = step;
  const who = assignment(item);
  const state = localize(STATE_WORDS[item.state]);
  const words = who ? `${state}, ${localize(who)}` : state;
  const head = `  ${STATE_SIGNS[item.state]} ${bold(shown(item.title))} ${dim(`(${shown(words)})`)}`;
  return [
    ...wrapped(head, columns),
    ...remarksOn(step, localize).flatMap((text) => wrapped(`${INDENT}${dim(shown(text))}`, columns)),
    ...(screens.length === 0 ? actionLines(step, style) : []),
    ...screens.flatMap((screen) => screenLines(screen, style)),
  ];
}

/** Of a step without values: what to do, and where. */
function actionLines(
  { item: { path, what, state } }: PlanStep,
  { columns, color }: PlanStyle,
): readonly string[] {
  if (state === "blocked-by-error" || state === "to-write") return [];
  return [
    ...(path ? wrapped(`${INDENT}${paintOf(color).bold(shown(path))}`, columns) : []),
    ...wrapped(`${INDENT}${shown(what)}`, columns, INDENT),
  ];
}

const INDENT = "      ";

function screenLines(screen: PlanScreen, style: PlanStyle): readonly string[] {
  const { title, path, pathNote, values, tables } = screen;
  const { color, columns } = style;
  const where = path ?? `${title} (${pathNote ?? ""})`;
  return [
    ...wrapped(`${INDENT}${paintOf(color).bold(shown(where))}`, columns),
    ...valueLines(values, `${INDENT}  `, style),
    ...tables.flatMap((table) => tableLines(table, style)),
  ];
}

/** Values, one below the other behind their labels. */
function valueLines(
  values: PlanScreen["values"],
  indent: string,
  { color, columns }: PlanStyle,
): readonly string[] {
  const widest = Math.max(0, ...values.map(({ label }) => columnsOf(shown(label))));
  return values.flatMap(({ label, from, ...cell }) => {
    const origin = from === undefined ? "" : paintOf(color).dim(`  (${shown(from)})`);
    const text = `${indent}${padded(shown(label), widest)}  ${shown(cellText(cell))}${origin}`;
    return wrapped(text, columns, indent + " ".repeat(widest + 2));
  });
}

function cellText({ value, before }: PlanCell): string {
  return before === undefined ? value : `${before} → ${value}`;
}

function tableLines(table: PlanTable, style: PlanStyle): readonly string[] {
  const { color, columns: width } = style;
  const { title, columns, rows } = table;
  const { dim } = paintOf(color);
  const names = rows.map(({ name }) => shown(name));
  if (isListOfNames(table)) {
    const list = `${INDENT}    ${names.join(", ")}`;
    return [`${INDENT}  ${shown(title)}:`, ...wrapped(list, width, `${INDENT}    `)];
  }
  const grid = [
    columns.map(shown),
    ...rows.map((row) => [shown(row.name), ...row.cells.map((cell) => shown(cellText(cell)))]),
  ];
  const widths = columns.map((_, at) => Math.max(...grid.map((row) => columnsOf(row[at] ?? ""))));
  const lines = grid.map((row) =>
    row
      .map((text, at) => padded(text, widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const [head = "", ...body] = lines;
  const widest = Math.max(...lines.map(columnsOf));
  if (width !== undefined && INDENT.length + 4 + widest > width) return rowsAsLists(table, style);
  return [
    `${INDENT}  ${shown(title)}`,
    `${INDENT}    ${dim(head)}`,
    ...body.map((line) => `${INDENT}    ${line}`),
  ];
}

/** A table that is wider than the terminal: below each row's name, a line for each of its filled cells. */
function rowsAsLists({ title, columns, rows }: PlanTable, style: PlanStyle): readonly string[] {
  const [, ...labels] = columns;
  return [
    `${INDENT}  ${shown(title)}`,
    ...rows.flatMap(({ name, cells }) => [
      ...wrapped(`${INDENT}    ${shown(name)}`, style.columns),
      ...valueLines(
        labels.flatMap((label, at) => {
          const value = cells[at] ? cellText(cells[at]) : "";
          return value === "" ? [] : [{ label, value }];
        }),
        `${INDENT}      `,
        style,
      ),
    ]),
  ];
}

/** A review: one line for each value, by screen; then what it does to rights. */
function reviewLines(plan: ReportedPlan, style: PlanStyle): readonly string[] {
  const { localize, color } = style;
  const { bold, dim } = paintOf(color);
  const lines: string[] = [];
  let last: PlanScreen | undefined;
  for (const { screen, step, what, before, after } of changesIn(plan, localize)) {
    if (screen !== last) {
      const where = screen.path ?? `${screen.title} (${screen.pathNote ?? ""})`;
      lines.push(`  ${bold(shown(where))}${step === undefined ? "" : dim(` · ${shown(step)}`)}`);
    }
    last = screen;
    const values = before === "" ? after : `${before} → ${after}`;
    lines.push(`    ${shown(localize(message("{0}: {1}", what, values)))}`);
  }
  return [...lines, ...rightsLines(plan, style)].flatMap((line) => wrapped(line, style.columns));
}

function rightsLines({ rights }: ReportedPlan, { localize, color }: PlanStyle): readonly string[] {
  const { bold } = paintOf(color);
  const { profiles = [], people = [] } = rights ?? {};
  if (profiles.length + people.length === 0) return [];
  return [
    "",
    bold(localize(message("Effective rights"))),
    ...profiles.flatMap(({ name, rights }) => [
      `  ${shown(name)}`,
      ...rights.map((right) => {
        const effect = effectOf(right);
        const change = `${localize(rightInWords(right.before))} → ${localize(rightInWords(right.after))}`;
        const words = effect ? `${change} (${localize(effect)})` : change;
        return `    ${shown(localize(message("{0}: {1}", localize(right.label), words)))}`;
      }),
    ]),
    ...people.flatMap(({ people, gains, loses }) => [
      `  ${shown(localize(message("For {0} (people: {1}):", people.map(localize).join(", "), people.length)))}`,
      ...gains.map((right) => `    + ${shown(localize(right))}`),
      ...loses.map((right) => `    - ${shown(localize(right))}`),
    ]),
  ];
}
