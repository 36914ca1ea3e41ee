import { message } from "../../base/message.ts";
import type { MapValue } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import docs from "./rubriques-of-unpublished-espace.md";

/** Rubriques that are published in an Espace that is not. */
export const rubriquesOfUnpublishedEspace = rule({
  id: "rubriques-of-unpublished-espace",
  severity: "warning",
  on: [
    "espaces.parents",
    "espaces.eleves",
    "espaces.accompagnants",
    "espaces.entreprise",
    "espaces.academie",
    "espaces.tuteur",
    "espaces.inscription",
  ],
  docs,

  *check({ name, value }, context) {
    const publie = value.get("publie");
    const rubriques = value.get("rubriques");
    const entry = value.entry("rubriques");
    if (publie?.value !== false || rubriques?.kind !== "map" || !entry) return;
    if (!hasOwnTick(rubriques, context)) return;
    yield {
      at: [entry.key, publie],
      cause: publie.node,
      message: message(
        "Sections are published here, but the Espace “{0}” is not: nobody will see them.",
        name,
      ),
      fixes: replacement(publie, true, "probable", message("Publish the Espace")),
      related: [{ at: publie.node, message: message("The Espace is not published, as written here.") }],
    };
  },
});

/**
 * Whether own files tick a checkbox. What is inherited does no harm: a base ticks it for heirs that publish the Espace.
 */
function hasOwnTick(map: MapValue, context: RuleContext): boolean {
  return [...map.entries.values()].some(({ value: below }) => {
    if (below.kind === "map") return hasOwnTick(below, context);
    return below.kind === "leaf" && below.value === true && context.own(below.node.block.uri);
  });
}
