import { message } from "../../base/message.ts";
import type { ComparedValue } from "../../schema/constraints.ts";
import { isListOf, type Leaf } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import type { RuleResult } from "../api/rule.ts";
import { type ConstrainedEntry, leavesOf } from "./constrained-entry.ts";
import { derived, partOf } from "./derived-values.ts";
import { valueAt } from "./value-at.ts";
import { settingName } from "./wording.ts";

/** Values that differ from what follows from another value, or that a list does not contain. */
export function equals(
  compared: ComparedValue,
  { entry, chain, context }: ConstrainedEntry,
): readonly RuleResult[] {
  const other = valueAt(compared.path, chain, context);
  const leaves: readonly Leaf[] = isListOf(other, "string")
    ? other.items
    : other?.kind === "leaf"
      ? [other]
      : [];
  const [origin] = leaves;
  const allowed = leaves.map(({ value }) => derived(value, compared.as, context));
  if (!origin || allowed.some((one) => one === undefined)) return [];
  return leavesOf(entry).flatMap((leaf) => {
    const own = partOf(leaf.value, compared.part);
    if (own === undefined || allowed.some((one) => isSame(own, one))) return [];
    const [follows] = allowed;
    const isSole = allowed.length === 1 && compared.part === undefined && follows !== undefined;
    return [
      {
        at: [leaf, origin],
        message: message(
          "“{0}” is “{1}”, but {2} says “{3}”.",
          entry.name,
          String(leaf.value),
          settingName(compared.path),
          leaves.map(({ value }) => String(value)).join(", "),
        ),
        related: [{ at: origin.node, message: message("It follows from this value.") }],
        // Beside each other, either may be the wrong one.
        ...(!compared.path.root && { cause: origin.node }),
        ...(isSole ? { fixes: replacement(leaf, follows, "probable") } : undefined),
      },
    ];
  });
}

function isSame(one: unknown, other: unknown): boolean {
  return String(one).toLowerCase() === String(other).toLowerCase();
}
