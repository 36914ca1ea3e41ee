import type { Query } from "../rules/api/rule-context.ts";
import { kinds } from "../schema/kinds.ts";
import type { MapValue } from "../schema/value.ts";

// What decides the answers to questions: the sections of the configuration, by their names, and the following.
/** The day. */
export const TODAY = "\0today";
/** Which files are the establishment's own. */
export const MEMBERS = "\0members";
/** Whether all that is mentioned can be read. Which names are is told by itself. */
export const USED = "\0used";
/** Nothing in the configuration decides it. */
const GIVEN = "\0given";
/** The names of a kind that are mentioned and that nothing declares. */
export const mistakenIn = (kind: string) => `\0mistaken ${kind}`;

/** The sections in which the things of a kind are declared. */
export const sections = new Map(
  [...kinds].map(([name, { paths }]) => [
    name,
    paths.length > 0 ? paths.map(([section = ""]) => section) : [GIVEN],
  ]),
);

/** What decides the answer to a question. */
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
      return sections.get(first) ?? [GIVEN];
  }
}

/** What an answer is about, as a set of bits: so sets of many answers are compared at once, if roughly. */
export function dependencyMaskOf(question: Query): number {
  const subjects = question.name === "used" ? [`${USED} ${question.args[0]}`] : inputsOf(question);
  return subjects.reduce((all, subject) => all | bitOf(subject), 0);
}

/** As many bits as a small integer has; several subjects may share one. */
export const MASK_BITS = 30;
const bits = new Map<string, number>();

function bitOf(subject: string): number {
  const known = bits.get(subject);
  const bit = known ?? 1 << (bits.size % MASK_BITS);
  if (known === undefined) bits.set(subject, bit);
  return bit;
}

/** The sections that are not the same in both. */
export function changedSections(before: MapValue, after: MapValue): Set<string> {
  const changed = new Set<string>();
  for (const name of new Set([...before.entries.keys(), ...after.entries.keys()]))
    if (before.entries.get(name)?.value !== after.entries.get(name)?.value) changed.add(name);
  return changed;
}
