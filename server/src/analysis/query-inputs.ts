import type { Query } from "../rules/api/rule-context.ts";
import { kinds } from "../schema/kinds.ts";
import type { MapValue } from "../schema/value.ts";

// The inputs of queries: the sections of the configuration, by their names, and the following.
/** The current day. */
export const TODAY = "\0today";
/** Which files are the establishment's own. */
export const MEMBERS = "\0members";
/** Whether everything that may mention names can be read. Which names are mentioned is tracked name by name. */
export const USED = "\0used";
/** The input of queries that do not depend on the configuration. */
const CONSTANT = "\0constant";
/** The names of a kind that are mentioned but not declared. */
export const mistakenIn = (kind: string) => `\0mistaken ${kind}`;

/** The number of bits of a dependency mask, which is a small integer. Several subjects may share a bit. */
export const MASK_BITS = 30;

/** For each kind, the sections that declare its names. */
export const sections = new Map(
  [...kinds].map(([name, { paths }]) => [
    name,
    paths.length > 0 ? paths.map(([section = ""]) => section) : [CONSTANT],
  ]),
);

/** The inputs of a query: while none of them changes, neither does its result. */
export function inputsOf({ name, args: [first = ""] }: Query): readonly string[] {
  switch (name) {
    case "get":
    case "written":
      return [first];
    case "used":
      return [USED];
    case "mistaken":
      return [mistakenIn(first)];
    case "own":
      return [MEMBERS];
    case "today":
      return [TODAY];
    default:
      return sections.get(first) ?? [CONSTANT];
  }
}

/** The subjects that a dependency mask distinguishes: inputs, and for `used` the kinds of names. */
export function subjectsOf(query: Query): readonly string[] {
  return query.name === "used" ? [`${USED} ${query.args[0]}`] : inputsOf(query);
}

/** The sections whose values are different objects. */
export function changedSections(before: MapValue, after: MapValue): Set<string> {
  const changed = new Set<string>();
  for (const name of new Set([...before.entries.keys(), ...after.entries.keys()]))
    if (before.entries.get(name)?.value !== after.entries.get(name)?.value) changed.add(name);
  return changed;
}
