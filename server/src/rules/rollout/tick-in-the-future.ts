import { dayInWords } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import { dayAfter, isDay } from "../shared/dates.ts";
import docs from "./tick-in-the-future.md";

/** A step that is ticked, or a list that was taken, on a day that is still to come. */
export const tickInTheFuture = rule({
  id: "tick-in-the-future",
  severity: "warning",
  on: "deroulement.*",
  docs,

  *check({ name, value }, context) {
    // Where it was written it may be tomorrow already.
    const last = dayAfter(context.today());
    const done = value.get("fait");
    if (done && isDay(done.value) && done.value > last) {
      yield {
        at: done,
        message: message(
          "“{0}” is ticked for {1}, a day that is still to come.",
          name,
          dayInWords(done.value),
        ),
      };
    }
    const taken = value.get("preuve")?.get("du");
    if (taken && isDay(taken.value) && taken.value > last) {
      yield {
        at: taken,
        message: message(
          "This list is said to be of {0}, a day that is still to come.",
          dayInWords(taken.value),
        ),
      };
    }
  },
});
