import { message } from "../base/message.ts";
import type { SourceFinding, SourcePlace } from "./source.ts";

/** A number in scientific notation, and a date: what a spreadsheet makes of `6E1` and of `3-4`. */
const CONVERTED =
  /^(?:\d+(?:[.,]\d+)?E[+-]?\d+|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|\d{1,2}-[a-zéû]{3,5}\.?|[a-zéû]{3,5}\.?-\d{2})$/iu;
/** A class such as `6E1` is already in scientific notation, so it needs a point or a sign to be told apart. */
const CLASS_NAME = /^\d+E\d{1,2}$/i;
/** What is left of `6E1` and `6E2`: 60 and 600. */
const POWER = /^[1-9](0+)$/;

/** Finds class names that a spreadsheet turned into numbers or dates; `undefined` if there are none. */
export function excelDamage(classes: ReadonlyMap<string, SourcePlace>): SourceFinding | undefined {
  const names = [...classes.keys()];
  const converted = names.filter((name) => CONVERTED.test(name) && !CLASS_NAME.test(name));
  const powers = names.filter((name) => POWER.test(name));
  // Classes may well be called 60 or 600, but not both.
  const lengths = new Set(powers.map((name) => name.length));
  const damaged = lengths.size > 1 ? [...converted, ...powers] : converted;
  const [first] = damaged;
  const place = first === undefined ? undefined : classes.get(first);
  if (first === undefined || !place) return undefined;
  return {
    id: "spreadsheet-damage",
    severity: "error",
    place,
    message: message(
      "The class “{0}” is what a spreadsheet makes of a name such as “6E1” or “3-4”. Export the list again, and do not open it in a spreadsheet.",
      first,
    ),
  };
}
