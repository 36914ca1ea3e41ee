import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { isEvaluated } from "../shared/referentiels.ts";
import { barredServices, namesOf, relatedTo } from "./barred-services.ts";
import docs from "./profil-cannot-enter-evaluations.md";

/** A profile without the right to enter evaluations, for teachers whose services have no grades. */
export const profilCannotEnterEvaluations = rule({
  id: "profil-cannot-enter-evaluations",
  severity: "warning",
  on: "profils-professeurs.*",
  docs,

  *check({ name, value }, context) {
    const right = value.get("autorisations")?.get("competences")?.get("saisir-evaluations");
    if (right?.value !== false) return;
    const withoutNotes = barredServices(name, ["competences", "saisir-evaluations"], "sans-notes", context);
    // Where no framework evaluates the class, the service is for appreciations only.
    const barred = withoutNotes.filter(({ learners }) => isEvaluated(learners, context) !== false);
    if (barred.length === 0) return;
    yield {
      at: [right, ...barred.map(({ at }) => at)],
      message: message(
        "The profile “{0}” does not allow entering evaluations: only appreciations can be entered for {1}.",
        name,
        namesOf(barred),
      ),
      related: barred.map(relatedTo),
      fixes: replacement(right, true, "probable", message("Tick “{0}” in “{1}”", "saisir-evaluations", name)),
    };
  },
});
