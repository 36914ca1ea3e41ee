import { closest } from "../../base/closest.ts";
import { message } from "../../base/message.ts";
import { scalarText } from "../../schema/problems.ts";
import { isListOf, leafAt, type MapValue } from "../../schema/value.ts";
import type { Fix } from "../../syntax/problem.ts";
import type { Span } from "../../syntax/tree.ts";
import { rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { PERIODE_KIND, periodeMentionsIn } from "../shared/periode-mentions.ts";
import { classesIn } from "../shared/services.ts";
import docs from "./periode-of-another-periodicite.md";

/** A trimester in a class with semesters, or the converse, wherever a class, a group or a meeting mentions a period. */
export const periodeOfAnotherPeriodicite = rule({
  id: "periode-of-another-periodicite",
  severity: "error",
  on: ["classes.*", "groupes-eleves.*", "rencontres.sessions.*"],
  docs,

  *check({ name, value }, context) {
    const periodicite = periodiciteOf(value, context);
    if (periodicite === undefined) return;
    const kind = `${PERIODE_KIND}${periodicite}`;
    for (const { at, periode, kinds, taken } of periodeMentionsIn(value)) {
      if (context.has(kind, periode) !== false) continue;
      if (kinds.every((other) => context.has(other, periode) === false)) continue; // no period at all: reported by another rule
      const names = context.names(kind);
      // If the period is of no kind that is written, it was renamed: one fault, wherever it is mentioned.
      const isKnown = kinds.some((other) => context.has(other, periode) === true);
      yield {
        at,
        ...(!isKnown && { subject: periode }),
        message: message(
          "“{0}” is not a period of “{1}”, which is graded by “{2}” (“{3}”).",
          periode,
          name,
          periodicite,
          names.join(", "),
        ),
        fixes: fixes(at, counterpart(periode, names, kinds, context), taken),
      };
    }
  },
});

/** How a class or a group is graded, or all classes of a meeting; `undefined` if that is not known, or they differ. */
function periodiciteOf(thing: MapValue, context: RuleContext): string | undefined {
  if (thing.schema.properties.has("periodicite")) return textAt(thing, "periodicite");
  const list = thing.get("classes");
  const names = isListOf(list, "string") ? classesIn(list, context) : new Set();
  const [first, ...others] = context
    .all("classes")
    .filter(({ name }) => names.has(name))
    .map(({ value }) => textAt(value, "periodicite"));
  return others.every((other) => other === first) ? first : undefined;
}

function textAt(map: MapValue, key: string): string | undefined {
  return leafAt(map, key, "string")?.value;
}

/** The nearest name, or the one of the same rank, such as the first trimester for the first semester. */
function counterpart(
  periode: string,
  names: readonly string[],
  kinds: readonly string[],
  context: RuleContext,
): string | undefined {
  const near = closest(periode, names);
  if (near.length === 1) return near[0];
  const rank = kinds.map((kind) => context.names(kind).indexOf(periode)).find((index) => index >= 0);
  return rank === undefined ? undefined : names[rank];
}

function fixes(at: Span, name: string | undefined, taken: readonly string[]): readonly Fix[] {
  if (name === undefined || taken.includes(name)) return [];
  const newText = scalarText(name);
  return [{ title: message("Replace by “{0}”", newText), safety: "probable", edits: [{ at, newText }] }];
}
