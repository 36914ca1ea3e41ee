import { dayInWords } from "../../base/day.ts";
import { type LocalizedText, message } from "../../base/message.ts";
import type { ComparedValue } from "../../schema/constraints.ts";
import type { Scalar } from "../../schema/schema.ts";
import type { Leaf } from "../../schema/value.ts";
import type { RuleResult } from "../api/rule.ts";
import { isDay } from "../shared/dates.ts";
import { type ConstrainedEntry, leavesOf } from "./constrained-entry.ts";
import { derived } from "./derived-values.ts";
import { comparedAt } from "./value-at.ts";
import { settingName } from "./wording.ts";

/** Values below `from` or above `to`. Only numbers are compared with numbers, and days and hours with their like. */
export function range(
  { from, to }: { readonly from?: ComparedValue; readonly to?: ComparedValue },
  one: ConstrainedEntry,
): readonly RuleResult[] {
  return leavesOf(one.entry).flatMap((leaf) => {
    const low = from && boundOf(from, one);
    if (from && low && isLess(leaf.value, low.value)) return [result(one, leaf, from, low, "before")];
    const high = to && boundOf(to, one);
    if (to && high && isLess(high.value, leaf.value)) return [result(one, leaf, to, high, "after")];
    return [];
  });
}

interface Bound {
  readonly leaf: Leaf;
  readonly value: Scalar;
}

function boundOf(compared: ComparedValue, { chain, context }: ConstrainedEntry): Bound | undefined {
  const leaf = comparedAt(compared, chain, context);
  if (leaf?.kind !== "leaf") return undefined;
  const value = derived(leaf.value, compared.as, context);
  return value === undefined ? undefined : { leaf, value };
}

function isLess(one: Scalar, other: Scalar): boolean {
  return formOf(one) === formOf(other) && one < other;
}

/** The form of a value: a number's type; for a day or an hour, the text with each digit as 0. */
function formOf(value: Scalar): string {
  return typeof value === "string" ? value.replaceAll(/\d/g, "0") : typeof value;
}

/** A day in words; anything else as it is written. */
function inWords(value: Scalar): LocalizedText | string {
  return typeof value === "string" && isDay(value) ? dayInWords(value) : String(value);
}

function result(
  { entry }: ConstrainedEntry,
  leaf: Leaf,
  { path }: ComparedValue,
  bound: Bound,
  side: "before" | "after",
): RuleResult {
  const args = [entry.name, inWords(leaf.value), settingName(path), inWords(bound.leaf.value)] as const;
  const isNumber = typeof leaf.value === "number";
  const texts = {
    before: isNumber
      ? message("“{0}” ({1}) is less than {2} ({3}).", ...args)
      : message("“{0}” ({1}) is before {2} ({3}).", ...args),
    after: isNumber
      ? message("“{0}” ({1}) is more than {2} ({3}).", ...args)
      : message("“{0}” ({1}) is after {2} ({3}).", ...args),
  };
  return {
    at: [leaf, bound.leaf],
    message: texts[side],
    related: [{ at: bound.leaf.node, message: message("It is compared with this value.") }],
  };
}
