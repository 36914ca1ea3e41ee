import { memo } from "../base/memo.ts";
import type { Rule } from "../rules/api/rule.ts";
import { rules } from "../rules/index.ts";
import type { Schema } from "../schema/schema.ts";

/** Rules by the place in the language that they run on. */
export interface PlanNode {
  readonly rules: readonly Rule[];
  /** Below any name. */
  readonly any?: PlanNode;
  readonly keys: ReadonlyMap<string, PlanNode>;
}

/** Rules that run on every map, and the others by place. */
export interface RulePlan {
  /** Those that run on every map, of which this is the schema. */
  readonly everywhere: (schema: Schema) => readonly Rule[];
  /** Whether one of them runs on a map of this schema or on one below it. */
  readonly reaches: (schema: Schema) => boolean;
  readonly root: PlanNode;
}

interface MutablePlanNode extends PlanNode {
  readonly rules: Rule[];
  any?: MutablePlanNode;
  readonly keys: Map<string, MutablePlanNode>;
}

/** Puts rules in the order in which a walk from the root meets their things. */
export function planOf(rules: readonly Rule[]): RulePlan {
  const root: MutablePlanNode = { rules: [], keys: new Map() };
  for (const rule of rules) {
    for (const path of rule.on) {
      if (path !== "**") path.split(".").filter(Boolean).reduce(step, root).rules.push(rule);
    }
  }
  spread(root);
  const general = rules.filter((rule) => rule.on.includes("**"));
  const everywhere = memo((schema: Schema) => general.filter(({ where }) => where?.(schema) !== false));
  const reaches: RulePlan["reaches"] = memo(
    (schema: Schema) =>
      everywhere(schema).length > 0 || [...schema.properties.values(), ...others(schema)].some(reaches),
  );
  return { everywhere, reaches, root };
}

function others({ additional, items }: Schema): readonly Schema[] {
  return [additional, items].filter((schema) => schema !== undefined);
}

function step(place: MutablePlanNode, key: string): MutablePlanNode {
  const known = key === "*" ? place.any : place.keys.get(key);
  if (known) return known;
  const next: MutablePlanNode = { rules: [], keys: new Map() };
  if (key === "*") place.any = next;
  else place.keys.set(key, next);
  return next;
}

/** What runs on any name runs on those too that other rules name. */
function spread(place: MutablePlanNode): void {
  if (place.any) for (const named of place.keys.values()) pour(place.any, named);
  for (const below of place.keys.values()) spread(below);
  if (place.any) spread(place.any);
}

function pour(any: MutablePlanNode, named: MutablePlanNode): void {
  for (const rule of any.rules) if (!named.rules.includes(rule)) named.rules.push(rule);
  for (const [key, below] of any.keys) pour(below, step(named, key));
  if (any.any) pour(any.any, step(named, "*"));
}

/** The plan of all rules. */
export const plan = planOf(rules);

/** The rules that compare establishments. */
export const comparing = rules.flatMap((rule) => (rule.across ? [{ rule, across: rule.across }] : []));
