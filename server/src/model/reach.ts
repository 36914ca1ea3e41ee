import type { KeyPath } from "../schema/checklist.ts";
import type { Entry, MapValue, Value } from "../schema/value.ts";

/** Where a path leads: to its entry, or as far as something is written; perhaps into what could not be read. */
export interface Reached {
  readonly entry?: Entry;
  /** The deepest entry on the way. */
  readonly last?: Entry;
  /** The map in whose unreadable part the rest may stand. */
  readonly broken?: MapValue;
}

/** Follows a path without `*`. */
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

/** The things of a group, by name; removed ones are none. */
export function* thingsOf(entry: Entry | undefined): Generator<Entry> {
  const value = entry?.value;
  if (value?.kind !== "map") return;
  for (const thing of value.entries.values()) if (thing.value.kind !== "removed") yield thing;
}
