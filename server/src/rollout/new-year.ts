import { type Message, message } from "../base/message.ts";
import { establishmentOf } from "../model/establishment.ts";
import { reach } from "../model/reach.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { dayAfter, isDay } from "../rules/shared/dates.ts";
import { isRneOfTheSouth } from "../rules/shared/identity.ts";
import {
  firstYearInName,
  firstYearOf,
  firstYearOfDay,
  nameWithYear,
  schoolYearFrom,
  stsFileOfYear,
  yearOfStsFile,
} from "../rules/shared/school-year.ts";
import { constraints } from "../schema/generated/constraints.ts";
import { scalarText } from "../schema/problems.ts";
import { type Leaf, type MapValue, mapsIn, type Value } from "../schema/value.ts";
import { replaceValue } from "../syntax/edit.ts";
import type { Edit } from "../syntax/problem.ts";

/** What changes in an establishment from one school year to the next. */
export interface NewYear {
  readonly from: string;
  readonly to: string;
  /** What follows from the year: the year itself and the versions of the applications. */
  readonly sure: readonly Edit[];
  /** The days of the old year on the same weekdays of the new one: only a proposal. */
  readonly days: readonly Edit[];
  /** Names of bases and files that bear the old year, with the new one: only a proposal. */
  readonly names: readonly Edit[];
}

const YEAR = ["etablissement", "annee-scolaire"];

/** Where the same year may be written once more. */
const SAME_YEAR = ["base", "annee-scolaire"];

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
  const year = leafAtPath(root, YEAR);
  if (!year)
    return message(
      "No school year is written, so there is no next one: write “{0}” first.",
      "annee-scolaire",
    );
  const from = String(year.value);
  const first = firstYearOf(from);
  if (first === undefined)
    return message(
      "“{0}” is not a school year, as its years do not follow each other: correct it first.",
      from,
    );
  const to = schoolYearFrom(first + 1);
  const same = [leafAtPath(root, SAME_YEAR)].filter((leaf) => leaf?.value === from);
  return {
    from,
    to,
    sure: [
      ...eachOnce([year, ...same].filter((leaf) => leaf !== undefined)).map(({ node }) =>
        replaceValue(node, to),
      ),
      ...versionsOf(root, String(first)).map(({ node }) => replaceValue(node, String(first + 1))),
    ],
    days: movedDays(root, first + 1),
    names: [...renamed(root, first), ...filesOfStsweb(root, first)],
  };
}

function versionsOf(root: MapValue, version: string): readonly Leaf[] {
  const servers = root.get("serveurs");
  const ofServers = servers?.kind === "map" ? [...mapsIn(servers)] : [];
  const all = [
    ...VERSIONS.flatMap((path) => leafAtPath(root, path) ?? []),
    ...ofServers.flatMap(({ value }) => asLeaf(value.get("version")) ?? []),
  ];
  return eachOnce(all.filter(({ value }) => value === version));
}

/**
 * The days that are not in the school year yet that begins in `first`, on the same weekdays of it. Ticks are history, so
 * their days stay.
 */
function movedDays(root: MapValue, first: number): readonly Edit[] {
  const isSouthern = isRneOfTheSouth(String(leafAtPath(root, ["etablissement", "rne"])?.value ?? ""));
  const all = [...root.entries.values()].flatMap(({ name, value }) =>
    name === "deroulement" ? [] : [...leavesBelow(value)],
  );
  return eachOnce(all.filter(({ node }) => isDay(node.text))).flatMap(({ node }) => {
    const years = isSouthern ? 1 : first - firstYearOfDay(node.text);
    return years > 0 ? [replaceValue(node, dayAfter(node.text, years * YEAR_OF_WEEKS))] : [];
  });
}

/** Names that bear the school year, or the one before, where the schema says that they do. */
function renamed(root: MapValue, first: number): readonly Edit[] {
  return YEARS_IN_NAMES.flatMap(({ path, later }) => {
    const leaf = leafAtPath(root, path);
    if (!leaf || firstYearInName(String(leaf.value)) !== first + later) return [];
    return [replaceValue(leaf.node, scalarText(nameWithYear(String(leaf.value), first + later + 1)))];
  });
}

/** The names that are to bear a school year, as the constraints of the schema know them; `later` by how many years. */
const YEARS_IN_NAMES = constraints.flatMap(({ readings }) =>
  readings.flatMap((reading) => {
    if (reading.relation !== "equals" || reading.value.part !== "school-year") return [];
    const { subject, below, keys, value } = reading;
    return keys.map((key) => ({
      path: [...subject, ...below, key],
      later: value.as === "year-before" ? -1 : 0,
    }));
  }),
);

function filesOfStsweb(root: MapValue, first: number): readonly Edit[] {
  const files = reach(root, ["imports", "stsweb"]).entry;
  return eachOnce(files ? [...leavesBelow(files.value)] : []).flatMap(({ node, value }) =>
    yearOfStsFile(String(value)) === String(first)
      ? [replaceValue(node, scalarText(stsFileOfYear(String(value), String(first + 1))))]
      : [],
  );
}

function* leavesBelow(value: Value): Generator<Leaf> {
  if (value.kind === "leaf") yield value;
  else if (value.kind === "list") for (const item of value.items) yield* leavesBelow(item);
  else if (value.kind === "map") for (const entry of value.entries.values()) yield* leavesBelow(entry.value);
}

function leafAtPath(root: MapValue, path: readonly string[]): Leaf | undefined {
  return asLeaf(reach(root, path).entry?.value);
}

function asLeaf(value: Value | undefined): Leaf | undefined {
  return value?.kind === "leaf" ? value : undefined;
}

/** The leaves of these whose nodes differ: one that several things share through `comme` counts once. */
function eachOnce(leaves: readonly Leaf[]): readonly Leaf[] {
  return [...new Map(leaves.map((leaf) => [leaf.node, leaf] as const)).values()];
}
