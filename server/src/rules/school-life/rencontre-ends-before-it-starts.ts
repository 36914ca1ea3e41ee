import { message } from "../../base/message.ts";
import { replaceValue } from "../../syntax/edit.ts";
import { rule } from "../api/rule.ts";
import docs from "./rencontre-ends-before-it-starts.md";

/** A session of meetings that ends before it starts. */
export const rencontreEndsBeforeItStarts = rule({
  id: "rencontre-ends-before-it-starts",
  severity: "error",
  on: "rencontres.sessions.*",
  docs,

  *check({ name, value }) {
    const start = value.get("debut");
    const end = value.get("fin");
    if (!start || !end || end.value > start.value) return;
    yield {
      at: [end, start],
      message: message(
        "The session “{0}” would end at {1}, and it begins at {2}: no meeting fits in.",
        name,
        end.value,
        start.value,
      ),
      fixes:
        end.value === start.value
          ? []
          : [
              {
                title: message("Exchange beginning and end"),
                safety: "probable",
                edits: [
                  replaceValue(start.node, `"${end.value}"`),
                  replaceValue(end.node, `"${start.value}"`),
                ],
              },
            ],
      related: [{ at: start.node, message: message("It begins here.") }],
    };
  },
});
