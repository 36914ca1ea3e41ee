import { dayInWords } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { dayAfter } from "../shared/dates.ts";
import { PERIODES, periodesIn } from "./periodes.ts";
import docs from "./periodes-overlap.md";

/** Two grading periods of the same kind that have days in common. */
export const periodesOverlap = rule({
  id: "periodes-overlap",
  severity: "warning",
  on: PERIODES,
  docs,

  *check({ value }) {
    const [first, ...others] = periodesIn(value);
    let before = first;
    for (const periode of others) {
      if (before && periode.debut.value <= before.fin.value) {
        const next = dayAfter(before.fin.value);
        yield {
          at: [periode.debut, before.fin],
          message: message(
            "The period “{0}” begins on {1}, while “{2}” lasts until {3}: what is entered then could belong to both.",
            periode.name,
            dayInWords(periode.debut.value),
            before.name,
            dayInWords(before.fin.value),
          ),
          related: [{ at: before.fin.node, message: message("The other one ends here.") }],
          fixes: next <= periode.fin.value ? replacement(periode.debut, next, "probable") : [],
        };
      }
      if (!before || periode.fin.value > before.fin.value) before = periode;
    }
  },
});
