import { dayInWords } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { removal, replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { PERIODE } from "./periodes.ts";
import docs from "./releves-before-period.md";

/** Grade statements that are published before their period starts. */
export const relevesBeforePeriod = rule({
  id: "releves-before-period",
  severity: "warning",
  on: PERIODE,
  docs,

  *check({ name, value }) {
    const day = value.get("publication-releves");
    const start = value.get("debut");
    const entry = value.entry("publication-releves");
    if (!day || !start || !entry || day.value >= start.value) return;
    yield {
      at: [day, start],
      message: message(
        "The grade statements of “{0}” would be published on {1}, before the period begins ({2}): parents and students would find nothing.",
        name,
        dayInWords(day.value),
        dayInWords(start.value),
      ),
      fixes: [...replacement(day, start.value, "probable"), ...removal(value, entry, "probable")],
      related: [{ at: start.node, message: message("The period begins here.") }],
    };
  },
});
