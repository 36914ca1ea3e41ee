import { dayInWords } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { removal, replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./bulletins-before-period-end.md";
import { isTooEarly, PERIODE } from "./periodes.ts";

/** Bulletins that are published before the end of their period. */
export const bulletinsBeforePeriodEnd = rule({
  id: "bulletins-before-period-end",
  severity: "warning",
  on: PERIODE,
  docs,

  *check({ name, value }) {
    const day = value.get("publication-bulletins");
    const end = value.get("fin");
    const entry = value.entry("publication-bulletins");
    if (!day || !end || !entry || !isTooEarly(day.value, end.value)) return;
    yield {
      at: [day, end],
      message: message(
        "The bulletins of “{0}” would be published on {1}, before the period ends ({2}): families would read unfinished ones.",
        name,
        dayInWords(day.value),
        dayInWords(end.value),
      ),
      fixes: [...replacement(day, end.value, "probable"), ...removal(value, entry, "probable")],
      related: [{ at: end.node, message: message("The period ends here.") }],
    };
  },
});
