import { type Leaf, leafAt, type MapValue } from "../../schema/value.ts";
import type { Span } from "../../syntax/tree.ts";
import { daysBetween, isDay } from "../shared/dates.ts";

/** The paths of the grading periods of each kind. */
export const PERIODES = ["periodes.trimestriel", "periodes.semestriel", "periodes.annee-continue"] as const;
/** The paths of the grading periods themselves. */
export const PERIODE = [
  "periodes.trimestriel.*",
  "periodes.semestriel.*",
  "periodes.annee-continue.*",
] as const;

/** A grading period with both its days. */
export interface Periode {
  readonly name: string;
  readonly key: Span;
  readonly debut: Leaf<string>;
  readonly fin: Leaf<string>;
}

/** The periods of a kind that start before they end, in the order of their dates. */
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

/** How many days before the lessons end the year's last conseils de classe may be held, which close its last period. */
const LAST_CONSEILS = 45;

/**
 * Whether a day on which a period is closed, or its bulletins are published, is before the period ends. In the last
 * period, which ends in summer, that is usual: its conseils de classe are held before the lessons end.
 */
export function isTooEarly(day: string, end: string): boolean {
  const endsInSummer = /^\d{4}-0[678]-/.test(end);
  return day < end && !(endsInSummer && daysBetween(day, end) <= LAST_CONSEILS);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
