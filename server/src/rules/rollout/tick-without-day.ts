import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import docs from "./tick-without-day.md";

/** What only a tick has. */
const OF_A_TICK = ["par", "annee", "empreinte"];
/** One of these makes the line say something. */
const SAYING = ["fait", "sans-objet", "preuve"];

/** A line that says who did a step, or for which values, without the day: it ticks nothing. */
export const tickWithoutDay = rule({
  id: "tick-without-day",
  severity: "warning",
  on: "deroulement.*",
  docs,

  *check({ name, key, value }) {
    const has = (part: string) => value.entries.has(part);
    if (value.open || SAYING.some(has) || !OF_A_TICK.some(has)) return;
    yield {
      at: key,
      message: message("“{0}” is not ticked: “{1}”, the day on which it was done, is missing.", name, "fait"),
    };
  },
});
