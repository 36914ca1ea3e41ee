import { closest } from "../../base/closest.ts";
import type { ListComparison, ListDifference, NamedSection } from "../../exchange/compare/comparison.ts";
import { publicLabel } from "../../exchange/compare/known-publics.ts";
import type { ContentPath } from "../../exchange/content.ts";

/** A name of the list, and a thing here that it may stand for: a line of `correspondances`. */
export interface SameThing {
  readonly section: NamedSection;
  readonly label: string;
  readonly name: string;
}

/** How many things are offered. */
const MOST = 5;

/** What a name in a difference may stand for, of the things that were not found in the list. */
export function sameThings(difference: ListDifference, comparison: ListComparison): readonly SameThing[] {
  const found = unmatched(difference, comparison);
  if (!found) return [];
  const { label, things } = found;
  const names = things.map(([, name = ""]) => name);
  const near = new Set(closest(label, names));
  const rank = ([, name = ""]: ContentPath) => Number(near.has(name));
  const ordered = [...things].sort((one, other) => rank(other) - rank(one));
  return ordered
    .slice(0, MOST)
    .flatMap(([section, name]) => (isNamed(section) && name !== undefined ? [{ section, label, name }] : []));
}

interface Unmatched {
  /** The name in the list. */
  readonly label: string;
  /** Section and name of what it may be. */
  readonly things: readonly ContentPath[];
}

function unmatched(difference: ListDifference, comparison: ListComparison): Unmatched | undefined {
  const { path, theirs, ours, strangers = [], held } = difference;
  const [section] = path;
  const [stranger, ...others] = strangers;
  if (stranger !== undefined)
    return others.length > 0
      ? undefined
      : { label: stranger, things: ours.split(", ").map((name) => ["professeurs", name]) };
  if (theirs === "") return undefined;
  if (path.at(-1) === "services" && !held)
    return { label: theirs, things: missingIn(path, comparison).map((one) => ["matieres", one.ours]) };
  if (path.length !== 1) return undefined;
  const { kind } = comparison.list;
  if (kind === "services" || kind === "cours")
    return { label: publicLabel(theirs), things: comparison.notListed };
  return section === kind && kind !== "personnels"
    ? { label: theirs, things: missingIn(path, comparison).map((one) => one.path) }
    : undefined;
}

/** The things of a map of the configuration that the list does not have. */
function missingIn(path: ContentPath, { differences }: ListComparison): readonly ListDifference[] {
  return differences.filter(
    (one) =>
      (one.sign === "missing" || one.sign === "untold") &&
      one.path.length === path.length + 1 &&
      one.theirs === "" &&
      path.every((key, at) => one.path[at] === key),
  );
}

const SECTIONS: readonly NamedSection[] = ["matieres", "classes", "groupes-eleves", "professeurs"];

function isNamed(section: string | undefined): section is NamedSection {
  return SECTIONS.some((one) => one === section);
}
