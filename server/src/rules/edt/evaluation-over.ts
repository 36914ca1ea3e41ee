import { dayInWords } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { addition } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { dayAfter, daysBetween } from "../shared/dates.ts";
import docs from "./evaluation-over.md";

/** Eight weeks, in days. */
const DAYS = 56;

/** The connection right on trial with EDT monoposte, more than eight weeks after its start. */
export const evaluationOver = rule({
  id: "evaluation-over",
  severity: "warning",
  on: "edt",
  docs,

  *check({ value }, context) {
    const start = value.get("debut-evaluation");
    if (!start || value.get("licence")?.value !== "monoposte") return;
    const right = value.get("droit-connexion");
    if (right?.value === false || (right === undefined && value.has("droit-connexion"))) return;
    const today = context.today();
    if (!(daysBetween(start.value, today) > DAYS)) return;
    yield {
      at: start,
      message: message(
        "The trial of the connection right ended on {0}, 8 weeks after its first day: do not count on EDT Clients on the PRONOTE base any more. Get EDT réseau, or write: {1}",
        dayInWords(dayAfter(start.value, DAYS)),
        "droit-connexion: false",
      ),
      fixes: right ? [] : addition(value, [["droit-connexion", "false"]], "probable"),
    };
  },
});
