import { message } from "../../base/message.ts";
import { shown } from "../../base/shown-text.ts";
import { isOpen } from "../../checklist/state.ts";
import { STATE_SIGNS, STATE_WORDS } from "../../checklist/state-words.ts";
import type { ChecklistItem } from "../../features/protocol.ts";
import { paintOf } from "../check-formats/paint.ts";
import { wrapped } from "../wrapped.ts";
import { assignment, type ChecklistReport, itemsIn, type ListedEstablishment } from "./checklist-report.ts";
import { textMatrix } from "./matrix.ts";
import { headOf, painted, type TextStyle } from "./text-lines.ts";

/** The checklist for people: one establishment item by item, several as a matrix. */
export function textChecklist(rollout: ChecklistReport, look: TextStyle): string {
  const [only, ...others] = rollout.establishments;
  if (!only) return "";
  return others.length === 0 ? single(rollout, only, look) : textMatrix(rollout, look);
}

function single(rollout: ChecklistReport, one: ListedEstablishment, look: TextStyle): string {
  const { bold } = paintOf(look.color);
  const phases = one.phases.flatMap(({ title, items }) => {
    const lines = itemsIn(rollout, items)
      .filter(({ state }) => state !== "not-applicable")
      .flatMap((item) => itemLines(rollout, item, look));
    return lines.length > 0 ? ["", ...wrapped(bold(shown(title)), look.columns), ...lines] : [];
  });
  return `${[...wrapped(headOf(one, look), look.columns), ...phases, "", ...leftOut(one, look)].join("\n")}\n`;
}

function itemLines(
  rollout: ChecklistReport,
  item: ChecklistItem,
  { localize: words, color, columns }: TextStyle,
): readonly string[] {
  const paint = paintOf(color);
  const { state, title, why, path, place } = item;
  const reason = state === "done" ? why : words(STATE_WORDS[state]);
  const head = `  ${painted(paint, state, STATE_SIGNS[state])} ${shown(title)} ${paint.dim(`(${shown(reason)})`)}`;
  const headLines = wrapped(head, columns);
  if (!isOpen(state)) return headLines;
  const who = assignment(item);
  const where = [
    ...(who ? [words(who)] : []),
    ...(path ? [words(message("{0}: {1}", "PRONOTE", path))] : []),
    ...(place ? [`${rollout.path(place.uri)}:${place.range.start.line + 1}`] : []),
  ].join(" · ");
  return [
    ...headLines,
    // That a person has to do it is what the state says.
    ...(state !== "to-do" && why ? wrapped(`      ${shown(why)}`, columns) : []),
    ...(where ? wrapped(`      ${paint.dim(shown(where))}`, columns) : []),
  ];
}

function leftOut({ phases }: ListedEstablishment, { localize: words, color }: TextStyle): readonly string[] {
  const count = phases.flatMap(({ items }) => items).filter(({ state }) => state === "not-applicable").length;
  return count > 0 ? [paintOf(color).dim(words(message("Not applicable: {0}", count)))] : [];
}
