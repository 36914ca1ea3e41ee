import type { ValueCondition, ValuePath } from "../../schema/constraints.ts";
import type { Leaf, MapValue, Value } from "../../schema/value.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { ownMode, ownRne, ownYear } from "../shared/identity.ts";

/** The maps from the examined one down to the one that contains the keys concerned. */
export type MapChain = readonly MapValue[];

/** What much depends on, at its keys: unknown where all the rest contradicts it, which is told of it alone. */
const OWN: ReadonlyMap<string, (context: RuleContext) => Value | undefined> = new Map([
  ["etablissement/annee-scolaire", ownYear],
  ["etablissement/rne", ownRne],
  ["hebergement/mode", ownMode],
]);

/** The value at a path; `undefined` if there is none, or none that is understood. */
export function valueAt(
  { root, up, keys }: ValuePath,
  chain: MapChain,
  context: RuleContext,
): Value | undefined {
  if (root) {
    const own = OWN.get(keys.join("/"));
    return own ? own(context) : context.value(...keys);
  }
  return keys.reduce<Value | undefined>(
    (value, key) => (value?.kind === "map" ? value.get(key) : undefined),
    chain.at(-1 - up),
  );
}

/** Whether a value is a map of which the establishment's own files write something. */
export function isOwn(value: Value | undefined, context: RuleContext): boolean {
  return value?.kind === "map" && value.nodes.some(({ block }) => context.own(block.uri));
}

/** Whether a value is written at a path, whatever its type; `undefined` if that is unknown. */
export function isWritten(
  { root, up, keys }: ValuePath,
  chain: MapChain,
  context: RuleContext,
): boolean | undefined {
  if (root) return context.written(...keys);
  let map = chain.at(-1 - up);
  for (const key of keys.slice(0, -1)) {
    const value: Value | undefined = map?.get(key);
    if (value?.kind !== "map") return map?.open || map?.has(key) ? undefined : false;
    map = value;
  }
  const last = keys.at(-1) ?? "";
  if (map?.has(last)) return true;
  return map?.open ? undefined : false;
}

/** How a condition turned out. */
export interface ConditionResult {
  /** Whether it is met; `undefined` if that is not known, as nothing is written there. */
  readonly met: boolean | undefined;
  /** The value that decided; none if it is about what is not written. */
  readonly leaf?: Leaf;
}

/** Examines a condition. What is not written is undecided, unless the condition is about that. */
export function examine(condition: ValueCondition, chain: MapChain, context: RuleContext): ConditionResult {
  const { path, is, not, written } = condition;
  if (path.keys.includes(ANY_NAME)) return examineEach(condition, chain, context);
  if (written !== undefined) {
    const found = isWritten(path, chain, context);
    return { met: found === undefined ? undefined : found === written };
  }
  const value = comparedAt(condition, chain, context);
  if (value?.kind !== "leaf") return { met: undefined };
  return { met: is?.includes(value.value) !== false && !not?.includes(value.value), leaf: value };
}

/** In the path of a condition, stands for any name in a map. */
const ANY_NAME = "*";

/** Examines a condition that is met if it is met in one of the things of a map; all of them have to be known. */
function examineEach(condition: ValueCondition, chain: MapChain, context: RuleContext): ConditionResult {
  const { keys, ...from } = condition.path;
  const star = keys.indexOf(ANY_NAME);
  const things = valueAt({ ...from, keys: keys.slice(0, star) }, chain, context);
  if (things?.kind !== "map" || things.open) return { met: undefined };
  const inThing = { ...condition, path: { root: false, up: 0, keys: keys.slice(star + 1) } };
  const results = [...things.entries.values()]
    .filter(({ value }) => value.kind !== "removed")
    .map(({ value }) => (value.kind === "map" ? examine(inThing, [value], context).met : undefined));
  if (results.includes(true)) return { met: true };
  // A base lists what its heirs share; they may have more.
  if (!isOwn(things, context)) return { met: undefined };
  return { met: results.length === 0 || results.includes(undefined) ? undefined : false };
}

/** The value at a path, or with `via` in the thing that the value there names. */
export function comparedAt(
  { path, via }: Pick<ValueCondition, "path" | "via">,
  chain: MapChain,
  context: RuleContext,
): Value | undefined {
  if (!via) return valueAt(path, chain, context);
  const name = valueAt(via, chain, context);
  return name?.kind === "leaf" ? valueOfNamed(name, path.keys, context) : undefined;
}

/** The value at keys in the thing that a leaf names. */
export function valueOfNamed(leaf: Leaf, keys: readonly string[], context: RuleContext): Value | undefined {
  const kinds = leaf.schema.mentions?.kinds ?? [];
  const thing = kinds
    .map((kind) => context.the(kind, String(leaf.value)))
    .find((found) => found !== undefined);
  return keys.reduce<Value | undefined>(
    (value, key) => (value?.kind === "map" ? value.get(key) : undefined),
    thing?.value,
  );
}
