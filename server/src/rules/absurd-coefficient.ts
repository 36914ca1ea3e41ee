import { say } from "../say.ts";
import type { Leaf, MapValue, Value } from "../schema/value.ts";
import docs from "./absurd-coefficient.md";
import { rule } from "./rule.ts";

/** The largest coefficient that old documentation of PRONOTE gives for a test. */
const LARGEST = 99;

/** A coefficient that can only be a slip of the keyboard. */
export const absurdCoefficient = rule({
  id: "absurd-coefficient",
  severity: "warning",
  on: ["classes.*.services.*", "groupes-eleves.*.services.*"],
  docs,

  *check({ value }) {
    for (const leaf of coefficientsIn(value as MapValue)) {
      if (leaf.value <= LARGEST) continue;
      yield {
        at: leaf,
        message: say(
          "A coefficient of {0} would drown every other: {1} at most is usual.",
          leaf.value,
          LARGEST,
        ),
      };
    }
  },
});

function* coefficientsIn(map: MapValue): Iterable<Leaf<number>> {
  const all = map.entry("coefficient")?.value as Value | undefined;
  if (all?.kind === "leaf") yield all as Leaf<number>;
  const byPeriode = map.entry("coefficient-par-periode")?.value as Value | undefined;
  for (const { value } of byPeriode?.kind === "map" ? byPeriode.entries.values() : []) {
    if (value.kind === "leaf") yield value as Leaf<number>;
  }
  const parts = map.entry("sous-services")?.value as Value | undefined;
  for (const { value } of parts?.kind === "map" ? parts.entries.values() : []) {
    if (value.kind === "map") yield* coefficientsIn(value as MapValue);
  }
}
