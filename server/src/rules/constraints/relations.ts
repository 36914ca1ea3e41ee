import type { ConstraintRelation } from "../../schema/constraints.ts";
import type { RuleResult } from "../api/rule.ts";
import type { ConstrainedEntry } from "./constrained-entry.ts";
import { count } from "./count.ts";
import { effectOnly } from "./effect-only.ts";
import { equals } from "./equals.ts";
import { names } from "./names.ts";
import { needs } from "./needs.ts";
import { range } from "./range.ts";
import { selects } from "./selects.ts";

/** Compares values with what a constraint says of them. */
export function resultsOf(
  relation: ConstraintRelation,
  entries: readonly ConstrainedEntry[],
): Iterable<RuleResult> {
  switch (relation.relation) {
    case "effect-only":
      return effectOnly(relation.value, entries);
    case "equals":
      return entries.flatMap((one) => equals(relation.value, one));
    case "range":
      return entries.flatMap((one) => range(relation.value, one));
    case "count":
      return entries.flatMap((one) => count(relation.value, one));
    case "needs":
      return needs(relation.value, entries);
    case "names":
      return entries.flatMap((one) => names(relation.value, one));
    case "selects":
      return entries.flatMap((one) => selects(relation.value, one));
  }
}
