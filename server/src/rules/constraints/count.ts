import { message } from "../../base/message.ts";
import type { ComparedValue } from "../../schema/constraints.ts";
import type { Entry } from "../../schema/value.ts";
import type { RuleResult } from "../api/rule.ts";
import type { ConstrainedEntry } from "./constrained-entry.ts";
import { derived } from "./derived-values.ts";
import { comparedAt } from "./value-at.ts";
import { settingName } from "./wording.ts";

/** Maps and lists with more entries than there may be, or with other boxes ticked than follow from another value. */
export function count(
  wanted: { readonly max: number } | { readonly equals: ComparedValue },
  one: ConstrainedEntry,
): readonly RuleResult[] {
  return "max" in wanted ? tooMany(wanted.max, one.entry) : notAsMany(wanted.equals, one);
}

/** The finding is on the key: which entry is one too many is not known. */
function tooMany(max: number, entry: Entry): readonly RuleResult[] {
  const size = sizeOf(entry);
  if (size <= max) return [];
  return [
    {
      at: entry.key,
      message: message("“{0}” has {1} entries; there are {2} at most.", entry.name, size, max),
    },
  ];
}

function sizeOf({ value }: Entry): number {
  if (value.kind === "list") return value.items.length;
  if (value.kind !== "map") return 0;
  return [...value.entries.values()].filter((one) => one.value.kind !== "removed").length;
}

function notAsMany(
  compared: ComparedValue,
  { entry, chain, context }: ConstrainedEntry,
): readonly RuleResult[] {
  const other = comparedAt(compared, chain, context);
  const wanted = other?.kind === "leaf" ? Number(derived(other.value, compared.as, context)) : Number.NaN;
  const ticked = tickedIn(entry);
  if (other?.kind !== "leaf" || Number.isNaN(wanted) || ticked === undefined || ticked === wanted) return [];
  return [
    {
      at: [entry.key, other.node],
      message: message(
        "The number of boxes ticked in “{0}” is {1}, but {2} is “{3}”.",
        entry.name,
        ticked,
        settingName(compared.path),
        String(other.value),
      ),
      related: [{ at: other.node, message: message("It follows from this value.") }],
    },
  ];
}

/** The number of ticked boxes; `undefined` if it is not known, or nothing is written. */
function tickedIn({ value }: Entry): number | undefined {
  if (value.kind !== "map" || value.open) return undefined;
  const boxes = [...value.entries.values()].map((box) => box.value);
  if (boxes.length === 0 || boxes.some(({ kind }) => kind === "unknown" || kind === "absent"))
    return undefined;
  return boxes.filter((box) => box.kind === "leaf" && box.value === true).length;
}
