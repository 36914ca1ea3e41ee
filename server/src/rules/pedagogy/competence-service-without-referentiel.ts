import { memo } from "../../base/memo.ts";
import { say } from "../../base/say.ts";
import type { Leaf, MapValue } from "../../schema/value.ts";
import type { Ask } from "../api/ask.ts";
import { type At, rule } from "../api/rule.ts";
import { activeIn, classesIn, type Services } from "../shared/services.ts";
import docs from "./competence-service-without-referentiel.md";

/** A service assessed by competences only, for classes that no framework evaluates. */
export const competenceServiceWithoutReferentiel = rule({
  id: "competence-service-without-referentiel",
  severity: "error",
  on: ["classes.*", "groupes-eleves.*"],
  docs,

  *check(thing, ask) {
    const services = thing.value.get("services") as Services | undefined;
    const [first, ...others] = services ? withoutNotes(services) : [];
    if (!first) return;
    const evaluated = evaluatedClasses(ask);
    const own = classesOf(thing, ask);
    if (!evaluated || own.length === 0 || own.some((classe) => evaluated.has(classe))) return;
    yield {
      at: first.mode,
      message: say(
        "“{0}” is assessed by competences only, and no framework evaluates “{1}”: there would be nothing to assess with.",
        first.name,
        thing.name,
      ),
      related: others.map(({ name, mode }) => ({
        at: mode.node,
        message: say("“{0}” is assessed by competences only as well.", name),
      })),
    };
  },
});

const withoutNotes = memo((services: Services): readonly { name: string; mode: Leaf<string> }[] => {
  return activeIn(services).flatMap(({ name, value }) => {
    const mode = value.get("mode");
    return mode?.value === "sans-notes" ? [{ name, mode }] : [];
  });
});

/** The class itself, or those of the group. */
function classesOf(
  { name, value }: { name: string; value: MapValue<At<"classes.*"> | At<"groupes-eleves.*">> },
  ask: Ask,
): readonly string[] {
  if (value.schema.properties.has("niveau")) return [name];
  return [...classesIn((value as MapValue<At<"groupes-eleves.*">>).get("classes"), ask)];
}

/** `undefined` as long as a framework does not say yet which classes it evaluates. */
function evaluatedClasses(ask: Ask): ReadonlySet<string> | undefined {
  const section = ask.get("referentiels");
  const referentiels = ask.all("referentiels");
  if (!section || section.open || section.entries.size !== referentiels.length || referentiels.length === 0)
    return undefined;
  const all = new Set<string>();
  for (const { value } of referentiels) {
    const classes = value.get("classes");
    if (!classes) return undefined;
    for (const name of classesIn(classes, ask)) all.add(name);
  }
  return all;
}
