import { dayInWords } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { dayAfter, isWeekday } from "../shared/dates.ts";
import { PERIODES, periodesIn } from "./periodes.ts";
import docs from "./uncovered-weekdays.md";

/** A gap of so many weekdays is taken for holidays. */
const HOLIDAYS = 9;

/** School days between two grading periods. */
export const uncoveredWeekdays = rule({
  id: "uncovered-weekdays",
  severity: "hint",
  on: PERIODES,
  docs,

  *check({ value }) {
    const [first, ...others] = periodesIn(value);
    let before = first;
    for (const periode of others) {
      const days = before ? weekdaysBetween(before.fin.value, periode.debut.value) : [];
      const [from] = days;
      if (before && from !== undefined && days.length < HOLIDAYS) {
        yield {
          at: [periode.debut, before.fin],
          message: message(
            "No period covers the weekdays from {0} to {1}, between “{2}” and “{3}”: what is entered then may count in none.",
            dayInWords(from),
            dayInWords(days.at(-1) ?? from),
            before.name,
            periode.name,
          ),
          fixes: replacement(periode.debut, from, "probable"),
        };
      }
      if (!before || periode.fin.value > before.fin.value) before = periode;
    }
  },
});

function weekdaysBetween(fin: string, debut: string): readonly string[] {
  const days: string[] = [];
  for (let day = dayAfter(fin); day < debut && days.length < HOLIDAYS; ) {
    if (isWeekday(day)) days.push(day);
    day = dayAfter(day);
  }
  return days;
}
