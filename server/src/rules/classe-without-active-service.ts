import { say } from "../say.ts";
import type { MapValue } from "../schema/value.ts";
import docs from "./classe-without-active-service.md";
import { groupServices } from "./groups.ts";
import { type At, rule } from "./rule.ts";

/** A class whose services are all switched off. */
export const classeWithoutActiveService = rule({
  id: "classe-without-active-service",
  severity: "warning",
  on: "classes.*",
  docs,

  *check(classe, ask) {
    const { name, key, value } = classe;
    const services = value.get("services");
    if (!services || services.open || services.entries.size === 0) return;
    const off = [...services.entries.values()].flatMap((entry) => {
      const service =
        entry.value.kind === "map" ? (entry.value as MapValue<At<"classes.*.services.*">>) : undefined;
      const actif = service?.get("actif");
      return actif?.value === false ? [actif] : [];
    });
    if (off.length < services.entries.size || groupServices(classe, ask).length > 0) return;
    yield {
      at: [key, ...off],
      message: say(
        "No service of “{0}” is active: nobody can assess it, and its bulletin would be empty.",
        name,
      ),
      related: off.map(({ node }) => ({ at: node, message: say("Switched off here.") })),
    };
  },
});
