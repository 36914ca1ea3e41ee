import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import docs from "./rencontre-longer-than-session.md";

/** Appointments that are longer than the session in which they are placed. */
export const rencontreLongerThanSession = rule({
  id: "rencontre-longer-than-session",
  severity: "error",
  on: "rencontres.sessions.*",
  docs,

  *check({ name, value }) {
    const start = value.get("debut");
    const end = value.get("fin");
    const duration = value.get("duree");
    if (!start || !end || !duration) return;
    const minutes = minutesOf(end.value) - minutesOf(start.value);
    // A session that ends before it begins is reported as such.
    if (minutes <= 0 || duration.value <= minutes) return;
    yield {
      at: [duration, end, start],
      message: message(
        "A meeting of {0} minutes does not fit into “{1}”, which lasts {2} minutes.",
        duration.value,
        name,
        minutes,
      ),
      related: [
        { at: start.node, message: message("It begins here.") },
        { at: end.node, message: message("It ends here.") },
      ],
    };
  },
});

/** The minutes since midnight of a time as HH:MM. */
function minutesOf(time: string): number {
  const [hours, minutes] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}
