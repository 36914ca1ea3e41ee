import { say } from "../say.ts";
import { isSunday } from "./dates.ts";
import docs from "./rencontre-on-sunday.md";
import { rule } from "./rule.ts";

/** Nobody meets on a Sunday. */
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
      message: say("{0} is a Sunday: is “{1}” really held that day?", date.value, name),
    };
  },
});
