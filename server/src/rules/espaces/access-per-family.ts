import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./access-per-family.md";

/** One account for a whole family. */
export const accessPerFamily = rule({
  id: "access-per-family",
  severity: "information",
  on: "espaces.parents",
  docs,

  *check({ value }) {
    const box = value.get("acces-par-famille");
    if (box?.value !== true) return;
    yield {
      at: box,
      message: message(
        "One access per family is not advised: separated parents would share a password, and nobody could tell who read or answered.",
      ),
      fixes: replacement(box, false, "probable"),
    };
  },
});
