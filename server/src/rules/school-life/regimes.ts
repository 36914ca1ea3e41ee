import type { Leaf, TypedMap } from "../../schema/value.ts";
import type { ThingAt } from "../api/rule.ts";

const DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"] as const;
/** National codes of régimes (SIECLE) with a number of meals at noon; those of boarders include the evening. */
const NOON: { readonly [code: string]: number } = {
  "2": 4,
  "21": 1,
  "22": 2,
  "23": 3,
  "24": 4,
  "25": 5,
  "26": 6,
};

/** On how many days of the week a régime has a meal, as far as it is written: by its boxes, else by its national code. */
export function mealsOf(regime: TypedMap<ThingAt<"regimes.*">>, meal: "midi" | "soir"): number {
  if (regime.has(`repas-${meal}`)) {
    const boxes: { get(key: (typeof DAYS)[number]): Leaf<boolean> | undefined } | undefined = regime.get(
      `repas-${meal}`,
    );
    return DAYS.filter((day) => boxes?.get(day)?.value === true).length;
  }
  const code = regime.get("code")?.value ?? "";
  return meal === "midi" ? (NOON[code] ?? 0) : 0;
}
