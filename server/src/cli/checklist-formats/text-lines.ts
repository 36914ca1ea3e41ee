import { message } from "../../base/message.ts";
import { shown } from "../../base/shown-text.ts";
import type { StepState } from "../../checklist/state.ts";
import { type Paint, paintOf } from "../check-formats/paint.ts";
import type { CommandIo } from "../command.ts";
import { type ListedEstablishment, progress } from "./checklist-report.ts";

/** How the checklist is printed as text. */
export type TextStyle = Pick<CommandIo, "localize" | "color" | "columns">;

/** An establishment, and how far it is. */
export function headOf(one: ListedEstablishment, { localize, color }: TextStyle): string {
  const name = `${paintOf(color).bold(shown(one.name))} (${shown(one.folder)})`;
  return localize(message("{0}: {1}", name, progress(one)));
}

/** A text in the colour of a state. */
export function painted(paint: Paint, state: StepState, text: string): string {
  if (state === "done" || state === "decided") return paint.green(text);
  if (state === "blocked-by-error") return paint.severity("error", text);
  if (state === "to-redo" || state === "to-write") return paint.severity("warning", text);
  return state === "to-do" ? paint.bold(text) : paint.dim(text);
}
