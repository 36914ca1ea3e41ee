import { memo } from "../../base/memo.ts";
import type { ConstraintReading, EffectCondition, ValueCondition } from "../../schema/constraints.ts";
import type { MapValue, Value } from "../../schema/value.ts";

type EffectReading = Extract<ConstraintReading, { readonly relation: "effect-only" }>;

/**
 * Whether a thing of a section may hold settings without effect, as far as the thing alone tells. Kept for each thing:
 * of a section with many only those that changed are looked at again.
 */
export function mayBeEffectless({ below, keys, value }: EffectReading): (thing: MapValue) => boolean {
  const conditions = [value].flat();
  return memo((thing: MapValue) =>
    chainsBelow([thing], below.slice(1)).some(
      (chain) => setsAny(chain, keys) && !conditions.every((condition) => isMetWithin(condition, chain)),
    ),
  );
}

/** The maps at keys below the last of these, with all maps on the way. */
export function chainsBelow(
  chain: readonly MapValue[],
  path: readonly string[],
): readonly (readonly MapValue[])[] {
  const [key, ...rest] = path;
  const map = chain.at(-1);
  if (key === undefined || !map) return [chain];
  if (key !== "*") {
    const value = map.entry(key)?.value;
    return value?.kind === "map" ? chainsBelow([...chain, value], rest) : [];
  }
  const found: (readonly MapValue[])[] = [];
  for (const { value } of map.entries.values())
    if (value.kind === "map") for (const one of chainsBelow([...chain, value], rest)) found.push(one);
  return found;
}

function setsAny(chain: readonly MapValue[], keys: readonly string[]): boolean {
  const map = chain.at(-1);
  if (!map) return false;
  if (keys.includes("*")) return [...map.entries.values()].some(({ value }) => saysSomething(value));
  return keys.some((key) => saysSomething(map.entry(key)?.value));
}

/** Whether a value sets anything: an unticked box and a default do not. */
export function saysSomething(value: Value | undefined): boolean {
  switch (value?.kind) {
    case "leaf":
      return value.value !== false && value.value !== value.schema.default;
    case "list":
      return value.items.length > 0;
    case "map":
      return [...value.entries.values()].some((entry) => saysSomething(entry.value));
    default:
      return false;
  }
}

/** Whether it is certain from the maps of a chain alone that a condition does not make a setting effectless. */
function isMetWithin(condition: EffectCondition, chain: readonly MapValue[]): boolean {
  return ("any" in condition ? condition.any : [condition]).some((one) => isHarmless(one, chain));
}

function isHarmless({ path, via, is, not, written }: ValueCondition, chain: readonly MapValue[]): boolean {
  const map = chain.at(-1 - path.up);
  const [key = "", ...rest] = path.keys;
  if (path.root || via || written !== undefined || !map || rest.length > 0 || key === "*") return false;
  const value = map.get(key);
  // What is not written is undecided.
  if (value?.kind !== "leaf") return true;
  return is?.includes(value.value) !== false && !not?.includes(value.value);
}
