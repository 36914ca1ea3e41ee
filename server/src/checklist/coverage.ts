import { memo } from "../base/memo.ts";
import type { ItemSpec, KeyPath } from "../schema/checklist.ts";

/** The covered part of a value: the whole value, the values of some keys, or (`any`) of all keys. */
export interface CoveredPart {
  readonly whole: boolean;
  readonly any?: CoveredPart;
  readonly keys: ReadonlyMap<string, CoveredPart>;
}

/**
 * The values for one or more hashes of a fingerprint: a key, or (`each`) every entry of the map at `path`, and the
 * covered part of it.
 */
export interface CoveredGroup {
  readonly path: KeyPath;
  readonly each: boolean;
  readonly part: CoveredPart;
}

/** The values that an item covers, in the order of its specification. */
export function coveredGroupsOf({ covers }: ItemSpec): readonly CoveredGroup[] {
  return groupsOf(covers);
}

/** The values that a tick of a version covers; `undefined` for an unknown version. */
export function coveredGroupsIn(version: string, item: ItemSpec): readonly CoveredGroup[] | undefined {
  if (version === currentVersion(item)) return groupsOf(item.covers);
  const covers = item.covered.get(version);
  return covers && groupsOf(covers);
}

/** The current version of an item's coverage, from 1. Each change of it gets a new version. */
export function currentVersion({ covered }: ItemSpec): string {
  return String(covered.size + 1);
}

/** Whether an item currently covers the value at a path, at least in part. */
export function isCovered({ covers }: ItemSpec, path: KeyPath): boolean {
  return covers.some((cover) =>
    path.every((key, at) => at >= cover.length || cover[at] === "*" || cover[at] === key),
  );
}

const groupsOf = memo((covers: readonly KeyPath[]): readonly CoveredGroup[] => {
  const paths = new Map<string, { path: KeyPath; each: boolean; rests: KeyPath[] }>();
  for (const cover of covers) {
    const star = cover.indexOf("*");
    const path = star < 0 ? cover : cover.slice(0, star);
    const rest = star < 0 ? [] : cover.slice(star + 1);
    const id = `${star < 0} ${path.join("/")}`;
    const group = paths.get(id);
    if (group) group.rests.push(rest);
    else paths.set(id, { path, each: star >= 0, rests: [rest] });
  }
  return [...paths.values()].map(({ path, each, rests }) => ({ path, each, part: partOf(rests) }));
});

function partOf(rests: readonly KeyPath[]): CoveredPart {
  const below = new Map<string, KeyPath[]>();
  for (const [key, ...rest] of rests) {
    if (key !== undefined) below.set(key, [...(below.get(key) ?? []), rest]);
  }
  const any = below.get("*");
  below.delete("*");
  return {
    whole: rests.some((rest) => rest.length === 0),
    ...(any ? { any: partOf(any) } : undefined),
    keys: new Map([...below].map(([key, paths]) => [key, partOf(paths)])),
  };
}

/** The covered part of an entry; `undefined` if it is not covered. */
export function partBelow(part: CoveredPart, name: string): CoveredPart | undefined {
  return part.whole ? part : (part.keys.get(name) ?? part.any);
}
