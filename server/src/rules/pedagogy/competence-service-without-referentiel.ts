import { message } from "../../base/message.ts";
import { isListOf, type MapValue } from "../../schema/value.ts";
import { rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { evaluatedClasses } from "../shared/referentiels.ts";
import { classesIn, withoutNotesIn } from "../shared/services.ts";
import docs from "./competence-service-without-referentiel.md";

/** A service that is assessed by competences only, in classes that no framework evaluates. */
export const competenceServiceWithoutReferentiel = rule({
  id: "competence-service-without-referentiel",
  severity: "error",
  on: ["classes.*", "groupes-eleves.*"],
  docs,

  *check(thing, context) {
    const services = thing.value.get("services");
    const [first, ...others] = services ? withoutNotesIn(services) : [];
    if (!first) return;
    const evaluated = evaluatedClasses(context);
    const own = classesOf(thing, context);
    if (!evaluated || own.length === 0 || own.some((classe) => evaluated.has(classe))) return;
    yield {
      at: first.mode,
      message: message(
        "“{0}” is assessed by competences only, and no framework evaluates “{1}”: there would be nothing to assess with.",
        first.name,
        thing.name,
      ),
      related: others.map(({ name, mode }) => ({
        at: mode.node,
        message: message("“{0}” is assessed by competences only as well.", name),
      })),
    };
  },
});

/** The class itself, or the classes of the group. */
function classesOf(
  { name, value }: { name: string; value: MapValue },
  context: RuleContext,
): readonly string[] {
  if (value.schema.properties.has("niveau")) return [name];
  const classes = value.get("classes");
  return isListOf(classes, "string") ? [...classesIn(classes, context)] : [];
}
