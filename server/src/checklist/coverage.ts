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
export const coveredGroupsOf = memo((item: ItemSpec): readonly CoveredGroup[] => {
  const paths = new Map<string, { path: KeyPath; each: boolean; rests: KeyPath[] }>();
  for (const cover of item.covers) {
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
