import { memo, memoTuple } from "../base/memo.ts";
import { rootSchema, type Schema } from "../schema/schema.ts";
import { type Entry, MapValue } from "../schema/value.ts";
import { withMap } from "./map-at.ts";
import { overlayEntries } from "./merge.ts";
import { reach } from "./reach.ts";

/** A value that lies underneath one key of all things of a section, where these say nothing. */
export interface UnderlyingValue {
  /** Where it is written. */
  readonly from: readonly string[];
  readonly section: string;
  readonly key: string;
}

/** All such values that the schema declares with `x-under`. */
export const underlyingValues: readonly UnderlyingValue[] = [...underlyingIn(rootSchema, [])];

function* underlyingIn(schema: Schema, from: readonly string[]): Generator<UnderlyingValue> {
  if (schema.under) {
    const [section = "", , key = ""] = schema.under.split("/");
    yield { from, section, key };
  }
  for (const [key, below] of schema.properties) yield* underlyingIn(below, [...from, key]);
}

/** The sections whose things have such values underneath. */
export const underlaidSections: ReadonlySet<string> = new Set(underlyingValues.map(({ section }) => section));

/** An establishment with these values in all things that they lie underneath. */
export function withUnderlying(root: MapValue): MapValue {
  let value = root;
  for (const section of underlaidSections) {
    const things = root.get(section);
    const layer = things?.kind === "map" ? layerUnder(root, section) : undefined;
    if (things?.kind === "map" && layer) value = withMap(value, [section], overlaid([things, layer]));
  }
  return value;
}

/** What lies underneath each thing of a section, as a map; `undefined` if nothing is written. */
export function layerUnder(root: MapValue, section: string): MapValue | undefined {
  const entries = underlyingValues.flatMap((one) => {
    const entry = one.section === section ? reach(root, one.from).entry : undefined;
    return entry && entry.value.kind !== "removed" ? [entry] : [];
  });
  return entries.length > 0 ? layerOf(entries) : undefined;
}

/** The keys have the same name in both places. */
const layerOf = memoTuple((entries: readonly Entry[]): MapValue => {
  return new MapValue(rootSchema, new Map(entries.map((entry) => [entry.name, entry])), []);
});

const overlaid = memoTuple(([things, layer]: readonly [MapValue, MapValue]): MapValue => {
  const entries = [...things.entries.values()].map((entry) => {
    const isMap = entry.value.kind === "map";
    return [entry.name, isMap ? overlayEntries([entry, entryOf(layer)]) : entry] as const;
  });
  return new MapValue(things.schema, new Map<string, Entry>(entries), things.nodes, things);
});

/** A layer as an entry, to be merged with those of the things; its name does not count. */
export const entryOf = memo((layer: MapValue): Entry => {
  const [first] = layer.entries.values();
  if (!first) throw new RangeError("a layer with nothing in it");
  return { name: "", key: first.key, value: layer };
});
