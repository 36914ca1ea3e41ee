import type { ListDifference } from "./comparison.ts";

/** Differences that are the same but for the class, or the person, in which they are. */
export interface FoldedDifference {
  readonly first: ListDifference;
  readonly all: readonly ListDifference[];
}

/** Folds differences of siblings into one; signs in the order of what to do about them, else the order of the list. */
export function foldDifferences(differences: readonly ListDifference[]): readonly FoldedDifference[] {
  const groups = new Map<string, ListDifference[]>();
  for (const difference of differences) {
    const key = keyOf(difference);
    const group = groups.get(key);
    if (group) group.push(difference);
    else groups.set(key, [difference]);
  }
  return [...groups.values()]
    .flatMap((all) => {
      const [first] = all;
      return first ? [{ first, all }] : [];
    })
    .sort((one, other) => ORDER.indexOf(one.first.sign) - ORDER.indexOf(other.first.sign));
}

const ORDER: readonly ListDifference["sign"][] = ["missing", "other", "extra", "twice", "untold"];

/** What folded differences have in common: only inside a thing that stands in a class or group, or for one value. */
function keyOf({ sign, path, ours, theirs, reason }: ListDifference): string {
  const [section, name, ...rest] = path;
  // A thing of its own is told by its name; what is below it can be the same in several.
  const common = rest.length > 0 ? [section, "*", ...rest] : [section, name];
  return JSON.stringify([sign, common, ours, theirs, reason]);
}
