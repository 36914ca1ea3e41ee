import { type Message, message } from "../../base/message.ts";
import type { EffectCondition, ValueCondition } from "../../schema/constraints.ts";
import type { MapValue } from "../../schema/value.ts";
import type { Fix } from "../../syntax/problem.ts";
import type { Span } from "../../syntax/tree.ts";
import { removal, replacement } from "../api/fixes.ts";
import type { RuleResult } from "../api/rule.ts";
import { saysSomething } from "../shared/effectless.ts";
import { type ConstrainedEntry, holderOf } from "./constrained-entry.ts";
import { type ConditionResult, examine } from "./value-at.ts";
import { settingName } from "./wording.ts";

/** Settings of one map, and the condition that leaves them without effect. */
interface EffectlessSettings {
  readonly settings: readonly ConstrainedEntry[];
  readonly condition: ValueCondition;
  readonly result: ConditionResult;
}

/**
 * Settings without effect, as another one is switched off. One finding for all that the same switch leaves without
 * effect in a map; none for a text that things share (`comme`, `niveau`) and that has an effect in one of them.
 */
export function effectOnly(
  conditions: EffectCondition | readonly EffectCondition[],
  entries: readonly ConstrainedEntry[],
): readonly RuleResult[] {
  const found: EffectlessSettings[] = [];
  const used = new Set<Span>();
  for (const settings of byHolder(entries.filter(({ entry }) => saysSomething(entry.value)))) {
    const [first] = settings;
    const unmet = first && unmetOf([conditions].flat(), first);
    if (unmet) found.push({ settings, ...unmet });
    else for (const { entry } of settings) used.add(entry.key);
  }
  return found.flatMap(({ settings, ...unmet }) => {
    const [first, ...others] = settings.filter(({ entry }) => !used.has(entry.key));
    return first ? [resultFor(first, others, unmet)] : [];
  });
}

function byHolder(entries: readonly ConstrainedEntry[]): Iterable<readonly ConstrainedEntry[]> {
  const groups = new Map<MapValue | undefined, ConstrainedEntry[]>();
  for (const one of entries) {
    const holder = holderOf(one);
    const group = groups.get(holder);
    if (group) group.push(one);
    else groups.set(holder, [one]);
  }
  return groups.values();
}

/** The first condition that is not met, and the value that decided. */
function unmetOf(
  conditions: readonly EffectCondition[],
  { chain, context }: ConstrainedEntry,
): Omit<EffectlessSettings, "settings"> | undefined {
  for (const condition of conditions) {
    const alternatives = "any" in condition ? condition.any : [condition];
    const results = alternatives.map((one) => ({ condition: one, result: examine(one, chain, context) }));
    if (results.every(({ result }) => result.met === false)) return results[0];
  }
  return undefined;
}

function resultFor(
  first: ConstrainedEntry,
  others: readonly ConstrainedEntry[],
  { condition, result }: Omit<EffectlessSettings, "settings">,
): RuleResult {
  return {
    at: first.entry.key,
    ...(result.leaf && { cause: result.leaf.node }),
    message: describe(first, condition, result),
    related: [
      ...(result.leaf ? [{ at: result.leaf.node, message: message("This leaves it without effect.") }] : []),
      ...others.map(({ entry }) => ({
        at: entry.key,
        message: message("“{0}” has no effect either.", entry.name),
      })),
    ],
    fixes: fixesFor(first, condition, result),
  };
}

function describe(
  { entry }: ConstrainedEntry,
  { path, is, written }: ValueCondition,
  { leaf }: ConditionResult,
): Message {
  const setting = settingName(path);
  const [wanted] = is ?? [];
  if (path.keys.includes("*") && wanted !== undefined)
    return message("“{0}” has no effect: {1} is nowhere “{2}”.", entry.name, setting, String(wanted));
  if (leaf)
    return message("“{0}” has no effect while {1} is “{2}”.", entry.name, setting, String(leaf.value));
  return written
    ? message("“{0}” has no effect without {1}.", entry.name, setting)
    : message("“{0}” has no effect beside {1}.", entry.name, setting);
}

function fixesFor(
  one: ConstrainedEntry,
  { is = [] }: ValueCondition,
  { leaf }: ConditionResult,
): readonly Fix[] {
  const holder = holderOf(one);
  const [wanted] = is;
  return [
    ...(holder ? removal(holder, one.entry, "probable") : []),
    ...(leaf && wanted !== undefined && is.length === 1 ? replacement(leaf, wanted, "probable") : []),
  ];
}
