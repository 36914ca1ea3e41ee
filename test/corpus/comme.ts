import { type Content, type Group, isGroup } from "./content.ts";
import type { Dice } from "./dice.ts";

/** Lets some classes inherit from another one of their niveau, with only the differences written. */
export function withComme(d: Dice, all: Group): Group {
  const first = new Map<Content | undefined, readonly [string, Group]>();
  const content: Record<string, Content> = {};
  for (const [name, one] of Object.entries(all)) {
    if (!isGroup(one)) continue;
    const known = first.get(one["niveau"]);
    first.set(one["niveau"], known ?? [name, one]);
    const paired = JSON.stringify(known ?? "").includes("co-enseignement"); // the setting depends on the service's own teachers
    const same = known && !paired && ("professeur-principal" in one || !("professeur-principal" in known[1]));
    content[name] = same && d.chance(40) ? { comme: known[0], ...(difference(one, known[1]) as Group) } : one;
  }
  return content;
}

/** The parts of a value that differ from another value. */
function difference(one: Content, other: Content | undefined): Content | undefined {
  if (!isGroup(one) || !isGroup(other))
    return JSON.stringify(one) === JSON.stringify(other) ? undefined : one;
  const rest = Object.entries(one).flatMap(([key, value]) => {
    const content = difference(value, other[key]);
    return content === undefined ? [] : [[key, content]];
  });
  return rest.length === 0 && Object.keys(one).length > 0 ? undefined : Object.fromEntries(rest);
}
