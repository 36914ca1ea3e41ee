import { reach } from "../model/reach.ts";
import type { ItemSpec } from "../schema/checklist.ts";
import type { Entry, MapValue } from "../schema/value.ts";
import type { Span } from "../syntax/tree.ts";
import { coveredGroupsOf } from "./coverage.ts";
import { alternativesOf } from "./step-needs.ts";

/** Where an item is written: what it needs, or else the first of what it covers. */
export function spanOfItem(item: ItemSpec, view: MapValue): Span | undefined {
  const needed = item.needs.flatMap(({ path }) => {
    const star = path.indexOf("*");
    return alternativesOf(star < 0 ? path : path.slice(0, star));
  });
  for (const path of [...needed, ...coveredGroupsOf(item).map((group) => group.path)]) {
    const { entry } = reach(view, path);
    if (entry) return spanOfEntry(entry);
  }
  return undefined;
}

/** The span of an entry that a person looks for: a value in a line, or the key of a map. */
export function spanOfEntry({ key, value }: Entry): Span {
  return value.kind === "leaf" ? value.node : key;
}
