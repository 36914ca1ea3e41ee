import { type Message, message } from "../../base/message.ts";
import type { ValueCondition } from "../../schema/constraints.ts";
import type { Value } from "../../schema/value.ts";
import type { Fix } from "../../syntax/problem.ts";
import { removal, replacement } from "../api/fixes.ts";
import type { RuleResult } from "../api/rule.ts";
import { type ConstrainedEntry, holderOf } from "./constrained-entry.ts";
import { type ConditionResult, examine } from "./value-at.ts";
import { settingName } from "./wording.ts";

/**
 * Settings without effect, as another one is switched off. One finding for all that the same switch leaves without
 * effect in a map.
 */
export function* effectOnly(
  conditions: ValueCondition | readonly ValueCondition[],
  entries: readonly ConstrainedEntry[],
): Iterable<RuleResult> {
  const [first, ...others] = entries.filter(({ entry }) => saysSomething(entry.value));
  if (!first) return;
  for (const condition of [conditions].flat()) {
    const result = examine(condition, first.chain, first.context);
    if (result.met !== false) continue;
    yield {
      at: first.entry.key,
      message: describe(first, condition, result),
      related: [
        ...(result.leaf
          ? [{ at: result.leaf.node, message: message("This leaves it without effect.") }]
          : []),
        ...others.map(({ entry }) => ({
          at: entry.key,
          message: message("“{0}” has no effect either.", entry.name),
        })),
      ],
      fixes: fixesFor(first, condition, result),
      ...(result.leaf && { cause: result.leaf.node }),
    };
    return;
  }
}

function describe(
  { entry }: ConstrainedEntry,
  { path, written }: ValueCondition,
  { leaf }: ConditionResult,
): Message {
  const setting = settingName(path);
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

/** Whether a value sets anything: an unticked box and a default do not. */
function saysSomething(value: Value): boolean {
  switch (value.kind) {
    case "leaf":
      return value.value !== false && value.value !== value.schema.default;
    case "list":
      return value.items.length > 0;
    case "map":
      return [...value.entries.values()].some((entry) => saysSomething(entry.value));
    default:
      return false;
  }
}
