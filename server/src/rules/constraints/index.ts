import { constraints } from "../../schema/generated/constraints.ts";
import type { Rule } from "../api/rule.ts";
import { constraintRule } from "./constraint-rule.ts";

/** What the schema says of values that depend on each other. */
export const constraintRules: readonly Rule[] = constraints.map(constraintRule);
