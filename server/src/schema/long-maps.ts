import type { MapNode, Pair } from "../syntax/tree.ts";
import type { AliasUses } from "./aliases.ts";
import type { Schema } from "./schema.ts";
import type { SemanticIndex } from "./semantic-index.ts";
import type { MapValue } from "./value.ts";

/** A long map as it was converted: its pairs, each of which has an entry in the value and an index below its own. */
export interface LongMap {
  readonly pairs: readonly Pair[];
  readonly value: MapValue;
  readonly index: SemanticIndex;
  readonly uses: AliasUses;
}

/** From this number of pairs on, a map of several blocks is long. */
const LONG = 32;
/** At most so many pairs may have changed for the others to be taken over. */
const FEW = 8;

/** Long maps by their first and by their last pair: an edit leaves at least one of them. */
const longMaps = new WeakMap<Pair, LongMap>();

/** Whether a map has so many blocks that looking at each of them takes noticeable time. */
export function isLongMap({ block, pairs }: MapNode): boolean {
  return block.children !== undefined && pairs.length >= LONG;
}

/**
 * Stores a long map for its next version, unless its entries depend on each other: an unknown key, a merge key or a
 * duplicate.
 */
export function remember(map: LongMap): void {
  const { pairs, value, index } = map;
  const { length } = pairs;
  if (value.entries.size !== length || index.below.length !== length || index.problems.length > 0) return;
  for (const pair of [pairs[0], pairs[length - 1]]) if (pair) longMaps.set(pair, map);
}

/** The map before an edit of few values, none of which holds an anchor; `undefined` if there is none. */
export function previousVersionOf({ pairs }: MapNode, schema: Schema): LongMap | undefined {
  return [pairs[0], pairs[pairs.length - 1]]
    .map((pair) => pair && longMaps.get(pair))
    .find((map) => map?.value.schema === schema && differInFew(map.pairs, pairs, schema));
}

function differInFew(before: readonly Pair[], after: readonly Pair[], { additional }: Schema): boolean {
  if (before.length !== after.length) return false;
  let count = 0;
  for (let index = 0; index < after.length; index++) {
    const [one, other] = [before[index], after[index]];
    if (one === other) continue;
    if (!one || !other || ++count > FEW || !hasSameKey(one, other)) return false;
    // Such a key may belong to the thing above it, which depends on its value.
    if (additional?.properties.has(other.key.text)) return false;
  }
  return true;
}

function hasSameKey(one: Pair, other: Pair): boolean {
  const sameKey = one.key.text === other.key.text && other.key.text !== "<<";
  return sameKey && one.block.anchors.length === 0 && other.block.anchors.length === 0;
}
