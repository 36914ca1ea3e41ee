import type { Query } from "../rules/api/rule-context.ts";
import { kinds } from "../schema/kinds.ts";
import type { MapValue } from "../schema/value.ts";

// The inputs of queries: the sections of the configuration, by their names, and the following.
/** The day. */
export const TODAY = "\0today";
/** Which files are the establishment's own. */
export const MEMBERS = "\0members";
/** Whether everything that is mentioned can be read. Which names are mentioned is followed name by name. */
export const USED = "\0used";
/** The input of queries on which nothing in the configuration has an influence. */
const CONSTANT = "\0constant";
/** The names of a kind that are mentioned and that nothing declares. */
export const mistakenIn = (kind: string) => `\0mistaken ${kind}`;

/** The number of bits of a dependency mask: as many as a small integer has. Several subjects may share a bit. */
export const MASK_BITS = 30;

/** For each kind of named things, the sections in which they are declared. */
export const sections = new Map(
  [...kinds].map(([name, { paths }]) => [
    name,
    paths.length > 0 ? paths.map(([section = ""]) => section) : [CONSTANT],
  ]),
);

/** The inputs of a query: while none of them changes, its result does not. */
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

/** What a dependency mask tells apart: the inputs of a query, and uses of names by their kind. */
export function subjectsOf(query: Query): readonly string[] {
  return query.name === "used" ? [`${USED} ${query.args[0]}`] : inputsOf(query);
}

/** The sections that are not the same object in both. */
export function changedSections(before: MapValue, after: MapValue): Set<string> {
  const changed = new Set<string>();
  for (const name of new Set([...before.entries.keys(), ...after.entries.keys()]))
    if (before.entries.get(name)?.value !== after.entries.get(name)?.value) changed.add(name);
  return changed;
}
