import { type Message, message } from "../base/message.ts";
import { establishmentOf } from "../model/establishment.ts";
import { reach } from "../model/reach.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { isDay } from "../rules/shared/dates.ts";
import { type Leaf, type MapValue, mapsIn, type Value } from "../schema/value.ts";
import { replaceValue } from "../syntax/edit.ts";
import type { Edit } from "../syntax/problem.ts";
import type { ScalarNode } from "../syntax/tree.ts";

/** What changes in an establishment from one school year to the next. */
export interface NewYear {
  readonly from: string;
  readonly to: string;
  /** What follows from the year: the year itself and the versions of the applications. */
  readonly sure: readonly Edit[];
  /** The days of the periods on the same weekdays of the next year: only a proposal. */
  readonly proposed: readonly Edit[];
}

/** Where the year of the applications is written, besides the servers. */
const VERSIONS: readonly (readonly string[])[] = [
  ["etablissement", "version"],
  ["clients", "version"],
  ["edt", "version"],
];

/** So many days later is the same weekday, a year on. */
const YEAR_OF_WEEKS = 364;

/**
 * The next school year of an establishment, or why there is none. What stands in a base is changed there, so for all
 * heirs. Ticks stay as they are: a step that is done anew each year is open again by the year alone.
 */
export function newYearOf(snapshot: Snapshot): NewYear | Message {
  const root: MapValue = establishmentOf(snapshot).value;
  const year = leafAtPath(root, ["etablissement", "annee-scolaire"]);
  if (!year)
    return message(
      "No school year is written, so there is no next one: write “{0}” first.",
      "annee-scolaire",
    );
  const from = String(year.value);
  const [first = Number.NaN, second] = from.split("-").map(Number);
  if (second !== first + 1)
    return message(
      "“{0}” is not a school year, as its years do not follow each other: correct it first.",
      from,
    );
  const to = `${second}-${second + 1}`;
  const versions = [
    ...VERSIONS.flatMap((path) => leafAtPath(root, path) ?? []),
    ...thingsBelow(root, "serveurs").flatMap((server) => leafIn(server, "version") ?? []),
  ].filter(({ value }) => value === String(first));
  return {
    from,
    to,
    sure: [
      replaceValue(year.node, to),
      ...eachOnce(versions).map((node) => replaceValue(node, String(second))),
    ],
    proposed: eachOnce(daysOf(root)).map((node) => replaceValue(node, laterDay(node.text))),
  };
}

function daysOf(root: MapValue): readonly Leaf[] {
  return thingsBelow(root, "periodes").flatMap((periods) =>
    [...mapsIn(periods)].flatMap(({ value }) =>
      [...value.entries.values()].flatMap((entry) =>
        entry.value.kind === "leaf" && isDay(entry.value.node.text) ? [entry.value] : [],
      ),
    ),
  );
}

function thingsBelow(root: MapValue, section: string): readonly MapValue[] {
  const map = root.get(section);
  return map?.kind === "map" ? [...mapsIn(map)].map(({ value }) => value) : [];
}

function leafAtPath(root: MapValue, path: readonly string[]): Leaf | undefined {
  return asLeaf(reach(root, path).entry?.value);
}

function leafIn(map: MapValue, key: string): Leaf | undefined {
  return asLeaf(map.get(key));
}

function asLeaf(value: Value | undefined): Leaf | undefined {
  return value?.kind === "leaf" ? value : undefined;
}

/** The nodes of leaves; one that several things share through `comme` counts once. */
function eachOnce(leaves: readonly Leaf[]): readonly ScalarNode[] {
  return [...new Set(leaves.map(({ node }) => node))];
}

function laterDay(day: string): string {
  return new Date(Date.parse(day) + YEAR_OF_WEEKS * 86_400_000).toISOString().slice(0, 10);
}
