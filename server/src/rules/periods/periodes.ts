import { type Leaf, leafAt, type MapValue } from "../../schema/value.ts";
import type { Span } from "../../syntax/tree.ts";
import { isDay } from "../shared/dates.ts";

/** Where the grading periods of each kind stand. */
export const PERIODES = ["periodes.trimestriel", "periodes.semestriel", "periodes.annee-continue"] as const;
/** Where each grading period stands. */
export const PERIODE = [
  "periodes.trimestriel.*",
  "periodes.semestriel.*",
  "periodes.annee-continue.*",
] as const;

/** A grading period whose two days are written. */
export interface Periode {
  readonly name: string;
  readonly key: Span;
  readonly debut: Leaf<string>;
  readonly fin: Leaf<string>;
}

/** The periods of a kind that begin before they end, in the order of the calendar. */
export function periodesIn(map: Pick<MapValue, "entries">): readonly Periode[] {
  const found = [...map.entries.values()].flatMap(({ name, key, value }) => {
    const debut = leafAt(value, "debut", "string");
    const fin = leafAt(value, "fin", "string");
    return debut && fin && isDay(debut.value) && isDay(fin.value) && debut.value <= fin.value
      ? [{ name, key, debut, fin }]
      : [];
  });
  return found.sort((one, other) => compare(one.debut.value, other.debut.value));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
