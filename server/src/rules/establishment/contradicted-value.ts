import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { type RuleResult, rule } from "../api/rule.ts";
import {
  type ContradictedValue,
  contradictedMode,
  contradictedRne,
  contradictedYear,
} from "../shared/identity.ts";
import docs from "./contradicted-value.md";

/** A school year, an RNE or a hosting mode that all other values contradict, while they agree with each other. */
export const contradictedValue = rule({
  id: "contradicted-value",
  severity: "error",
  on: ["etablissement", "hebergement"],
  docs,

  *check({ name: section }, context) {
    if (section === "hebergement") {
      yield* finding(contradictedMode(context));
    } else {
      yield* finding(contradictedYear(context));
      yield* finding(contradictedRne(context));
    }
  },
});

function* finding(found: ContradictedValue | undefined): Iterable<RuleResult> {
  if (!found) return;
  const { leaf, instead, others } = found;
  yield {
    at: leaf,
    message: message(
      "“{0}” is contradicted by all {1} values that depend on it: they agree on “{2}”.",
      leaf.value,
      others.length,
      instead,
    ),
    fixes: replacement(leaf, instead, "probable"),
    related: others.slice(0, 3).map((at) => ({ at, message: message("This speaks of “{0}”.", instead) })),
  };
}
