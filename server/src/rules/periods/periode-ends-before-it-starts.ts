import { dayInWords } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./periode-ends-before-it-starts.md";
import { PERIODE } from "./periodes.ts";

/** A grading period whose last day is before its first. */
export const periodeEndsBeforeItStarts = rule({
  id: "periode-ends-before-it-starts",
  severity: "error",
  on: PERIODE,
  docs,

  *check({ name, value }) {
    const debut = value.get("debut");
    const fin = value.get("fin");
    if (!debut || !fin || fin.value >= debut.value) return;
    const edits = [
      ...replacement(debut, fin.value, "probable"),
      ...replacement(fin, debut.value, "probable"),
    ];
    yield {
      at: [fin, debut],
      message: message(
        "The period “{0}” ends on {1}, before it begins ({2}): no grade could belong to it.",
        name,
        dayInWords(fin.value),
        dayInWords(debut.value),
      ),
      related: [{ at: debut.node, message: message("It begins here.") }],
      fixes: [
        { title: message("Swap the two days"), safety: "probable", edits: edits.flatMap((fix) => fix.edits) },
      ],
    };
  },
});
