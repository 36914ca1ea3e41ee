import { message } from "../../base/message.ts";
import type { ValuePath } from "../../schema/constraints.ts";
import type { Scalar } from "../../schema/schema.ts";
import type { RuleResult } from "../api/rule.ts";
import { type ConstrainedEntry, leavesOf } from "./constrained-entry.ts";
import { valueOfNamed } from "./value-at.ts";

/** Names of things that are not of the sort that the place wants. A thing that does not say its sort is left alone. */
export function names(
  { path: { keys }, is }: { readonly path: ValuePath; readonly is: readonly Scalar[] },
  { entry, context }: ConstrainedEntry,
): readonly RuleResult[] {
  return leavesOf(entry).flatMap((leaf) => {
    const sort = valueOfNamed(leaf, keys, context);
    if (sort?.kind !== "leaf" || is.includes(sort.value)) return [];
    return [
      {
        at: [leaf, sort],
        message: message(
          "“{0}” has “{1}: {2}”; “{3}” wants {4}.",
          String(leaf.value),
          keys.join(" > "),
          String(sort.value),
          entry.name,
          is.map((one) => `“${one}”`).join(", "),
        ),
        related: [{ at: sort.node, message: message("It is written here.") }],
      },
    ];
  });
}
