import { say } from "../../base/say.ts";
import type { Leaf, MapValue } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { type At, rule } from "../api/rule.ts";
import docs from "./cloture-before-period-end.md";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A period that is closed for a class before it ends. */
export const clotureBeforePeriodEnd = rule({
  id: "cloture-before-period-end",
  severity: "warning",
  on: "classes.*",
  docs,

  *check({ name, value }, ask) {
    const periodicite = value.get("periodicite")?.value;
    if (!periodicite) return;
    const periodes = ask.get("periodes", periodicite);
    for (const { name: periode, value: cloture } of value.get("cloture")?.entries.values() ?? []) {
      const own = periodes?.entries.get(periode)?.value;
      const fin =
        own?.kind === "map" ? (own as MapValue<At<"periodes.trimestriel.*">>).get("fin") : undefined;
      if (!fin || cloture.kind !== "map") continue;
      for (const day of daysIn(cloture as MapValue<At<"classes.*.cloture.*">>)) {
        if (day.value >= fin.value) continue;
        yield {
          at: [day, fin],
          message: say(
            "“{0}” would be closed for “{1}” on {2}, before it ends ({3}): teachers could enter nothing in its last days.",
            periode,
            name,
            day.value,
            fin.value,
          ),
          related: [{ at: fin.node, message: say("The period ends here.") }],
          fixes: replacement(day, fin.value, "probable"),
        };
      }
    }
  },
});

function daysIn(cloture: MapValue<At<"classes.*.cloture.*">>): readonly Leaf<string>[] {
  const all = [cloture.get("notes"), cloture.get("niveaux"), cloture.get("appreciations")];
  return all.flatMap((leaf) => (leaf && DATE.test(leaf.value) ? [leaf] : []));
}
