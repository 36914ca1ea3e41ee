import type { Pair } from "../syntax/tree.ts";
import { meantKey } from "./problems.ts";
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
 * belongs: there it is not missing.
 */
export function settleMisplacedKeys(
  schema: Schema,
  entries: Map<string, Entry>,
  misplaced: readonly Entry[],
): void {
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

/** An entry under a name, of which nothing is known but that it is written. */
export function unknownEntry(name: string, pair: Pair): Entry {
  return { name, key: pair.key, value: { kind: "unknown", node: pair } };
}

function filled(map: MapValue, belonging: readonly Entry[]): MapValue {
  const entries = new Map([...map.entries, ...belonging.map((key) => [key.name, key] as const)]);
  return new MapValue(map.schema, entries, map.nodes, map);
}
