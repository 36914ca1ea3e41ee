import { memo } from "../base/memo.ts";
import type { ItemSpec, KeyPath } from "../schema/checklist.ts";

/** Which part of a value is meant: the whole of it, or what stands at some keys, or at one key of every name. */
export interface CoveredPart {
  readonly whole: boolean;
  readonly any?: CoveredPart;
  readonly keys: ReadonlyMap<string, CoveredPart>;
}

/** What one fingerprint is for: a key, or (`each`) every named thing of the map at `path`; and which part of it. */
export interface CoveredGroup {
  readonly path: KeyPath;
  readonly each: boolean;
  readonly part: CoveredPart;
}

/** What an item covers, in the order in which it says so. */
export function coveredGroupsOf({ covers }: ItemSpec): readonly CoveredGroup[] {
  return groupsOf(covers);
}

/** What a tick of a version covered: of the current one, or of one before; `undefined` of a version that is not known. */
export function coveredGroupsIn(version: string, item: ItemSpec): readonly CoveredGroup[] | undefined {
  if (version === currentVersion(item)) return groupsOf(item.covers);
  const covers = item.covered.get(version);
  return covers && groupsOf(covers);
}

/** The version of what an item covers, from 1: each change of it made a new one. */
export function currentVersion({ covered }: ItemSpec): string {
  return String(covered.size + 1);
}

/** Whether what stands at a path is, at least in part, covered by an item now. */
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
    const known = paths.get(id);
    if (known) known.rests.push(rest);
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

/** The part of an entry that is meant; none if the entry is not. */
export function partBelow(part: CoveredPart, name: string): CoveredPart | undefined {
  return part.whole ? part : (part.keys.get(name) ?? part.any);
}
