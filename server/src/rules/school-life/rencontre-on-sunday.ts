import { dayInWords } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import { isSunday } from "../shared/dates.ts";
import docs from "./rencontre-on-sunday.md";

/** A session of meetings on a Sunday. */
export const rencontreOnSunday = rule({
  id: "rencontre-on-sunday",
  severity: "warning",
  on: "rencontres.sessions.*",
  docs,

  *check({ name, value }) {
    const date = value.get("date");
    if (!date || !isSunday(date.value)) return;
    yield {
      at: date,
      message: message("{0} is a Sunday: is “{1}” really held that day?", dayInWords(date.value), name),
    };
  },
});
