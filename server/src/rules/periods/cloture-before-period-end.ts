import { dayInWords } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import type { Leaf, TypedMap } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { rule, type ThingAt } from "../api/rule.ts";
import docs from "./cloture-before-period-end.md";
import { isTooEarly } from "./periodes.ts";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A period that is closed for a class before it ends. */
export const clotureBeforePeriodEnd = rule({
  id: "cloture-before-period-end",
  severity: "warning",
  on: "classes.*",
  docs,

  *check({ name, value }, context) {
    const periodicite = value.get("periodicite")?.value;
    if (!periodicite) return;
    const periodes = context.get("periodes", periodicite);
    for (const { name: periode, value: cloture } of value.get("cloture")?.entries.values() ?? []) {
      const own = periodes?.entries.get(periode)?.value;
      const fin = own?.kind === "map" ? own.get("fin") : undefined;
      if (!fin || cloture.kind !== "map") continue;
      for (const day of daysIn(cloture)) {
        if (!isTooEarly(day.value, fin.value)) continue;
        yield {
          at: [day, fin],
          message: message(
            "The period “{0}” would be closed for “{1}” on {2}, before it ends ({3}): teachers could enter nothing in its last days.",
            periode,
            name,
            dayInWords(day.value),
            dayInWords(fin.value),
          ),
          related: [{ at: fin.node, message: message("The period ends here.") }],
          fixes: replacement(day, fin.value, "probable"),
        };
      }
    }
  },
});

function daysIn(cloture: TypedMap<ThingAt<"classes.*.cloture.*">>): readonly Leaf<string>[] {
  const all = [cloture.get("notes"), cloture.get("niveaux"), cloture.get("appreciations")];
  return all.flatMap((leaf) => (leaf && DATE.test(leaf.value) ? [leaf] : []));
}
