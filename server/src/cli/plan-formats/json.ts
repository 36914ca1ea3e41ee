import { shownJson } from "../../base/shown-text.ts";
import type { PlanCell, PlanScreen, PlanStep, PlanTable } from "../../features/plan-protocol.ts";
import type { ChecklistPlace } from "../../features/protocol.ts";
import type { PlanPrinter, PlanStyle, ReportedPlan } from "./plan-report.ts";

/** Increased when the shape, or the name of a state, changes. */
const VERSION = 1;

/** The plan for programs, as `README.md` describes it. What is not known is left out. */
export const jsonPlan: PlanPrinter = {
  begin: (_, { since }) =>
    shownJson(
      `{\n"version": ${VERSION},\n${since === undefined ? "" : `"since": ${JSON.stringify(since)},\n`}"establishments": [\n`,
    ),
  plan: (plan, style) => shownJson(JSON.stringify(establishment(plan, style), null, 1)),
  separator: ",\n",
  end: () => "\n]\n}\n",
};

function establishment(plan: ReportedPlan, style: PlanStyle): object {
  const { folder, name, steps, rest, rights } = plan;
  const { localize } = style;
  return {
    folder,
    name,
    steps: steps.map((step) => stepOf(step, style)),
    rest: rest.map((screen) => screenOf(screen, style)),
    rights: rights && {
      profiles: rights.profiles.map((profile) => ({
        name: profile.name,
        rights: profile.rights.map(({ label, before, after }) => ({ right: localize(label), before, after })),
      })),
      people: rights.people.map(({ people, gains, loses }) => ({
        people: people.map(localize),
        gains: gains.map(localize),
        loses: loses.map(localize),
      })),
    },
  };
}

function stepOf(
  { item, phase, waitsFor, enteredWith, onlyChanges, screens }: PlanStep,
  style: PlanStyle,
): object {
  const { slug, title, what, state, why, path, pour, avant } = item;
  return {
    slug,
    title,
    what,
    state,
    why,
    path,
    pour,
    avant,
    phase,
    waitsFor: waitsFor.map((one) => one.slug),
    enteredWith: enteredWith.map((one) => one.slug),
    onlyChanges,
    screens: screens.map((screen) => screenOf(screen, style)),
  };
}

function screenOf({ title, path, values, tables }: PlanScreen, style: PlanStyle): object {
  return {
    title,
    path,
    values: values.map(({ label, copy, ...cell }) => ({ label, ...cellOf(cell, style), copy })),
    tables: tables.map((table) => tableOf(table, style)),
  };
}

function tableOf({ title, columns, rows }: PlanTable, style: PlanStyle): object {
  return {
    title,
    columns,
    rows: rows.map(({ name, cells, place, added, removed }) => ({
      name,
      cells: cells.map((cell) => cellOf(cell, style)),
      place: placeOf(place, style),
      added,
      removed,
    })),
  };
}

function cellOf({ value, before, place, from }: PlanCell, style: PlanStyle): object {
  return { value, before, place: placeOf(place, style), from };
}

function placeOf(place: ChecklistPlace | undefined, { path }: PlanStyle): object | undefined {
  return place && { file: path(place.uri), range: place.range };
}
