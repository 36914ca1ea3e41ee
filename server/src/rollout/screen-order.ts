import { memo } from "../base/memo.ts";
import type { KeyPath } from "../schema/checklist.ts";
import { rootSchema, type Schema, schemaAt, schemaOfKey } from "../schema/schema.ts";
import { screenKeysOf } from "../schema/screens.ts";
import type { Entry, MapValue } from "../schema/value.ts";

/** The entries of a map as the screen shows them: known keys in its order, else in that of the schema; names as written. */
export function inScreenOrder(map: MapValue, pattern: KeyPath): readonly Entry[] {
  const entries = [...map.entries.values()];
  if (map.schema.properties.size === 0) return entries;
  const order = orderOf(map.schema, pattern);
  const rank = ({ name }: Entry) => order.get(name) ?? order.size;
  return entries.sort((one, other) => rank(one) - rank(other));
}

/** Compares two paths below a pattern by the order of the screen. Names are equal to each other. */
export function compareInScreen(above: KeyPath, one: KeyPath, other: KeyPath): number {
  let pattern = above;
  let schema = schemaAt(above);
  for (let at = 0; schema && at < Math.min(one.length, other.length); at++) {
    const [key = "", otherKey = ""] = [one[at], other[at]];
    const order = orderOf(schema, pattern);
    const difference = (order.get(key) ?? order.size) - (order.get(otherKey) ?? order.size);
    if (difference !== 0) return difference;
    if (key !== otherKey) return 0;
    pattern = [...pattern, schema.properties.has(key) ? key : "*"];
    schema = schemaOfKey(schema, key);
  }
  return one.length - other.length;
}

const orders = memo((_schema: Schema) => new Map<string, ReadonlyMap<string, number>>());

/** The places of the known keys of a map. */
function orderOf(schema: Schema, pattern: KeyPath): ReadonlyMap<string, number> {
  const id = pattern.join("/");
  const known = orders(schema).get(id);
  if (known) return known;
  const keys = new Set([...Object.keys(screenKeysOf(pattern) ?? {}), ...schema.properties.keys()]);
  const order = new Map([...keys].map((key, at) => [key, at]));
  orders(schema).set(id, order);
  return order;
}

/** The pattern of the root. */
export const ROOT_PATTERN: KeyPath = [];

/** A pattern with one more key: the same object each time, so that what is known of it is found by it. */
export function patternBelow(pattern: KeyPath, key: string): KeyPath {
  const known = below(pattern);
  const found = known.get(key) ?? [...pattern, key];
  known.set(key, found);
  return found;
}

const below = memo((_pattern: KeyPath) => new Map<string, KeyPath>());

/** A path of keys with `*` for names. The same object for all paths with this pattern. */
export function patternOf(path: KeyPath): KeyPath {
  let schema: Schema | undefined = rootSchema;
  let pattern = ROOT_PATTERN;
  for (const key of path) {
    const isName: boolean = key === "*" || (schema !== undefined && !schema.properties.has(key));
    schema = schema && schemaOfKey(schema, key);
    pattern = patternBelow(pattern, isName ? "*" : key);
  }
  return pattern;
}
