import { planOf } from "./check.ts";
import { onTheWay } from "./described.ts";
import type { Rule } from "./rule.ts";
import { unknownReference } from "./unknown-reference.ts";

/** Every rule, by subject. */
export const rules: readonly Rule[] = [...onTheWay, unknownReference];

export const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

export const plan = planOf(rules);
