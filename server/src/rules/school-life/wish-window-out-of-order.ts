import { dayInWords } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { leafAt, mapsIn } from "../../schema/value.ts";
import { rule } from "../api/rule.ts";
import docs from "./wish-window-out-of-order.md";

/** Dates for entering wishes that are in the wrong order, or after the meeting. */
export const wishWindowOutOfOrder = rule({
  id: "wish-window-out-of-order",
  severity: "error",
  on: "rencontres.sessions.*",
  docs,

  *check({ name, value }) {
    const date = value.get("date");
    const windows = [...mapsIn(value.get("desiderata")), ...mapsIn(value.get("indisponibilites"))];
    for (const { value: window } of windows) {
      const from = leafAt(window, "du", "string");
      const to = leafAt(window, "au", "string");
      if (from && to && to.value < from.value)
        yield {
          at: [to, from],
          message: message(
            "Entry would end on {0}, before it begins ({1}): nobody could enter anything.",
            dayInWords(to.value),
            dayInWords(from.value),
          ),
          related: [{ at: from.node, message: message("It begins here.") }],
        };
      else if (date && from && from.value > date.value)
        yield {
          at: [from, date],
          message: message(
            "Entry would begin on {0}, when “{1}” is over ({2}).",
            dayInWords(from.value),
            name,
            dayInWords(date.value),
          ),
          related: [{ at: date.node, message: message("The meeting is on this day.") }],
        };
      else if (date && to && to.value > date.value)
        yield {
          at: [to, date],
          message: message(
            "Entry would go on until {0}, when “{1}” is over ({2}).",
            dayInWords(to.value),
            name,
            dayInWords(date.value),
          ),
          related: [{ at: date.node, message: message("The meeting is on this day.") }],
        };
    }
  },
});
