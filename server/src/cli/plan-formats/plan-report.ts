import { type Localize, type Message, message } from "../../base/message.ts";
import type { EstablishmentPlan, PlanScreen, PlanStep, PlanTable } from "../../features/plan-protocol.ts";
import type { ChangedRight, ChangedRights } from "../../rollout/rights.ts";
import type { CommandIo } from "../command.ts";

/** The plan of an establishment, with its folder as a path from the working folder. */
export interface ReportedPlan extends EstablishmentPlan {
  readonly folder: string;
  /** How the effective rights changed; only in the review of a change. */
  readonly rights?: ChangedRights;
}

/** How a plan is printed. */
export interface PlanStyle extends Pick<CommandIo, "localize" | "language" | "color" | "columns"> {
  /** The path of a file from the working folder. */
  readonly path: (uri: string) => string;
  /** The revision since which changes are reviewed. */
  readonly since?: string;
}

/** One establishment in a list of several. */
export interface PlanOverview {
  readonly name: string;
  readonly folder: string;
  readonly words: string;
}

/** A format. The plans are printed one after the other, as those of thousands of establishments are too long to keep. */
export interface PlanPrinter {
  readonly begin: (plans: readonly PlanOverview[], style: PlanStyle) => string;
  readonly plan: (plan: ReportedPlan, style: PlanStyle) => string;
  readonly separator: string;
  readonly end: (style: PlanStyle) => string;
}

/** How many steps are open; in a review, how many values changed. */
export function countLeft(plan: ReportedPlan): number {
  return plan.rights ? changesIn(plan).length : plan.steps.length;
}

/** How much there is, in words. */
export function leftInWords(plan: ReportedPlan, { localize, since }: PlanStyle): string {
  const left = countLeft(plan);
  if (since !== undefined)
    return localize(
      left === 0
        ? message("nothing changed since “{0}”", since)
        : message("values that changed since “{0}”: {1}", since, left),
    );
  if (left === 0) return localize(message("nothing is left to enter"));
  const waiting = plan.steps.filter(({ item }) => item.state === "waiting").length;
  const values = [...plan.steps.flatMap(({ screens }) => screens), ...plan.rest].reduce(
    (count, screen) => count + valuesOn(screen),
    0,
  );
  return localize(
    message("open steps: {0} (of which waiting: {1}), values to enter: {2}", left, waiting, values),
  );
}

function valuesOn({ values, tables }: PlanScreen): number {
  const rows = tables.flatMap((table) => table.rows);
  const filled = rows.flatMap(({ cells }) => cells.filter(({ value }) => value !== ""));
  return values.length + rows.filter(({ added }) => added).length + filled.length;
}

/** A value that changed, for a line of a review. */
export interface ReviewedValue {
  readonly screen: PlanScreen;
  /** The title of the step with which it is entered. */
  readonly step?: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** All values of a review. */
export function changesIn({ steps, rest }: EstablishmentPlan, localize?: Localize): readonly ReviewedValue[] {
  const words = localize ?? (({ text }: { text: string }) => text);
  return [
    ...steps.flatMap(({ item, screens }) =>
      screens.flatMap((screen) =>
        changesOn(screen, words as Localize).map((one) => ({ ...one, step: item.title })),
      ),
    ),
    ...rest.flatMap((screen) => changesOn(screen, words as Localize)),
  ];
}

function changesOn(screen: PlanScreen, localize: Localize): readonly ReviewedValue[] {
  const values = screen.values.map(({ label, value, before = "" }) => ({
    screen,
    what: label,
    before,
    after: value,
  }));
  return [...values, ...screen.tables.flatMap((table) => changesInTable(screen, table, localize))];
}

function changesInTable(
  screen: PlanScreen,
  { title, columns, rows }: PlanTable,
  localize: Localize,
): readonly ReviewedValue[] {
  return rows.flatMap(({ name, cells, added, removed }) => {
    const row = `${title} > ${name}`;
    const own = removed ? message("removed") : added ? message("new") : undefined;
    return [
      ...(own ? [{ screen, what: row, before: "", after: localize(own) }] : []),
      ...cells.flatMap(({ value, before = "" }, at) =>
        value === "" && before === ""
          ? []
          : [{ screen, what: `${row} > ${columns[at + 1] ?? ""}`, before, after: value }],
      ),
    ];
  });
}

/** A right before or after, in words. */
export function rightInWords(value: boolean | undefined): Message {
  if (value === undefined) return message("not written");
  return value ? message("ticked") : message("not ticked");
}

/** Whether a change gives a right, takes it, or neither. */
export function effectOf({ before, after }: ChangedRight): Message | undefined {
  if (after === true && before !== true) return message("given");
  return before === true && after !== true ? message("taken away") : undefined;
}

/** The steps of each phase, in their order. */
export function byPhase(steps: readonly PlanStep[]): readonly (readonly [title: string, PlanStep[]])[] {
  const phases = new Map<number, [string, PlanStep[]]>();
  for (const step of steps) {
    const phase = phases.get(step.phase.id) ?? [step.phase.title, []];
    phase[1].push(step);
    phases.set(step.phase.id, phase);
  }
  return [...phases.values()];
}

/** What is said of a step before its screens: what it waits for, and what else is to be known. */
export function remarksOn(step: PlanStep, localize: Localize): readonly string[] {
  const { reason, waitsFor, enteredWith, onlyChanges } = step;
  const titles = (names: PlanStep["waitsFor"]) => names.map(({ title }) => title).join(", ");
  return [
    ...(reason === undefined ? [] : [reason]),
    ...(waitsFor.length > 0 ? [localize(message("Waits for: {0}", titles(waitsFor)))] : []),
    ...(enteredWith.length > 0
      ? [localize(message("Values of it are entered with: {0}", titles(enteredWith)))]
      : []),
    ...(onlyChanges ? [localize(message("Only what changed since is listed."))] : []),
  ];
}

/** Whether a table has names only, so that a list is enough. */
export function isListOfNames({ columns, rows }: PlanTable): boolean {
  return (
    columns.length === 1 || rows.every(({ cells }) => cells.every(({ value, before }) => !value && !before))
  );
}
