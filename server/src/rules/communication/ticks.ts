import { type Message, say } from "../../base/say.ts";
import type { Leaf, MapValue, Value } from "../../schema/value.ts";
import type { Fix } from "../../syntax/problem.ts";
import type { Ask } from "../api/ask.ts";
import { replacement } from "../api/fixes.ts";
import type { Found } from "../api/rule.ts";

/** A box that is ticked, and the keys that lead to it. */
interface Tick {
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
  ask: Ask,
  message: (ticks: string) => Message,
  open: Message,
): Iterable<Found> {
  const ticks = paths.flatMap((path) => ownTicks(path.split("/"), ask));
  if (ticks.length === 0) return;
  const untick: Fix = {
    title: say("Untick what depends on it"),
    safety: "probable",
    edits: ticks.flatMap(({ leaf }) => replacement(leaf, false, "probable").flatMap(({ edits }) => edits)),
  };
  const names = ticks.slice(0, 3).map(({ path }) => path);
  yield {
    at: [gate, ...ticks.map(({ leaf }) => leaf)],
    message: message(ticks.length > names.length ? `${names.join(", ")}…` : names.join(", ")),
    related: ticks.map(({ leaf }) => ({ at: leaf.node, message: say("Ticked here.") })),
    fixes: [untick, ...replacement(gate, true, "probable", open)],
  };
}

function ownTicks([section = "", ...rest]: readonly string[], ask: Ask): readonly Tick[] {
  const root = ask.get(section as never) as Value | undefined;
  const found = new Map<unknown, Tick>();
  for (const tick of root ? ticksIn(root, rest, section) : []) {
    if (ask.own(tick.leaf.node.block.uri) && !found.has(tick.leaf.node)) found.set(tick.leaf.node, tick);
  }
  return [...found.values()];
}

/** `*` in a path stands for every name. */
function ticksIn(value: Value, [key, ...rest]: readonly string[], way: string): readonly Tick[] {
  if (key === undefined) {
    return value.kind === "leaf" && value.value === true ? [{ path: way, leaf: value as Leaf<boolean> }] : [];
  }
  if (value.kind !== "map") return [];
  const map: MapValue = value;
  const names = key === "*" ? heirsLast(map) : [key];
  return names.flatMap((name) => {
    const below = map.get(name);
    return below ? ticksIn(below, rest, `${way}/${name}`) : [];
  });
}

/** Names, each behind the one that it is like: what it takes over from there is named there. */
function heirsLast(map: MapValue): readonly string[] {
  const ordered = new Set<string>();
  const add = (name: string, way: readonly string[]): void => {
    const value = map.get(name) as Value | undefined;
    const like = value?.kind === "map" ? (value.get("comme") as Value | undefined) : undefined;
    const other = like?.kind === "leaf" ? String(like.value) : undefined;
    if (other !== undefined && map.entries.has(other) && !way.includes(other)) add(other, [...way, name]);
    ordered.add(name);
  };
  for (const name of map.entries.keys()) add(name, []);
  return [...ordered];
}
