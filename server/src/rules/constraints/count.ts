import { message } from "../../base/message.ts";
import { nodeOf } from "../../model/merge.ts";
import type { Entry } from "../../schema/value.ts";
import type { Span } from "../../syntax/tree.ts";
import type { RuleResult } from "../api/rule.ts";
import type { ConstrainedEntry } from "./constrained-entry.ts";

/** Maps and lists with more entries than there may be; the finding is on the first one too many. */
export function count({ max }: { readonly max: number }, { entry }: ConstrainedEntry): readonly RuleResult[] {
  const places = placesOf(entry);
  const surplus = places[max];
  if (!surplus) return [];
  return [
    {
      at: surplus,
      message: message("“{0}” has {1} entries; there are {2} at most.", entry.name, places.length, max),
    },
  ];
}

function placesOf({ value }: Entry): readonly Span[] {
  if (value.kind === "list") return value.items.map(nodeOf);
  if (value.kind !== "map") return [];
  return [...value.entries.values()].filter(({ value: one }) => one.kind !== "removed").map(({ key }) => key);
}
