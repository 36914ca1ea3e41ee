import { say } from "../../base/say.ts";
import type { ChecklistItem, StepState } from "../../features/protocol.ts";
import type { Io } from "../command.ts";
import { shown } from "../report/mask.ts";
import { type Paint, paintOf } from "../report/paint.ts";
import {
  isSettled,
  itemsOf,
  type Listed,
  legend,
  progress,
  type Rollout,
  SIGNS,
  STATES,
  stateIn,
} from "./rollout.ts";

type Look = Pick<Io, "words" | "color" | "columns">;

/** The checklist for people: one establishment item by item, several as a matrix. */
export function text(rollout: Rollout, look: Look): string {
  const [only, ...others] = rollout.establishments;
  if (!only) return "";
  return others.length === 0 ? single(rollout, only, look) : matrix(rollout, look);
}

function single(rollout: Rollout, one: Listed, look: Look): string {
  const { bold } = paintOf(look.color);
  const phases = one.phases.flatMap(({ title, items }) => {
    const lines = items
      .filter(({ state }) => state !== "not-applicable")
      .flatMap((item) => itemLines(rollout, item, look));
    return lines.length > 0 ? ["", bold(shown(title)), ...lines] : [];
  });
  return `${[headOf(one, look), ...phases, "", ...leftOut(one, look)].join("\n")}\n`;
}

function headOf(one: Listed, { words, color }: Look): string {
  return `${paintOf(color).bold(shown(one.name))} (${shown(one.folder)}): ${words(progress(one))}`;
}

function itemLines(rollout: Rollout, item: ChecklistItem, { words, color }: Look): readonly string[] {
  const paint = paintOf(color);
  const { state, title, why, path, place } = item;
  const reason = state === "done" ? why : words(STATES[state]);
  const head = `  ${painted(paint, state, SIGNS[state])} ${shown(title)} ${paint.dim(`(${shown(reason)})`)}`;
  if (isSettled(state)) return [head];
  const where = [
    ...(path ? [words(say("{0}: {1}", "PRONOTE", path))] : []),
    ...(place ? [`${rollout.path(place.uri)}:${place.range.start.line + 1}`] : []),
  ].join(" · ");
  return [
    head,
    // That a person has to do it is what the state says.
    ...(state !== "to-do" && why ? [`      ${shown(why)}`] : []),
    ...(where ? [`      ${paint.dim(shown(where))}`] : []),
  ];
}

function leftOut({ phases }: Listed, { words, color }: Look): readonly string[] {
  const count = phases.flatMap(({ items }) => items).filter(({ state }) => state === "not-applicable").length;
  return count > 0 ? [paintOf(color).dim(words(say("Not applicable: {0}", count)))] : [];
}

function painted(paint: Paint, state: StepState, text: string): string {
  if (state === "done" || state === "proved") return paint.green(text);
  if (state === "blocked-by-error") return paint.severity("error", text);
  if (state === "to-redo" || state === "to-write") return paint.severity("warning", text);
  return state === "to-do" ? paint.bold(text) : paint.dim(text);
}

/** More columns than this, and the establishments are lines instead. */
const WIDEST = 16;
const TITLE = 60;

function matrix(rollout: Rollout, look: Look): string {
  const { words } = look;
  const { establishments } = rollout;
  const body = establishments.length <= WIDEST ? itemsDown(rollout, look) : establishmentsDown(rollout, look);
  const list = establishments.map((one, at) => `${String(at + 1).padStart(3)}  ${headOf(one, look)}`);
  return `${[...list, "", ...body, "", legend(words)].join("\n")}\n`;
}

/** A line for each item, a column for each establishment. */
function itemsDown(rollout: Rollout, { color }: Look): readonly string[] {
  const { establishments } = rollout;
  const paint = paintOf(color);
  const numbers = establishments.map((_, at) => String(at + 1).padStart(3)).join("");
  return itemsOf(rollout).flatMap(({ title, items }, at) => [
    ...(at > 0 ? [""] : []),
    `${paint.bold(clipped(title, TITLE + 2))}${paint.dim(numbers)}`,
    ...items.map(({ slug, title }) => {
      const cells = establishments.map((one) => {
        const state = stateIn(one, slug);
        return `  ${painted(paint, state, SIGNS[state])}`;
      });
      return `  ${clipped(title, TITLE)}${cells.join("")}`;
    }),
  ]);
}

/** A line for each establishment; the items of a phase stand together, in their order. */
function establishmentsDown(rollout: Rollout, { color }: Look): readonly string[] {
  const paint = paintOf(color);
  const phases = itemsOf(rollout);
  const lines = rollout.establishments.map((one, at) => {
    const cells = phases.map(({ items }) =>
      items.map(({ slug }) => painted(paint, stateIn(one, slug), SIGNS[stateIn(one, slug)])).join(""),
    );
    return `${String(at + 1).padStart(3)}  ${cells.join(" ")}`;
  });
  const names = phases.map(({ id, title, items }) => `${id}. ${shown(title)} (${items.length})`);
  return [...names, "", ...lines];
}

function clipped(text: string, width: number): string {
  const safe = shown(text);
  return safe.length > width ? `${safe.slice(0, width - 1)}…` : safe.padEnd(width);
}
