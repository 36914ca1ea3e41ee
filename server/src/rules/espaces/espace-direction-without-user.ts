import { message } from "../../base/message.ts";
import type { MapValue } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { everybody } from "../shared/people.ts";
import docs from "./espace-direction-without-user.md";

/**
 * An Espace Direction that nobody can enter: it is for people in the administrative mode in the group Administration.
 */
export const espaceDirectionWithoutUser = rule({
  id: "espace-direction-without-user",
  severity: "warning",
  on: "espaces.direction",
  docs,

  *check({ value }, context) {
    const publie = value.get("publie");
    const personnels = context.get("personnels");
    if (publie?.value !== true || context.written() === undefined) return;
    if (personnels?.kind !== "map" || personnels.open) return;
    const people = everybody("personnels", context);
    if (people.length === 0 || people.length < personnels.entries.size) return;
    if (!people.every(({ value: person }) => isShutOut(person))) return;
    yield {
      at: publie,
      message: message(
        "The Espace Direction is published, and nobody is entitled to it: it is for those whose “{0}” is “{1}”.",
        "mode-administratif",
        "Administration",
      ),
      fixes: replacement(publie, false, "probable"),
    };
  },
});

/** Whether a person's modes are known, and none of them opens the Espace Direction. */
function isShutOut(person: MapValue): boolean {
  if (person.has("spr") || person.has("super-administrateur")) return false;
  const group = person.get("mode-administratif");
  if (group?.kind === "leaf") return group.value !== "Administration";
  return !person.has("mode-administratif") && person.get("mode-vie-scolaire")?.kind === "leaf";
}
