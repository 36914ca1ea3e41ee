import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { barredServices, namesOf, relatedTo } from "./barred-services.ts";
import docs from "./profil-cannot-enter-evaluations.md";

/** A profile without the right to enter evaluations, for teachers whose services are assessed by competences. */
export const profilCannotEnterEvaluations = rule({
  id: "profil-cannot-enter-evaluations",
  severity: "error",
  on: "profils-professeurs.*",
  docs,

  *check({ name, value }, context) {
    const right = value.get("autorisations")?.get("competences")?.get("saisir-evaluations");
    if (right?.value !== false) return;
    const barred = barredServices(name, ["competences", "saisir-evaluations"], "sans-notes", context);
    if (barred.length === 0) return;
    yield {
      at: [right, ...barred.map(({ at }) => at)],
      message: message(
        "“{0}” may not enter evaluations, so that nobody can assess: {1}.",
        name,
        namesOf(barred),
      ),
      related: barred.map(relatedTo),
      fixes: replacement(right, true, "probable", message("Tick “{0}” in “{1}”", "saisir-evaluations", name)),
    };
  },
});
