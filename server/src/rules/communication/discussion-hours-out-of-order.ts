import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./discussion-hours-out-of-order.md";

/** Hours for discussions that end before they start. */
export const discussionHoursOutOfOrder = rule({
  id: "discussion-hours-out-of-order",
  severity: "error",
  on: "communication.discussions.horaires",
  docs,

  *check({ value }) {
    const debut = value.get("debut");
    const fin = value.get("fin");
    if (!debut || !fin || debut.value < fin.value) return;
    const edits = [
      ...replacement(debut, fin.value, "probable"),
      ...replacement(fin, debut.value, "probable"),
    ];
    yield {
      at: [fin, debut],
      message: message("Discussions would be open from {0} to {1}: that is never.", debut.value, fin.value),
      related: [{ at: debut.node, message: message("They open here.") }],
      fixes: [
        {
          title: message("Swap the two hours"),
          safety: "probable",
          edits: edits.flatMap((fix) => fix.edits),
        },
      ],
    };
  },
});
