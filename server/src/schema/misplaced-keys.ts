import type { Pair, Span } from "../syntax/tree.ts";
import { meantKey } from "./problems.ts";
import type { Schema } from "./schema.ts";
import { type Entry, MapValue } from "./value.ts";

/**
 * An unknown key stands for the one that it means, with a value that is not to be understood: what is missing because of
 * it is no second fault.
 */
export function misplacedEntry(
  pair: Pair,
  schema: Schema,
  taken: (key: string) => boolean,
): Entry | undefined {
  const meant = meantKey(pair.key.text, schema)?.key;
  return meant === undefined || taken(meant) ? undefined : unknown(meant, pair.key, pair);
}

/**
 * Unknown keys that are known one level below or above are misplaced. In their right place nothing can be known of them
 * then: they are not missing there.
 */
export function settleMisplacedKeys(
  schema: Schema,
  entries: Map<string, Entry>,
  strays: readonly Entry[],
): void {
  for (const entry of entries.values()) {
    if (entry.value.kind !== "map") continue;
    const map = entry.value;
    if (strays.length === 0 && map.strays.length === 0) continue;
    for (const stray of map.strays) {
      if (schema.properties.has(stray.name) && !entries.has(stray.name)) entries.set(stray.name, stray);
    }
    const lacking = strays.filter(
      (stray) => map.schema.properties.has(stray.name) && !map.entries.has(stray.name),
    );
    if (lacking.length > 0) entries.set(entry.name, { ...entry, value: filled(map, lacking) });
  }
}

/** What an unknown key leaves open elsewhere. */
export function misplacedKeyOf(pair: Pair, name: string): Entry {
  return unknown(name, pair.key, pair);
}

function unknown(name: string, key: Span, node: Span): Entry {
  return { name, key, value: { kind: "unknown", node } };
}

function filled(map: MapValue, lacking: readonly Entry[]): MapValue {
  const entries = new Map([...map.entries, ...lacking.map((stray) => [stray.name, stray] as const)]);
  return new MapValue(map.schema, entries, map.nodes, map);
}
