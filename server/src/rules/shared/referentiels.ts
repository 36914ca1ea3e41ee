import { isListOf, type MapValue } from "../../schema/value.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { classesIn, type Learners } from "./services.ts";

/**
 * The names of the classes that a framework evaluates; `undefined` while one of the frameworks does not name its
 * classes.
 */
export function evaluatedClasses(context: RuleContext): ReadonlySet<string> | undefined {
  const section = context.get("referentiels");
  const referentiels = context.all("referentiels");
  if (!section || section.open || section.entries.size !== referentiels.length || referentiels.length === 0)
    return undefined;
  const all = new Set<string>();
  for (const { value } of referentiels) {
    const classes = value.get("classes");
    if (!classes) return undefined;
    for (const name of classesIn(classes, context)) all.add(name);
  }
  return all;
}

/**
 * Whether a framework evaluates a class, or one of the classes of a group of pupils; `undefined` while that is not
 * known.
 */
export function isEvaluated(learners: Learners, context: RuleContext): boolean | undefined {
  const evaluated = evaluatedClasses(context);
  const classes = classesOf(learners, context);
  return evaluated && classes.length > 0 ? classes.some((classe) => evaluated.has(classe)) : undefined;
}

/** The name of the class itself, or those of the classes of the group. */
export function classesOf({ name, value }: Learners, context: RuleContext): readonly string[] {
  const map: MapValue = value;
  if (map.schema.properties.has("niveau")) return [name];
  const classes = map.get("classes");
  return isListOf(classes, "string") ? [...classesIn(classes, context)] : [];
}
