import type { Leaf, TypedMap } from "../../schema/value.ts";
import type { ThingAt } from "../api/rule.ts";

const DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"] as const;
/**
 * The national codes of régimes (SIECLE) with the number of lunches a week; those of boarders, with dinners, are left
 * out.
 */
const LUNCHES: { readonly [code: string]: number } = {
  "2": 4,
  "21": 1,
  "22": 2,
  "23": 3,
  "24": 4,
  "25": 5,
  "26": 6,
};

/**
 * The number of days a week on which a régime has a meal, by its checkboxes, else by its national code; `undefined` if
 * it is not known.
 */
export function mealsOf(regime: TypedMap<ThingAt<"regimes.*">>, meal: "midi" | "soir"): number {
  if (regime.has(`repas-${meal}`)) {
    const boxes: { get(key: (typeof DAYS)[number]): Leaf<boolean> | undefined } | undefined = regime.get(
      `repas-${meal}`,
    );
    return DAYS.filter((day) => boxes?.get(day)?.value === true).length;
  }
  const code = regime.get("code")?.value ?? "";
  return meal === "midi" ? (LUNCHES[code] ?? 0) : 0;
}
