import { type ItemSpec, items, type KeyPath } from "../schema/checklist.ts";
import { isAtOrBelow, ownStepOf } from "../schema/screens.ts";

/** What the items cover, by section. */
const covering = new Map<string, [item: ItemSpec, path: KeyPath][]>();
for (const item of items) {
  for (const path of item.covers) {
    const [section = ""] = path;
    const known = covering.get(section) ?? [];
    known.push([item, path]);
    covering.set(section, known);
  }
}

/**
 * The items with which a value may be entered, the usual one first: the one that the data name, then those that cover it
 * in their order. For the name of a thing, those that cover something of the thing. Empty for a value of no item.
 */
export function enteringItems(path: KeyPath, isName = false): readonly ItemSpec[] {
  const found = new Set<ItemSpec>();
  const own = ownStepOf(path);
  if (own) found.add(own);
  const all = covering.get(path[0] ?? "") ?? [];
  for (const [item, cover] of all) if (isAtOrBelow(path, cover)) found.add(item);
  if (isName) for (const [item, cover] of all) if (isAround(path, cover)) found.add(item);
  return [...found];
}

/** Whether a covered path is below a thing, or below all things of its kind. */
function isAround(thing: KeyPath, cover: KeyPath): boolean {
  return thing.length < cover.length && thing.every((key, at) => cover[at] === "*" || cover[at] === key);
}
