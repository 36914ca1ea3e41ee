import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { barredServices, namesOf, relatedTo } from "./barred-services.ts";
import docs from "./profil-cannot-enter-devoirs.md";

/** A profile without the right to enter tests, for teachers whose services have grades. */
export const profilCannotEnterDevoirs = rule({
  id: "profil-cannot-enter-devoirs",
  severity: "error",
  on: "profils-professeurs.*",
  docs,

  *check({ name, value }, context) {
    const right = value.get("autorisations")?.get("notes")?.get("saisir-devoirs");
    if (right?.value !== false) return;
    const barred = barredServices(name, ["notes", "saisir-devoirs"], "avec-notes", context);
    if (barred.length === 0) return;
    yield {
      at: [right, ...barred.map(({ at }) => at)],
      message: message(
        "The profile “{0}” does not allow entering tests, so that nobody can enter a grade in {1}.",
        name,
        namesOf(barred),
      ),
      related: barred.map(relatedTo),
      fixes: replacement(right, true, "probable", message("Tick “{0}” in “{1}”", "saisir-devoirs", name)),
    };
  },
});
