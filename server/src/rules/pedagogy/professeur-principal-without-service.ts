import { message } from "../../base/message.ts";
import type { Leaf } from "../../schema/value.ts";
import { rule } from "../api/rule.ts";
import { groupServices, professeursOf } from "../shared/groups.ts";
import { activeServices, isWhole } from "../shared/services.ts";
import docs from "./professeur-principal-without-service.md";

/** A professeur principal who does not teach the class. */
export const professeurPrincipalWithoutService = rule({
  id: "professeur-principal-without-service",
  severity: "warning",
  on: "classes.*",
  docs,

  *check(classe, context) {
    const { name, value } = classe;
    const principaux: readonly Leaf<string>[] = value.get("professeur-principal")?.items ?? [];
    const services = value.get("services");
    if (principaux.length === 0 || !services || !isWhole(services)) return;
    const all = [...activeServices(classe), ...groupServices(classe, context)].map((service) =>
      professeursOf(service.value),
    );
    // It is not yet written who teaches what.
    if (all.length === 0 || all.some((professeurs) => professeurs === undefined)) return;
    for (const leaf of principaux) {
      if (all.some((professeurs) => professeurs?.includes(leaf.value))) continue;
      if (context.has("professeurs", leaf.value) === false || context.mistaken("professeurs", leaf.value))
        continue;
      yield {
        at: leaf,
        message: message(
          "“{0}” is professeur principal of “{1}” and teaches none of its services.",
          leaf.value,
          name,
        ),
      };
    }
  },
});
