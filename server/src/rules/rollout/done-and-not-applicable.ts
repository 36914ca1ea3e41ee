import { message } from "../../base/message.ts";
import { removal } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./done-and-not-applicable.md";

/** A step that is ticked and set aside in the same line. */
export const doneAndNotApplicable = rule({
  id: "done-and-not-applicable",
  severity: "warning",
  on: "deroulement.*",
  docs,

  *check({ name, value }) {
    const done = value.entries.get("fait");
    const aside = value.entries.get("sans-objet");
    if (!done || !aside || !value.get("fait") || !value.get("sans-objet")) return;
    yield {
      at: aside.key,
      message: message(
        "“{0}” is ticked and set aside at once: it counts as not applicable. Keep one of the two.",
        name,
      ),
      related: [{ at: done.key, message: message("The tick stands here.") }],
      fixes: [...removal(value, aside, "probable"), ...removal(value, done, "probable")],
    };
  },
});
