import { message } from "../../base/message.ts";
import type { MapValue, Value } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./espace-with-everything-off.md";

/** A published Espace in which each of the rubriques is off. */
export const espaceWithEverythingOff = rule({
  id: "espace-with-everything-off",
  severity: "warning",
  on: ["espaces.parents", "espaces.eleves"],
  docs,

  *check({ name, value }) {
    const publie = value.get("publie");
    const rubriques: MapValue | undefined = value.get("rubriques");
    const entry = value.entry("rubriques");
    if (publie?.value !== true || !rubriques || !entry) return;
    if (![...rubriques.schema.properties.keys()].every((key) => isOff(rubriques.get(key)))) return;
    yield {
      at: [entry.key, publie],
      message: message(
        "The Espace “{0}” is published and every section in it is off: its users would find an empty page.",
        name,
      ),
      fixes: replacement(publie, false, "probable"),
      related: [{ at: publie.node, message: message("It is published as written here.") }],
    };
  },
});

function isOff(rubrique: Value | undefined): boolean {
  const publie = rubrique?.kind === "map" ? rubrique.get("publie") : undefined;
  return publie?.kind === "leaf" && publie.value === false;
}
