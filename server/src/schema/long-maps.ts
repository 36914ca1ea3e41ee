import type { MapNode, Pair } from "../syntax/tree.ts";
import type { AliasUses } from "./aliases.ts";
import type { Schema } from "./schema.ts";
import type { SemanticIndex } from "./semantic-index.ts";
import type { MapValue } from "./value.ts";

/** A long map as it was read: one entry of each pair, and the facts of each below its own. */
export interface LongMap {
  readonly pairs: readonly Pair[];
  readonly value: MapValue;
  readonly facts: SemanticIndex;
  readonly uses: AliasUses;
}

const LONG = 32;
const FEW = 8;

/** By the first pair and by the last: one of them stays when the other is edited. */
const read = new WeakMap<Pair, LongMap>();

/** Whether a map is of so many pieces that it costs something to look at each. */
export function isLongMap({ block, pairs }: MapNode): boolean {
  return block.children !== undefined && pairs.length >= LONG;
}

/** Remembers a long map, unless its entries depend on each other: if a key is unknown, merges, or is there twice. */
export function remember(map: LongMap): void {
  const { pairs, value, facts } = map;
  const { length } = pairs;
  if (value.entries.size !== length || facts.below.length !== length || facts.problems.length > 0) return;
  for (const pair of [pairs[0], pairs[length - 1]]) if (pair) read.set(pair, map);
}

/** What a map was before a few of its values changed, and nothing that is anchored in it. */
export function formerOf({ pairs }: MapNode, schema: Schema): LongMap | undefined {
  return [pairs[0], pairs[pairs.length - 1]]
    .map((pair) => pair && read.get(pair))
    .find((was) => was?.value.schema === schema && differLittle(was.pairs, pairs));
}

function differLittle(before: readonly Pair[], after: readonly Pair[]): boolean {
  if (before.length !== after.length) return false;
  let count = 0;
  for (let index = 0; index < after.length; index++) {
    const [one, other] = [before[index], after[index]];
    if (one === other) continue;
    if (!one || !other || ++count > FEW || !isAlike(one, other)) return false;
  }
  return true;
}

function isAlike(one: Pair, other: Pair): boolean {
  const sameKey = one.key.text === other.key.text && other.key.text !== "<<";
  return sameKey && one.block.anchors.length === 0 && other.block.anchors.length === 0;
}
