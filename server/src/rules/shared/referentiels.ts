import type { RuleContext } from "../api/rule-context.ts";
import { classesIn } from "./services.ts";

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
