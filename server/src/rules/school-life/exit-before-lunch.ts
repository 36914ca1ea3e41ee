import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import docs from "./exit-before-lunch.md";
import { mealsOf } from "./regimes.ts";

/** With so many lunches a week, a régime leaves no noon without one. */
const MIN_LUNCHES = 4;

/** An exit at the end of the morning for pupils who have lunch at school. */
export const exitBeforeLunch = rule({
  id: "exit-before-lunch",
  severity: "warning",
  on: "autorisations-sortie.*",
  docs,

  *check({ name, value }, context) {
    const exit = value.get("sorties")?.get("fin-matinee");
    if (exit?.value !== true || isLycee(context)) return;
    for (const item of value.get("regimes")?.items ?? []) {
      const regime = context.the("regimes", item.value);
      if (!regime || mealsOf(regime.value, "midi") < MIN_LUNCHES || mealsOf(regime.value, "soir") > 0)
        continue;
      yield {
        at: [item, exit],
        message: message(
          "“{0}” lets students go at the end of the morning, and those of “{1}” have lunch at school: the study-hall sheet and the canteen would contradict each other.",
          name,
          item.value,
        ),
        related: [{ at: exit.node, message: message("The exit is allowed here.") }],
        fixes: replacement(exit, false, "probable"),
      };
    }
  },
});

/** In a lycée, half-boarders may leave at noon as well. */
function isLycee(context: RuleContext): boolean {
  return context.get("etablissement", "type")?.value.startsWith("lycee") ?? false;
}
