import { foldName } from "../base/closest.ts";
import { message } from "../base/message.ts";
import type { Problem } from "../syntax/problem.ts";
import type { MapNode, Pair, Span } from "../syntax/tree.ts";
import { meantKey, quoted, replace } from "./problems.ts";
import type { Schema } from "./schema.ts";
import { type Entry, MapValue } from "./value.ts";

/**
 * The entry for the key that an unknown key probably means, with an unknown value: so that key is not reported as
 * missing as well.
 */
export function misplacedEntry(
  pair: Pair,
  schema: Schema,
  taken: (key: string) => boolean,
): Entry | undefined {
  const meant = meantKey(pair.key.text, schema)?.key;
  return meant === undefined || taken(meant) ? undefined : unknownEntry(meant, pair);
}

/**
 * An unknown key of a map that is a known key one level above or below is misplaced. It gets an unknown value where it
 * belongs: there it is not missing. So do the keys that are written in place of a familiar one.
 */
export function settleMisplacedKeys(
  schema: Schema,
  entries: Map<string, Entry>,
  misplaced: readonly Entry[],
): void {
  if (schema.instead) settleFamiliarKeys(schema.instead, entries, misplaced);
  for (const entry of entries.values()) {
    if (entry.value.kind !== "map") continue;
    const map = entry.value;
    if (misplaced.length === 0 && map.misplaced.length === 0) continue;
    for (const key of map.misplaced) {
      if (schema.properties.has(key.name) && !entries.has(key.name)) entries.set(key.name, key);
    }
    const belonging = misplaced.filter(
      (key) => map.schema.properties.has(key.name) && !map.entries.has(key.name),
    );
    if (belonging.length > 0) entries.set(entry.name, { ...entry, value: filled(map, belonging) });
  }
}

function settleFamiliarKeys(
  instead: NonNullable<Schema["instead"]>,
  entries: Map<string, Entry>,
  misplaced: readonly Entry[],
): void {
  for (const key of misplaced) {
    const names = instead[foldName(key.name)]?.keys ?? [];
    for (const name of names) if (!entries.has(name)) entries.set(name, { ...key, name });
  }
}

/** A key that stands further left than the map that it belongs to, above it. */
export interface FallenKey {
  /** The entry above, whose value now has the key with an unknown value. */
  readonly above: Entry;
  readonly problem: Problem;
}

/**
 * Finds the map that an unknown key belongs to if it only stands too far to the left: the last map in the entry above
 * that may have it, and has not.
 */
export function fallenKey(pair: Pair, name: string, above: Entry | undefined): FallenKey | undefined {
  const found = above && filledBelow(above, unknownEntry(name, pair));
  if (!found) return undefined;
  const [node] = found.owner.value.kind === "map" ? found.owner.value.nodes : [];
  const [first] = node && isMapNode(node) && !node.flow ? node.pairs : [];
  const isOneLine = pair.key.line === pair.value.endLine && pair.key.block === pair.value.block;
  const column = first?.key.col ?? pair.key.col;
  const shift = column - pair.key.col;
  const at = { ...pair.key, endLine: pair.key.line, endCol: pair.key.col };
  const { owner } = found;
  return {
    above: found.entry,
    problem: {
      id: "unknown-key",
      at: pair.key,
      message: message(
        "“{0}” stands too far to the left: it belongs in “{1}”.",
        quoted(pair.key),
        owner.name,
      ),
      ...(isOneLine && shift > 0
        ? {
            fixes: [
              {
                title: message("Move it to column {0}", column + 1),
                safety: "probable" as const,
                edits: [replace(at, " ".repeat(shift))],
              },
            ],
          }
        : undefined),
    },
  };
}

/** The entry with a key in the outermost of the last maps in it that may have the key, and that map's own entry. */
function filledBelow(entry: Entry, key: Entry): { readonly entry: Entry; readonly owner: Entry } | undefined {
  const { value } = entry;
  if (value.kind !== "map") return undefined;
  if (value.schema.properties.has(key.name))
    return value.entries.has(key.name)
      ? undefined
      : { entry: { ...entry, value: filled(value, [key]) }, owner: entry };
  const last = [...value.entries.values()].at(-1);
  const found = last && filledBelow(last, key);
  return found && { entry: { ...entry, value: filled(value, [found.entry]) }, owner: found.owner };
}

/** An entry under a name, of which nothing is known but that it is written. */
export function unknownEntry(name: string, pair: Pair): Entry {
  return { name, key: pair.key, value: { kind: "unknown", node: pair } };
}

function filled(map: MapValue, belonging: readonly Entry[]): MapValue {
  const entries = new Map([...map.entries, ...belonging.map((key) => [key.name, key] as const)]);
  return new MapValue(map.schema, entries, map.nodes, map);
}

function isMapNode(node: Span): node is MapNode {
  return "pairs" in node;
}
