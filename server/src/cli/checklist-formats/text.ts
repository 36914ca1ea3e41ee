import { message } from "../../base/message.ts";
import { isOpen, type StepState } from "../../checklist/state.ts";
import { STATE_SIGNS, STATE_WORDS } from "../../checklist/state-words.ts";
import type { ChecklistItem } from "../../features/protocol.ts";
import { shown } from "../check-formats/mask.ts";
import { type Paint, paintOf } from "../check-formats/paint.ts";
import type { CommandIo } from "../command.ts";
import {
  assignment,
  type ChecklistReport,
  commonItems,
  type ListedEstablishment,
  legend,
  progress,
  stateIn,
  totals,
} from "./checklist-report.ts";

type TextStyle = Pick<CommandIo, "localize" | "color" | "columns">;

/** The checklist for people: one establishment item by item, several as a matrix. */
export function textChecklist(rollout: ChecklistReport, look: TextStyle): string {
  const [only, ...others] = rollout.establishments;
  if (!only) return "";
  return others.length === 0 ? single(rollout, only, look) : matrix(rollout, look);
}

function single(rollout: ChecklistReport, one: ListedEstablishment, look: TextStyle): string {
  const { bold } = paintOf(look.color);
  const phases = one.phases.flatMap(({ title, items }) => {
    const lines = items
      .filter(({ state }) => state !== "not-applicable")
      .flatMap((item) => itemLines(rollout, item, look));
    return lines.length > 0 ? ["", bold(shown(title)), ...lines] : [];
  });
  return `${[headOf(one, look), ...phases, "", ...leftOut(one, look)].join("\n")}\n`;
}

function headOf(one: ListedEstablishment, { localize: words, color }: TextStyle): string {
  return `${paintOf(color).bold(shown(one.name))} (${shown(one.folder)}): ${words(progress(one))}`;
}

function itemLines(
  rollout: ChecklistReport,
  item: ChecklistItem,
  { localize: words, color }: TextStyle,
): readonly string[] {
  const paint = paintOf(color);
  const { state, title, why, path, place } = item;
  const reason = state === "done" ? why : words(STATE_WORDS[state]);
  const head = `  ${painted(paint, state, STATE_SIGNS[state])} ${shown(title)} ${paint.dim(`(${shown(reason)})`)}`;
  if (!isOpen(state)) return [head];
  const who = assignment(item);
  const where = [
    ...(who ? [words(who)] : []),
    ...(path ? [words(message("{0}: {1}", "PRONOTE", path))] : []),
    ...(place ? [`${rollout.path(place.uri)}:${place.range.start.line + 1}`] : []),
  ].join(" · ");
  return [
    head,
    // That a person has to do it is what the state says.
    ...(state !== "to-do" && why ? [`      ${shown(why)}`] : []),
    ...(where ? [`      ${paint.dim(shown(where))}`] : []),
  ];
}

function leftOut({ phases }: ListedEstablishment, { localize: words, color }: TextStyle): readonly string[] {
  const count = phases.flatMap(({ items }) => items).filter(({ state }) => state === "not-applicable").length;
  return count > 0 ? [paintOf(color).dim(words(message("Not applicable: {0}", count)))] : [];
}

function painted(paint: Paint, state: StepState, text: string): string {
  if (state === "done" || state === "decided") return paint.green(text);
  if (state === "blocked-by-error") return paint.severity("error", text);
  if (state === "to-redo" || state === "to-write") return paint.severity("warning", text);
  return state === "to-do" ? paint.bold(text) : paint.dim(text);
}

/** More columns than this, and the establishments are lines instead. */
const WIDEST = 16;
const TITLE = 60;

function matrix(rollout: ChecklistReport, look: TextStyle): string {
  const { localize: words } = look;
  const { establishments } = rollout;
  const body = establishments.length <= WIDEST ? itemsDown(rollout, look) : establishmentsDown(rollout, look);
  const list = establishments.map((one, at) => `${String(at + 1).padStart(3)}  ${headOf(one, look)}`);
  return `${[...list, "", ...body, "", totals(rollout, words), legend(words)].join("\n")}\n`;
}

/** A line for each item, a column for each establishment. */
function itemsDown(rollout: ChecklistReport, { color }: TextStyle): readonly string[] {
  const { establishments } = rollout;
  const paint = paintOf(color);
  const numbers = establishments.map((_, at) => String(at + 1).padStart(3)).join("");
  return commonItems(rollout).flatMap(({ title, items }, at) => [
    ...(at > 0 ? [""] : []),
    `${paint.bold(clipped(title, TITLE + 2))}${paint.dim(numbers)}`,
    ...items.map(({ slug, title }) => {
      const cells = establishments.map((one) => {
        const state = stateIn(one, slug);
        return `  ${painted(paint, state, STATE_SIGNS[state])}`;
      });
      return `  ${clipped(title, TITLE)}${cells.join("")}`;
    }),
  ]);
}

/** A line for each establishment; the items of a phase stand together, in their order. */
function establishmentsDown(rollout: ChecklistReport, { color }: TextStyle): readonly string[] {
  const paint = paintOf(color);
  const phases = commonItems(rollout);
  const lines = rollout.establishments.map((one, at) => {
    const cells = phases.map(({ items }) =>
      items.map(({ slug }) => painted(paint, stateIn(one, slug), STATE_SIGNS[stateIn(one, slug)])).join(""),
    );
    return `${String(at + 1).padStart(3)}  ${cells.join(" ")}`;
  });
  const heads = phases.map(({ id, items }) => String(id).padEnd(items.length)).join(" ");
  const names = phases.map(({ id, title, items }) => `${id}. ${shown(title)} (${items.length})`);
  return [...names, "", paint.dim(`     ${heads}`), ...lines];
}

function clipped(text: string, width: number): string {
  const safe = shown(text);
  return safe.length > width ? `${safe.slice(0, width - 1)}…` : safe.padEnd(width);
}
