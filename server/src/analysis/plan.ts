import { memo } from "../base/memo.ts";
import type { Rule } from "../rules/api/rule.ts";
import { rules } from "../rules/index.ts";
import type { Schema } from "../schema/schema.ts";

/** The rules that run on one place of the language, and the places below. */
export interface PlanNode {
  readonly rules: readonly Rule[];
  /** The place below any key that has none of its own. */
  readonly any?: PlanNode;
  readonly keys: ReadonlyMap<string, PlanNode>;
}

/** All rules, those for every map and those for certain places. */
export interface RulePlan {
  /** The rules that run on every map of this schema. */
  readonly everywhere: (schema: Schema) => readonly Rule[];
  /** Whether such a rule runs on a map of this schema, or on one that it may contain. */
  readonly reaches: (schema: Schema) => boolean;
  readonly root: PlanNode;
}

interface MutablePlanNode extends PlanNode {
  readonly rules: Rule[];
  any?: MutablePlanNode;
  readonly keys: Map<string, MutablePlanNode>;
}

/** Arranges rules by the paths that they run on, as a walk from the root meets them. */
export function planOf(rules: readonly Rule[]): RulePlan {
  const root: MutablePlanNode = { rules: [], keys: new Map() };
  for (const rule of rules) {
    for (const path of rule.on) {
      if (path !== "**") path.split(".").filter(Boolean).reduce(childOf, root).rules.push(rule);
    }
  }
  spreadAny(root);
  const general = rules.filter((rule) => rule.on.includes("**"));
  const everywhere = memo((schema: Schema) => general.filter(({ where }) => where?.(schema) !== false));
  const reaches: RulePlan["reaches"] = memo(
    (schema: Schema) =>
      everywhere(schema).length > 0 || [...schema.properties.values(), ...otherSchemas(schema)].some(reaches),
  );
  return { everywhere, reaches, root };
}

function otherSchemas({ additional, items }: Schema): readonly Schema[] {
  return [additional, items].filter((schema) => schema !== undefined);
}

function childOf(node: MutablePlanNode, key: string): MutablePlanNode {
  const known = key === "*" ? node.any : node.keys.get(key);
  if (known) return known;
  const next: MutablePlanNode = { rules: [], keys: new Map() };
  if (key === "*") node.any = next;
  else node.keys.set(key, next);
  return next;
}

/** Rules for any key also run on keys that other rules name. */
function spreadAny(node: MutablePlanNode): void {
  if (node.any) for (const named of node.keys.values()) addRules(node.any, named);
  for (const below of node.keys.values()) spreadAny(below);
  if (node.any) spreadAny(node.any);
}

function addRules(any: MutablePlanNode, named: MutablePlanNode): void {
  for (const rule of any.rules) if (!named.rules.includes(rule)) named.rules.push(rule);
  for (const [key, below] of any.keys) addRules(below, childOf(named, key));
  if (any.any) addRules(any.any, childOf(named, "*"));
}

/** The plan of all rules. */
export const plan = planOf(rules);

/** The rules that compare establishments. */
export const comparing = rules.flatMap((rule) => (rule.across ? [{ rule, across: rule.across }] : []));
