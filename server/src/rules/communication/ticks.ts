import { type Message, message } from "../../base/message.ts";
import type { Pronote } from "../../schema/generated/types.ts";
import { rootSchema } from "../../schema/schema.ts";
import { isLeafOf, type KeyOf, type Leaf, type MapValue, type Value } from "../../schema/value.ts";
import type { Fix } from "../../syntax/problem.ts";
import { replacement } from "../api/fixes.ts";
import type { RuleResult } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { firstThree } from "../shared/lists.ts";

/** A box that is ticked, and the keys that lead to it. */
interface TickedBox {
  readonly path: string;
  readonly leaf: Leaf<boolean>;
}

/**
 * What is ticked in the establishment's own files although it needs a box that is not. Boxes that are merely inherited
 * from a base do no harm and are left alone. Said once, on the box that is missing, with each tick as a place.
 */
export function* tickedInVain(
  gate: Leaf<boolean>,
  paths: readonly string[],
  context: RuleContext,
  text: (ticks: string) => Message,
  open: Message,
): Iterable<RuleResult> {
  const ticks = paths.flatMap((path) => ownTicks(path.split("/"), context));
  if (ticks.length === 0) return;
  const untick: Fix = {
    title: message("Untick what depends on it"),
    safety: "probable",
    edits: ticks.flatMap(({ leaf }) => replacement(leaf, false, "probable").flatMap(({ edits }) => edits)),
  };
  yield {
    at: [gate, ...ticks.map(({ leaf }) => leaf)],
    message: text(firstThree(ticks.map(({ path }) => path))),
    related: ticks.map(({ leaf }) => ({ at: leaf.node, message: message("Ticked here.") })),
    fixes: [untick, ...replacement(gate, true, "probable", open)],
  };
}

function ownTicks([section = "", ...rest]: readonly string[], context: RuleContext): readonly TickedBox[] {
  const root = isSection(section) ? context.get(section) : undefined;
  const found = new Map<unknown, TickedBox>();
  for (const tick of root ? ticksIn(root, rest, section) : []) {
    if (context.own(tick.leaf.node.block.uri) && !found.has(tick.leaf.node)) found.set(tick.leaf.node, tick);
  }
  return [...found.values()];
}

function isSection(key: string): key is KeyOf<Pronote> {
  return rootSchema.properties.has(key);
}

/** `*` in a path stands for every name. */
function ticksIn(value: Value, [key, ...rest]: readonly string[], way: string): readonly TickedBox[] {
  if (key === undefined) {
    return isLeafOf(value, "boolean") && value.value ? [{ path: way, leaf: value }] : [];
  }
  if (value.kind !== "map") return [];
  const names = key === "*" ? heirsLast(value) : [key];
  return names.flatMap((name) => {
    const below = value.get(name);
    return below ? ticksIn(below, rest, `${way}/${name}`) : [];
  });
}

/** Names, each behind the one that it is like: what it takes over from there is named there. */
function heirsLast(map: MapValue): readonly string[] {
  const ordered = new Set<string>();
  const add = (name: string, way: readonly string[]): void => {
    const value = map.get(name);
    const like = value?.kind === "map" ? value.get("comme") : undefined;
    const other = like?.kind === "leaf" ? String(like.value) : undefined;
    if (other !== undefined && map.entries.has(other) && !way.includes(other)) add(other, [...way, name]);
    ordered.add(name);
  };
  for (const name of map.entries.keys()) add(name, []);
  return [...ordered];
}
