import { message } from "../../base/message.ts";
import { scalarText } from "../../schema/problems.ts";
import { replaceValue } from "../../syntax/edit.ts";
import { rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import {
  activeServices,
  everyone,
  isActive,
  isEmpty,
  matiereOf,
  namesIn,
  type TaughtService,
} from "../shared/services.ts";
import docs from "./service-without-professeur.md";

/** An active service with an empty list of teachers. */
export const serviceWithoutProfesseur = rule({
  id: "service-without-professeur",
  severity: "error",
  on: ["classes.*.services.*", "groupes-eleves.*.services.*"],
  docs,

  *check({ name, key, value }, context) {
    const professeurs = value.get("professeurs");
    if (!professeurs || !isEmpty(professeurs) || !isActive(value)) return;
    // The parts of a service may have teachers.
    const parts = value.get("sous-services")?.entries.values() ?? [];
    if ([...parts].some((part) => part.value.kind === "map" && part.value.has("professeurs"))) return;
    const taught = { public: "", name, key, value };
    yield {
      at: professeurs,
      message: message(
        "“{0}” is active and nobody teaches it: no one can enter an assessment. Name a teacher, or write: {1}",
        name,
        "actif: false",
      ),
      fixes: candidates(taught, context).map((professeur) => ({
        title: message("Name “{0}”", professeur),
        safety: "probable" as const,
        edits: [replaceValue(professeurs.node, `[${scalarText(professeur)}]`)],
      })),
    };
  },
});

/** Up to three teachers who teach the same matière elsewhere. */
function candidates(taught: TaughtService, context: RuleContext): readonly string[] {
  const matiere = matiereOf(taught);
  const others = everyone(context)
    .flatMap(activeServices)
    .filter((other) => matiereOf(other) === matiere);
  const names = others.flatMap(({ value }) => namesIn(value.get("professeurs")));
  return [...new Set(names)].slice(0, 3);
}
