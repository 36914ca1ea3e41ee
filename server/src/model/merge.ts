import { memo, memoTuple } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { type Entry, MapValue, type Value } from "../schema/value.ts";
import { locateEntry, removeEntry } from "../syntax/edit.ts";
import type { Fix, Problem } from "../syntax/problem.ts";

/**
 * The one mechanism by which texts become one value: `unite` for the members of an establishment, which stand side by
 * side, `overlay` for what lies underneath (bases, `comme`, `niveau`). Both are associative. What does not change is the
 * same object as before: each result is kept for the ordered tuple of what contributes to it.
 */
export interface MergedMap {
  readonly value: MapValue;
  /** The same leaf written in two members. */
  readonly problems: readonly Problem[];
}

/** Members, in the order of their paths, as one text. */
export function unite(maps: readonly MapValue[]): MergedMap {
  return maps.length === 1 && maps[0] ? { value: maps[0], problems: [] } : uniteMaps(maps);
}

const uniteMaps = memoTuple((...maps: readonly MapValue[]): MergedMap => {
  const problems: Problem[] = [];
  const entries = together(maps, (same) => {
    const united = uniteEntries(same);
    problems.push(...united.problems);
    return united.entry;
  });
  return { value: combined(maps, entries, { floor: maps.some((map) => map.opaque) }), problems };
});

const uniteEntries = memoTuple(
  (...entries: readonly Entry[]): { entry: Entry; problems: readonly Problem[] } => {
    const problems: Problem[] = [];
    const [first, ...others] = entries;
    if (!first) throw new RangeError("nothing to unite");
    let value: Value = first.value;
    for (const other of others) value = uniteValues(value, other.value, other, problems);
    return { entry: { name: first.name, key: first.key, value }, problems };
  },
);

function uniteValues(one: Value, other: Value, entry: Entry, problems: Problem[]): Value {
  if (one.kind === "absent") return other;
  if (other.kind === "absent") return one;
  if (one.kind === "unknown" || other.kind === "unknown") return one.kind === "unknown" ? one : other;
  if (one.kind === "map" && other.kind === "map" && !one.schema.atomic) {
    const united = unite([one, other]);
    problems.push(...united.problems);
    return united.value;
  }
  if (one.kind === "map" && other.kind === "removed") return floored(one);
  if (one.kind === "removed" && other.kind === "map") return floored(other);
  if (one.kind === "removed" && other.kind === "removed") return one;
  return twice(one, other, entry, problems);
}

function twice(one: Value, other: Value, entry: Entry, problems: Problem[]): Value {
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
    "“{0}” has another value in another file of the establishment: nobody can tell which one holds.",
    entry.name,
  );
  problems.push({ id: "contradictory-values", at, message: text, related: [first] });
  return { kind: "unknown", node: at };
}

/** Texts from the topmost to the lowest, as one: scalars and lists of the upper one replace, maps are merged. */
export function overlay(maps: readonly MapValue[]): MapValue {
  const end = maps.findIndex((map) => map.opaque);
  const seen = end < 0 ? maps : maps.slice(0, end + 1);
  return seen.length === 1 && seen[0] ? seen[0] : overlayMaps(seen);
}

const overlayMaps = memoTuple((...maps: readonly MapValue[]): MapValue => {
  const entries = together(maps, overlayEntries);
  return combined(maps, entries, { floor: maps.at(-1)?.opaque ?? false });
});

/** Entries of one name, from the topmost to the lowest, as one. */
export const overlayEntries = memoTuple((...entries: readonly Entry[]): Entry => {
  const [first] = entries;
  if (!first) throw new RangeError("nothing to lay over");
  const value = overlayValues(entries.map((entry) => entry.value)) ?? first.value;
  return value === first.value ? first : { ...first, value };
});

/** The value that holds of several, from the topmost; none where all are unfinished. */
function overlayValues(values: readonly Value[]): Value | undefined {
  const written = values.filter((value) => value.kind !== "absent");
  const [top] = written;
  if (top?.kind !== "map") return top;
  if (top.schema.atomic) return top;
  const end = written.findIndex((value) => value.kind !== "map");
  const maps = (end < 0 ? written : written.slice(0, end)).filter((value) => value.kind === "map");
  const value = overlay(maps);
  const under = written[end]?.kind;
  if (under === "unknown") return opened(value);
  return under === "removed" ? floored(value) : value;
}

/** A map under which lies what cannot be understood: there may be more than is seen, in it and in what it holds. */
const opened = memo((map: MapValue): MapValue => {
  const entries = [...map.entries].map(([name, entry]) => {
    const { value } = entry;
    return [name, value.kind === "map" ? { ...entry, value: opened(value) } : entry] as const;
  });
  return new MapValue(map.schema, new Map<string, Entry>(entries), map.nodes, {
    open: true,
    opaque: map.opaque,
  });
});

/** A map below which nothing is seen. */
function floored(map: MapValue): MapValue {
  return map.opaque
    ? map
    : new MapValue(map.schema, map.entries, map.nodes, { open: map.open, opaque: true });
}

/**
 * The entries of maps, in the order in which their names come; those of one name as `merge` makes them one. Of long maps
 * most entries stand in one alone.
 */
function together(
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

function combined(
  maps: readonly MapValue[],
  entries: ReadonlyMap<string, Entry>,
  { floor }: { floor: boolean },
): MapValue {
  const [first] = maps;
  if (!first) throw new RangeError("no map");
  return new MapValue(
    first.schema,
    entries,
    maps.flatMap((map) => map.nodes),
    {
      open: maps.some((map) => map.open),
      opaque: floor,
    },
  );
}

/** The text that a value comes from; of a map, its topmost. */
export function nodeOf(value: Value): Problem["at"] {
  if (value.kind !== "map") return value.node;
  const [node] = value.nodes;
  if (!node) throw new RangeError("a value without a text");
  return node;
}

/** Whether two values say the same: lists of references as sets. */
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
