import { message } from "../../base/message.ts";
import { isLeafOf, type Leaf, leafAt, type MapValue, mapsIn } from "../../schema/value.ts";
import { rule } from "../api/rule.ts";
import docs from "./absurd-coefficient.md";

/** The largest coefficient that old documentation of PRONOTE gives for a test. */
const LARGEST = 99;

/** A coefficient so large that it can only be a typing error. */
export const absurdCoefficient = rule({
  id: "absurd-coefficient",
  severity: "warning",
  on: ["classes.*.services.*", "groupes-eleves.*.services.*"],
  docs,

  *check({ value }) {
    for (const leaf of coefficientsIn(value)) {
      if (leaf.value <= LARGEST) continue;
      yield {
        at: leaf,
        message: message(
          "A coefficient of {0} would drown every other: {1} at most is usual.",
          leaf.value,
          LARGEST,
        ),
      };
    }
  },
});

function coefficientsIn(map: MapValue, found: Leaf<number>[] = []): readonly Leaf<number>[] {
  const all = leafAt(map, "coefficient", "number");
  if (all) found.push(all);
  const byPeriode = map.get("coefficient-par-periode");
  for (const { value } of byPeriode?.kind === "map" ? byPeriode.entries.values() : [])
    if (isLeafOf(value, "number")) found.push(value);
  const parts = map.get("sous-services");
  for (const { value } of parts?.kind === "map" ? mapsIn(parts) : []) coefficientsIn(value, found);
  return found;
}
