import { message } from "../../base/message.ts";
import { niveauxOfClasse } from "../../model/niveaux.ts";
import type { MapValue } from "../../schema/value.ts";
import { type RuleResult, rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import docs from "./duplicate-declaration.md";

/** One name for a teacher and a member of the staff, or for a class and a niveau of other classes. */
export const duplicateDeclaration = rule({
  id: "duplicate-declaration",
  severity: "error",
  on: ["professeurs", "classes"],
  docs,

  *check({ name: section, value }, context) {
    yield* section === "professeurs" ? people(value, context) : classes(value, context);
  },
});

function* people(professeurs: MapValue, context: RuleContext): Iterable<RuleResult> {
  if (context.written("personnels") === false) return;
  for (const { name, key } of professeurs.entries.values()) {
    if (context.has("personnels", name) !== true) continue;
    const other = context.get("personnels")?.entries.get(name);
    yield {
      at: [key, ...(other ? [other.key] : [])],
      message: message(
        "“{0}” already names a member of the staff. Teachers and staff share one set of names, so that each can be meant in a list.",
        name,
      ),
      related: other ? [{ at: other.key, message: message("The member of the staff of this name.") }] : [],
    };
  }
}

/** A class may have the name of a niveau only if it is the only class of that niveau. */
function* classes(all: MapValue, context: RuleContext): Iterable<RuleResult> {
  const niveaux = context.names("niveaux");
  for (const { name, key } of all.entries.values()) {
    if (!niveaux.includes(name) || !all.has(name)) continue;
    const others = context.all("classes").filter((other) => {
      const ofClasse = niveauxOfClasse(other.value, context.get("niveaux"));
      return other.name === name ? ofClasse.length > 0 && !ofClasse.includes(name) : ofClasse.includes(name);
    });
    if (others.length === 0) continue;
    yield {
      at: key,
      message: message(
        "“{0}” is also a niveau, and this is not its only class: in a list of classes nobody could tell which is meant.",
        name,
      ),
      related: others.map((other) => ({ at: other.key, message: message("“{0}” is a class.", other.name) })),
    };
  }
}
