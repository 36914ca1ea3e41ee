import type { KeyPath } from "../schema/checklist.ts";
import type { Entry, MapValue, Value } from "../schema/value.ts";

/** How far a path can be followed. */
export interface Reached {
  /** The entry at the path, if it is written. */
  readonly entry?: Entry;
  /** The deepest entry on the path that is written. */
  readonly last?: Entry;
  /** The open map that may contain the rest of the path. */
  readonly broken?: MapValue;
}

/** Follows a path of keys, without `*`. */
export function reach(root: MapValue, path: KeyPath): Reached {
  let map: MapValue | undefined = root;
  let last: Entry | undefined;
  for (const key of path) {
    const entry: Entry | undefined = map?.entries.get(key);
    if (!entry) return { ...(last ? { last } : undefined), ...(map?.open ? { broken: map } : undefined) };
    last = entry;
    const value: Value = entry.value;
    map = value.kind === "map" ? value : undefined;
  }
  return last ? { entry: last, last } : {};
}

/** The entries of a map that are not removed. */
export function* thingsOf(entry: Entry | undefined): Generator<Entry> {
  const value = entry?.value;
  if (value?.kind !== "map") return;
  for (const thing of value.entries.values()) if (thing.value.kind !== "removed") yield thing;
}
