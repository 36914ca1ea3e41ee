import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import docs from "./meals-without-counting.md";
import { mealsOf } from "./regimes.ts";

/** Régimes with meals, while meals are not counted, or not those in the evening. */
export const mealsWithoutCounting = rule({
  id: "meals-without-counting",
  severity: "warning",
  on: "demi-pension",
  docs,

  *check({ value }, context) {
    const counting = value.get("decompte-automatique");
    const evening = value.get("repas-du-soir");
    if (counting?.value === false) {
      const places = regimesWith("midi", context);
      if (places.length > 0)
        yield {
          at: [counting, ...places.map(({ key }) => key)],
          message: message(
            "Meals are not counted, and students take some (“{0}”): nobody could enter an absence from the canteen.",
            places[0]?.name ?? "",
          ),
          related: places.map(({ name, key }) => ({ at: key, message: message("“{0}” has meals.", name) })),
          fixes: replacement(counting, true, "probable"),
        };
    }
    if (evening?.value === false) {
      const places = regimesWith("soir", context);
      if (places.length > 0)
        yield {
          at: [evening, ...places.map(({ key }) => key)],
          message: message(
            "There is no meal in the evening, and “{0}” has some: they would not be counted.",
            places[0]?.name ?? "",
          ),
          related: places.map(({ name, key }) => ({ at: key, message: message("“{0}” has meals.", name) })),
          fixes: replacement(evening, true, "probable"),
        };
    }
  },
});

/** The régimes with meals that the establishment's own files name. A base has some for heirs that count them. */
function regimesWith(meal: "midi" | "soir", context: RuleContext) {
  return context
    .all("regimes")
    .filter(({ key, value }) => context.own(key.block.uri) && mealsOf(value, meal) > 0);
}
