import { disjunction } from "../../base/enumeration.ts";
import { type Message, message } from "../../base/message.ts";
import type { WantedSort } from "../../schema/constraints.ts";
import type { Leaf } from "../../schema/value.ts";
import type { RuleResult } from "../api/rule.ts";
import { type ConstrainedEntry, leavesOf } from "./constrained-entry.ts";
import { valueOfNamed } from "./value-at.ts";

/** Names of things that are not of the sort that the place wants. A thing that does not say its sort is left alone. */
export function names(wanted: WantedSort, { entry, context }: ConstrainedEntry): readonly RuleResult[] {
  const { keys } = wanted.path;
  return leavesOf(entry).flatMap((leaf): readonly RuleResult[] => {
    if (keys.length === 0)
      return suits(leaf, wanted)
        ? []
        : [{ at: leaf, message: message("“{0}” does not suit “{1}”.", String(leaf.value), entry.name) }];
    const sort = valueOfNamed(leaf, keys, context);
    if (sort?.kind !== "leaf" || suits(sort, wanted)) return [];
    return [
      {
        at: [leaf, sort],
        message: describe(leaf, sort, wanted, entry.name),
        related: [{ at: sort.node, message: message("It is written here.") }],
      },
    ];
  });
}

function suits({ value }: Leaf, { is, not }: WantedSort): boolean {
  return is?.includes(value) !== false && !not?.includes(value);
}

function describe(leaf: Leaf, sort: Leaf, { path: { keys }, is }: WantedSort, place: string): Message {
  const key = keys.at(-1) ?? "";
  const args = [String(leaf.value), key, String(sort.value), place] as const;
  const [first, ...others] = (is ?? []).map((one) => message("“{0}”", String(one)));
  return first
    ? message("In “{0}”, “{1}” is “{2}”; “{3}” wants {4}.", ...args, disjunction(first, others))
    : message("In “{0}”, “{1}” is “{2}”, which does not suit “{3}”.", ...args);
}
