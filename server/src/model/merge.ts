import { appendAll } from "../base/append-all.ts";
import { memo, memoTuple } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { type Entry, MapValue, type Value } from "../schema/value.ts";
import { locateEntry, removeEntry } from "../syntax/edit.ts";
import type { Fix, Problem } from "../syntax/problem.ts";

/**
 * The one way to merge values: `unite` for the members of an establishment, which have the same rank, and `overlay` for
 * what is below them (bases, `comme`, `niveau`). Both are associative. Results are cached for the ordered tuple of
 * their inputs, so that what did not change is the same object as before.
 */
export interface MergedMap {
  readonly value: MapValue;
  /** Leaves that are written in two members. */
  readonly problems: readonly Problem[];
}

/** Merges members, given in the order of their paths. */
export function unite(maps: readonly MapValue[]): MergedMap {
  return maps.length === 1 && maps[0] ? { value: maps[0], problems: [] } : uniteMaps(maps);
}

const uniteMaps = memoTuple((maps: readonly MapValue[]): MergedMap => {
  const problems: Problem[] = [];
  const entries = mergeEntries(maps, (same) => {
    const united = uniteEntries(same);
    appendAll(problems, united.problems);
    return united.entry;
  });
  return { value: mergedMap(maps, entries, { opaque: maps.some((map) => map.opaque) }), problems };
});

const uniteEntries = memoTuple(
  (entries: readonly Entry[]): { entry: Entry; problems: readonly Problem[] } => {
    const problems: Problem[] = [];
    const [first] = entries;
    if (!first) throw new RangeError("nothing to unite");
    let value: Value = first.value;
    for (let at = 1; at < entries.length; ) {
      // All maps at once: one after the other, each would be merged again with all before it.
      const maps = isMergeable(value) ? mergeableFrom(entries, at) : [];
      const other = entries[at];
      if (isMergeable(value) && maps.length > 1) value = uniteAll([value, ...maps], problems);
      else if (other) value = uniteValues(value, other.value, other, problems);
      at += Math.max(maps.length, 1);
    }
    return { entry: { name: first.name, key: first.key, value }, problems };
  },
);

/** The values of the entries from one on, as long as they are maps that are merged key by key. */
function mergeableFrom(entries: readonly Entry[], from: number): readonly MapValue[] {
  const maps: MapValue[] = [];
  for (let at = from; at < entries.length; at++) {
    const value = entries[at]?.value;
    if (!value || !isMergeable(value)) break;
    maps.push(value);
  }
  return maps;
}

function isMergeable(value: Value): value is MapValue {
  return value.kind === "map" && !value.schema.atomic;
}

function uniteAll(maps: readonly MapValue[], problems: Problem[]): MapValue {
  const united = unite(maps);
  appendAll(problems, united.problems);
  return united.value;
}

function uniteValues(one: Value, other: Value, entry: Entry, problems: Problem[]): Value {
  if (one.kind === "absent") return other;
  if (other.kind === "absent") return one;
  if (one.kind === "unknown" || other.kind === "unknown") return one.kind === "unknown" ? one : other;
  if (isMergeable(one) && isMergeable(other)) return uniteAll([one, other], problems);
  if (one.kind === "map" && other.kind === "removed") return madeOpaque(one);
  if (one.kind === "removed" && other.kind === "map") return madeOpaque(other);
  if (one.kind === "removed" && other.kind === "removed") return one;
  return writtenTwice(one, other, entry, problems);
}

function writtenTwice(one: Value, other: Value, entry: Entry, problems: Problem[]): Value {
  const first = { at: nodeOf(one), message: message("Written here first.") };
  const at = nodeOf(other);
  if (sameValue(one, other)) {
    const text = message("“{0}” already has this value in another file of the establishment.", entry.name);
    const place = locateEntry(entry.key, at);
    const fixes: readonly Fix[] = place
      ? [{ title: message("Remove this one"), safety: "sure", edits: removeEntry(place) }]
      : [];
    problems.push({ id: "repeated-value", at, message: text, related: [first], fixes });
    return one;
  }
  const text = message(
    "“{0}” has another value in another file of the establishment: nobody can tell which one applies.",
    entry.name,
  );
  problems.push({ id: "contradictory-values", at, message: text, related: [first] });
  return { kind: "unknown", node: at };
}

/**
 * Merges layers, from the topmost to the lowest: maps are merged key by key, other values of the upper layer replace
 * those of the lower.
 */
export function overlay(maps: readonly MapValue[]): MapValue {
  const end = maps.findIndex((map) => map.opaque);
  const visible = end < 0 ? maps : maps.slice(0, end + 1);
  return visible.length === 1 && visible[0] ? visible[0] : overlayMaps(visible);
}

const overlayMaps = memoTuple((maps: readonly MapValue[]): MapValue => {
  const entries = mergeEntries(maps, overlayEntries);
  return mergedMap(maps, entries, { opaque: maps.at(-1)?.opaque ?? false });
});

/** Merges the entries of one name, from the topmost to the lowest. */
export const overlayEntries = memoTuple((entries: readonly Entry[]): Entry => {
  const [first] = entries;
  if (!first) throw new RangeError("nothing to lay over");
  const value = overlayValues(entries.map((entry) => entry.value)) ?? first.value;
  return value === first.value ? first : { ...first, value };
});

/** The effective value of several, from the topmost; `undefined` if all are absent. */
function overlayValues(values: readonly Value[]): Value | undefined {
  const written = values.filter((value) => value.kind !== "absent");
  const [top] = written;
  if (top?.kind !== "map") return top;
  if (top.schema.atomic) return top;
  const end = written.findIndex((value) => value.kind !== "map");
  const maps = (end < 0 ? written : written.slice(0, end)).filter((value) => value.kind === "map");
  const value = overlay(maps);
  const under = written[end]?.kind;
  if (under === "unknown") return madeOpen(value);
  return under === "removed" ? madeOpaque(value) : value;
}

/** Marks a map above an unknown value as open, with all maps in it: there may be more keys than are known. */
const madeOpen = memo((map: MapValue): MapValue => {
  const entries = [...map.entries].map(([name, entry]) => {
    const { value } = entry;
    return [name, value.kind === "map" ? { ...entry, value: madeOpen(value) } : entry] as const;
  });
  return new MapValue(map.schema, new Map<string, Entry>(entries), map.nodes, {
    open: true,
    opaque: map.opaque,
  });
});

/** Marks a map as replacing everything below it. */
function madeOpaque(map: MapValue): MapValue {
  return map.opaque
    ? map
    : new MapValue(map.schema, map.entries, map.nodes, { open: map.open, opaque: true });
}

/**
 * The entries of several maps, in the order in which their names first occur; `merge` is called for names that are in
 * more than one.
 */
function mergeEntries(
  [first, ...others]: readonly MapValue[],
  merge: (same: readonly Entry[]) => Entry,
): Map<string, Entry> {
  const entries = new Map(first?.entries);
  const several = new Map<string, Entry[]>();
  for (const map of others) {
    for (const [name, entry] of map.entries) {
      const known = entries.get(name);
      const same = several.get(name);
      if (!known) entries.set(name, entry);
      else if (same) same.push(entry);
      else several.set(name, [known, entry]);
    }
  }
  if (several.size === 0) return entries;
  for (const name of entries.keys()) {
    const same = several.get(name);
    if (same) entries.set(name, merge(same));
  }
  return entries;
}

function mergedMap(
  maps: readonly MapValue[],
  entries: ReadonlyMap<string, Entry>,
  { opaque }: { opaque: boolean },
): MapValue {
  const [first] = maps;
  if (!first) throw new RangeError("no map");
  return new MapValue(
    first.schema,
    entries,
    maps.flatMap((map) => map.nodes),
    {
      open: maps.some((map) => map.open),
      opaque: opaque,
    },
  );
}

/** The span that a value comes from; for a map, the topmost. */
export function nodeOf(value: Value): Problem["at"] {
  if (value.kind !== "map") return value.node;
  const [node] = value.nodes;
  if (!node) throw new RangeError("a value without a text");
  return node;
}

/** Whether two values are equal. Lists are compared as sets. */
export function sameValue(one: Value, other: Value): boolean {
  if (one.kind === "leaf" && other.kind === "leaf") return one.value === other.value;
  if (one.kind === "list" && other.kind === "list") {
    return (
      one.items.length === other.items.length &&
      one.items.every((item) => other.items.some((same) => sameValue(item, same)))
    );
  }
  if (one.kind === "map" && other.kind === "map") {
    return (
      one.entries.size === other.entries.size &&
      [...one.entries].every(([name, entry]) => {
        const same = other.entries.get(name);
        return same !== undefined && sameValue(entry.value, same.value);
      })
    );
  }
  return one.kind === other.kind && one.kind !== "unknown";
}
