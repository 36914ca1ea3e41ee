import { type LocalizedText, type Message, message } from "../../base/message.ts";
import type { KeyPath } from "../../schema/checklist.ts";
import type { Pronote } from "../../schema/generated/types.ts";
import { rootSchema } from "../../schema/schema.ts";
import { isLeafOf, type KeyOf, type Leaf, leafAt, type MapValue, type Value } from "../../schema/value.ts";
import type { Fix } from "../../syntax/problem.ts";
import { replacement } from "../api/fixes.ts";
import type { RuleResult } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { firstThreePlaces } from "../shared/lists.ts";

/** A ticked checkbox, and the path to it. */
interface TickedBox {
  readonly path: KeyPath;
  readonly leaf: Leaf<boolean>;
}

/**
 * Checkboxes that the establishment's own files tick although they need another one that is off. Checkboxes that are
 * merely inherited from a base do no harm and are left out. One finding for all, on the one that is off.
 */
export function* tickedInVain(
  gate: Leaf<boolean>,
  paths: readonly string[],
  context: RuleContext,
  text: (ticks: Message | LocalizedText) => Message,
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
    message: text(firstThreePlaces(ticks.map(({ path }) => path))),
    related: ticks.map(({ leaf }) => ({ at: leaf.node, message: message("Ticked here.") })),
    fixes: [untick, ...replacement(gate, true, "probable", open)],
  };
}

function ownTicks([section = "", ...rest]: readonly string[], context: RuleContext): readonly TickedBox[] {
  const root = isSection(section) ? context.get(section) : undefined;
  const found = new Map<unknown, TickedBox>();
  for (const tick of root ? ticksIn(root, rest, [section]) : []) {
    if (context.own(tick.leaf.node.block.uri) && !found.has(tick.leaf.node)) found.set(tick.leaf.node, tick);
  }
  return [...found.values()];
}

function isSection(key: string): key is KeyOf<Pronote> {
  return rootSchema.properties.has(key);
}

/** The ticked checkboxes at a path, in which `*` matches any name. */
function ticksIn(value: Value, [key, ...rest]: readonly string[], path: KeyPath): readonly TickedBox[] {
  if (key === undefined) {
    return isLeafOf(value, "boolean") && value.value ? [{ path, leaf: value }] : [];
  }
  if (value.kind !== "map") return [];
  const names = key === "*" ? heirsLast(value) : [key];
  return names.flatMap((name) => {
    const below = value.get(name);
    return below ? ticksIn(below, rest, [...path, name]) : [];
  });
}

/**
 * The names of a map, each after the one in its `comme`: so an inherited checkbox is attributed to the thing that it
 * comes from.
 */
function heirsLast(map: MapValue): readonly string[] {
  const ordered = new Set<string>();
  // An effective value has no circle of `comme`, and no long chain.
  const add = (name: string): void => {
    if (ordered.has(name)) return;
    const other = leafAt(map.get(name), "comme", "string")?.value;
    if (other !== undefined && map.entries.has(other)) add(other);
    ordered.add(name);
  };
  for (const name of map.entries.keys()) add(name);
  return [...ordered];
}
