import type { ListSpec } from "../../schema/lists.ts";
import type { Node } from "../../syntax/tree.ts";
import type { ContentPath } from "../content.ts";
import type { SourceFinding } from "../source.ts";

/**
 * What a difference is. `missing`: wanted and not in PRONOTE; `extra`: in PRONOTE only; `other`: another value; `twice`:
 * in PRONOTE more than once; `untold`: it cannot be told whether there is a difference.
 */
export type DifferenceSign = "missing" | "extra" | "other" | "twice" | "untold";

/** A difference between a configuration and a list of PRONOTE. */
export interface ListDifference {
  readonly sign: DifferenceSign;
  /** The thing, or the value of it, that differs; of what is in PRONOTE only, the map in which it would stand. */
  readonly path: ContentPath;
  /** The value that is wanted, as a text; empty if none is. */
  readonly ours: string;
  /** What the list has, as it stands there; empty if it has nothing. */
  readonly theirs: string;
  /** Where ours is written. */
  readonly node?: Node;
  /** The row of the list, from 1 as in a spreadsheet. */
  readonly row?: number;
  readonly reason?: UntoldReason;
  /** What would be written here for what PRONOTE holds; absent if the list does not say enough. */
  readonly held?: HeldValue;
  /** Names of people in the list who are nobody here, as they stand there. */
  readonly strangers?: readonly string[];
}

/** What PRONOTE holds, in the words of a configuration. */
export interface HeldValue {
  readonly path: ContentPath;
  /** The value as YAML on one line; empty if PRONOTE holds nothing there. */
  readonly text: string;
}

/** Where a difference is: of what is in PRONOTE only, the place that it would have under the name in the list. */
export function differencePlace({ path, theirs }: ListDifference): ContentPath {
  const isMap = path.length === 1 || path.at(-1) === "services";
  return isMap && theirs !== "" ? [...path, theirs] : path;
}

/** Why something cannot be told, or what else it may be. */
export type UntoldReason =
  /** The list shows active services only: a missing one may be inactive. */
  | "or-inactive"
  /** A name or label of the list could not be matched, and may stand for it. */
  | "open-label"
  /** Rows of the list have no class or group, and may be of it. */
  | "unplaced"
  /** It is inactive here, and the list does not say which services are active. */
  | "shown-inactive"
  /** A name fits several people. */
  | "namesakes"
  /** The configuration has no name of a person that the list could be matched with. */
  | "nameless"
  /** The value of the list is not understood. */
  | "not-understood"
  /** A part of the configuration cannot be read, and it may stand there. */
  | "unread";

/** The sections of `correspondances` that hold names. */
export type NamedSection = "matieres" | "classes" | "groupes-eleves" | "professeurs";

/** The same thing, written otherwise in the list: a line that could be kept in `correspondances`. */
export interface Correspondence {
  readonly section: NamedSection;
  /** As the list writes it. */
  readonly label: string;
  /** Its name here. */
  readonly name: string;
  /** What tells so. */
  readonly by: "elimination" | "spelling" | "code";
  /** In how many rows it stands. */
  readonly times: number;
}

/** A title that was recognised by a guess. */
export interface LikelyTitle {
  readonly title: string;
  readonly column: string;
}

/** A list of PRONOTE, compared with an establishment. */
export interface ListComparison {
  readonly list: ListSpec;
  readonly source: string;
  /** How many rows hold something of the kind. */
  readonly rows: number;
  readonly differences: readonly ListDifference[];
  readonly correspondences: readonly Correspondence[];
  /** How many things of the configuration were compared, and how many of these agree. */
  readonly compared: number;
  readonly agreeing: number;
  /** How many inactive services the list does not show. */
  readonly hidden: number;
  /** The classes and groups with active services of which the list has no row: nothing is said of them. */
  readonly notListed: readonly ContentPath[];
  /** How many things the list has that nothing here needs, where that is no difference. */
  readonly notNeeded: number;
  /** Rows that name a part of a service: they are not compared. */
  readonly parts: number;
  /** Rows without what they would be recognised by. */
  readonly incomplete: readonly number[];
  /** The columns that the list has, as keys. */
  readonly columns: ReadonlySet<string>;
  /** Settings of such a thing that the list does not show, as paths with `*` for names. */
  readonly notShown: readonly ContentPath[];
  /** Whether a part of the configuration cannot be read, so that nothing is proved. */
  readonly isPartial: boolean;
  readonly likely: readonly LikelyTitle[];
  /** Titles that nobody knows. */
  readonly unknown: readonly string[];
  /** Differences that are accepted, and places in `ecarts` where there is none. */
  readonly accepted: readonly ListDifference[];
  readonly unusedAcceptances: readonly string[];
  /** What is wrong with the list itself: nothing is compared then. */
  readonly findings: readonly SourceFinding[];
}
