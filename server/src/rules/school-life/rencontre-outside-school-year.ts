import { dayInWords } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import { ownYear } from "../shared/identity.ts";
import docs from "./rencontre-outside-school-year.md";

/** A session of meetings that is not in the school year of the base. */
export const rencontreOutsideSchoolYear = rule({
  id: "rencontre-outside-school-year",
  severity: "warning",
  on: "rencontres.sessions.*",
  docs,

  *check({ name, value }, context) {
    const date = value.get("date");
    const year = date && ownYear(context);
    const [first = "", second = ""] = year?.value.split("-") ?? [];
    if (!year || Number(second) !== Number(first) + 1) return;
    // From August, when the base is created, to the end of July.
    if (date.value >= `${first}-08-01` && date.value <= `${second}-07-31`) return;
    yield {
      at: [date, year],
      message: message(
        "{0} is outside the school year {1}: “{2}” cannot be held in this base.",
        dayInWords(date.value),
        year.value,
        name,
      ),
      related: [{ at: year.node, message: message("The school year is written here.") }],
    };
  },
});
