import type { Problem } from "../syntax/problem.ts";
import { nameOf } from "../syntax/scalars.ts";
import type { MapNode, Pair } from "../syntax/tree.ts";
import { listWithoutBrackets } from "./bracketless-lists.ts";
import { fallenKey, misplacedEntry, unknownEntry } from "./misplaced-keys.ts";
import { privateKey } from "./privacy.ts";
import { meantKey, unknownKey } from "./problems.ts";
import type { Schema } from "./schema.ts";
import type { Entry } from "./value.ts";

/** What an unknown key is: its problem, if that is not told already, and the entry of its map that it changes. */
export interface UnknownKey {
  readonly problem?: Problem;
  readonly entry?: Entry;
  /** It may be a name in this map after all. */
  readonly known?: true;
}

/**
 * What a key is that the schema does not know in a map: an entry of a map above, an item of a list without brackets,
 * personal data, or another key. `entries` are those above it in the map.
 */
export function unknownKeyIn(
  pair: Pair,
  name: string,
  map: MapNode,
  schema: Schema,
  entries: ReadonlyMap<string, Entry>,
): UnknownKey {
  const isMeantHere = pair.value.kind === "map" && meantKey(name, schema) !== undefined;
  const above = map.flow || isMeantHere ? undefined : [...entries.values()].at(-1);
  const fallen = fallenKey(pair, name, above);
  if (fallen) return { problem: fallen.problem, entry: fallen.above };
  if (schema.additional) return { known: true };
  const list = listWithoutBrackets(pair, map, schema);
  // Without its other items, a list says too little: what it holds is unknown.
  if (list) return { ...list, entry: unknownEntry(nameOf(list.head.key), list.head) };
  const taken = isTakenIn(map);
  const problem = privateKey(pair, schema) ?? unknownKey(pair, schema, taken);
  const entry = misplacedEntry(pair, schema, taken);
  return entry ? { problem, entry } : { problem };
}

/**
 * Whether a key of a map of named things has the name and the value of a setting of such a thing: `niveau: 6e` between
 * two classes.
 */
export function isKeyOfThings(
  { value }: Pair,
  name: string,
  { additional, open, properties }: Schema,
): boolean {
  if (open || properties.has(name) || value.kind === "map") return false;
  return additional?.properties.has(name) === true;
}

/** Tells whether a key is written in a map. */
export function isTakenIn({ pairs }: MapNode): (key: string) => boolean {
  return (key) => pairs.some((other) => nameOf(other.key) === key);
}
