import { dayInWords } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import { isDay } from "../shared/dates.ts";
import docs from "./tick-outside-its-year.md";

const YEAR = /^(\d{4})-(\d{4})$/;

/** A step that is ticked for a school year on a day in neither of its calendar years. */
export const tickOutsideItsYear = rule({
  id: "tick-outside-its-year",
  severity: "warning",
  on: "deroulement.*",
  docs,

  *check({ name, value }) {
    const done = value.get("fait");
    const year = value.get("annee");
    const [, first, second] = YEAR.exec(year?.value ?? "") ?? [];
    if (!done || !year || !first || !second || !isDay(done.value)) return;
    if (done.value >= `${first}-01-01` && done.value <= `${second}-12-31`) return;
    yield {
      at: [done, year],
      message: message(
        "“{0}” is ticked on {1} for the school year {2}: one of the two is wrong.",
        name,
        dayInWords(done.value),
        year.value,
      ),
      related: [{ at: year.node, message: message("The school year is written here.") }],
    };
  },
});
