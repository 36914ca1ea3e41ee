import { message } from "../../base/message.ts";
import type { Leaf } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { peopleIn, type Rights, refusalsOf } from "../shared/people.ts";
import docs from "./booking-by-nobody.md";

const RESERVER: Rights = {
  "profils-professeurs": [
    "reserver-salle-materiel/pour-les-nouveaux-cours",
    "reserver-salle-materiel/pour-ses-cours",
  ],
  "profils-personnels": [
    "reserver-salle-materiel/pour-les-nouveaux-cours",
    "reserver-salle-materiel/pour-ses-cours",
  ],
  "groupes-utilisateurs": ["gestion-par-semaine-et-absences/reserver-salle-materiel"],
};

/** A room that can be booked only by people who do not have the right to book. */
export const bookingByNobody = rule({
  id: "booking-by-nobody",
  severity: "error",
  on: ["salles.*", "materiels.*"],
  docs,

  *check({ name, value }, context) {
    const list = value.get("reservable-par");
    const entry = value.entry("reservable-par");
    if (!list || !entry || value.has("gestionnaires")) return;
    const people = peopleIn(list, context) ?? [];
    const refusals = people.map((person) => refusalsOf(person, RESERVER, context));
    if (people.length === 0 || refusals.some((boxes) => boxes.length === 0)) return;
    const boxes: readonly Leaf[] = [...new Set(refusals.flat())];
    const [first] = boxes;
    if (!first) return;
    yield {
      at: [...boxes, entry.key],
      message: message(
        "“{0}” is open to booking, but all who may book it are refused the right in their profile or group: nobody can.",
        name,
      ),
      fixes: replacement(first, true, "probable", message("Tick the right to book")),
      related: [{ at: entry.key, message: message("Those who may book are named here.") }],
    };
  },
});
