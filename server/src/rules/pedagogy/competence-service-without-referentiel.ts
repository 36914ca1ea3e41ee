import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { classesOf, evaluatedClasses, isEvaluated } from "../shared/referentiels.ts";
import { withoutNotesIn } from "../shared/services.ts";
import docs from "./competence-service-without-referentiel.md";

/** A service without grades in a class that no framework evaluates, unlike others of its niveau. */
export const competenceServiceWithoutReferentiel = rule({
  id: "competence-service-without-referentiel",
  severity: "information",
  on: ["classes.*", "groupes-eleves.*"],
  docs,

  *check(thing, context) {
    const services = thing.value.get("services");
    const [first, ...others] = services ? withoutNotesIn(services) : [];
    if (!first) return;
    const evaluated = evaluatedClasses(context);
    if (!evaluated || isEvaluated(thing, context) !== false) return;
    if (!siblingsOf(classesOf(thing, context), context).some((classe) => evaluated.has(classe))) return;
    yield {
      at: first.mode,
      message: message(
        "“{0}” has no grades, and no framework evaluates “{1}”, unlike other classes of its niveau: only appreciations can be entered.",
        first.name,
        thing.name,
      ),
      related: others.map(({ name, mode }) => ({
        at: mode.node,
        message: message("“{0}” has no grades either.", name),
      })),
    };
  },
});

/** The names of all classes that are of the same niveau as one of these; classes without one count as one niveau. */
function siblingsOf(names: readonly string[], context: RuleContext): readonly string[] {
  const classes = context
    .all("classes")
    .map(({ name, value }) => [name, value.get("niveau")?.value] as const);
  const niveaux = new Set(classes.flatMap(([name, niveau]) => (names.includes(name) ? [niveau] : [])));
  return classes.flatMap(([name, niveau]) => (niveaux.has(niveau) ? [name] : []));
}
