import { memoTuple } from "../base/memo.ts";
import { type Entry, MapValue, type Value } from "../schema/value.ts";

/** The map at a path of keys; `undefined` if there is none. */
export function mapAt(root: MapValue, path: readonly string[]): MapValue | undefined {
  let map: MapValue | undefined = root;
  for (const key of path) {
    const value: Value | undefined = map?.get(key);
    map = value?.kind === "map" ? value : undefined;
  }
  return map;
}

/** The root with another map at a path of keys; the same root if there is no map at the path. */
export function withMap(root: MapValue, [key, ...rest]: readonly string[], map: MapValue): MapValue {
  if (key === undefined) return map;
  const entry = root.entries.get(key);
  const value = entry?.value;
  if (!entry || value?.kind !== "map") return root;
  const entries = new Map(root.entries);
  entries.set(key, withValue([entry, withMap(value, rest, map)]));
  return new MapValue(root.schema, entries, root.nodes, root);
}

const withValue = memoTuple(([entry, value]: readonly [Entry, MapValue]): Entry => ({ ...entry, value }));
