import type { Range } from "../syntax/positions.ts";
import type { Span } from "../syntax/tree.ts";
import type { ContentPath, ContentValue } from "./content.ts";
import type { Judged } from "./merge-proposals.ts";
import type { SourceFinding, SourcePlace } from "./source.ts";

/** What an import would do, and what it noticed. Nothing is written by making it. */
export interface ImportPlan {
  /** The name of the establishment. */
  readonly name: string;
  readonly folder: string;
  /** Whether the import creates the establishment. */
  readonly isNew: boolean;
  /** The URI of the base that an establishment which is created inherits from. */
  readonly base?: string;
  /** How it is done: what is outdated or gone is changed only if this says so. */
  readonly options: ImportOptions;
  /** New things by section, services apart, in the order of the file; each with the number of them. */
  readonly added: ReadonlyMap<string, number>;
  /** Values that are added to things which exist. */
  readonly completed: number;
  /** Values of imported files that sources contradict: changed by a refresh. */
  readonly outdated: readonly PlannedChange[];
  /** Values that somebody wrote otherwise: kept. */
  readonly differences: readonly Difference[];
  /** Things of imported files that no source has any more. */
  readonly gone: readonly GoneThing[];
  /** How many values are the same, and how many somebody cut. */
  readonly same: number;
  readonly cut: number;
  /** How many values were left out because the configuration cannot be read where they belong. */
  readonly unknown: number;
  /** Imported files that somebody corrected: they count as written by hand. */
  readonly corrected: readonly string[];
  readonly findings: readonly SourceFinding[];
  readonly files: readonly FileChange[];
  /** How many people have a function for which no account is made here. */
  readonly otherPeople: number;
  /** What no source says, and is still to be written. */
  readonly unfinished: readonly ContentPath[];
}

/** A text that an import writes: of a new file, or the next one of a file that an import wrote. */
export interface FileChange {
  readonly uri: string;
  readonly before?: string;
  readonly after: string;
}

/** A value that a refresh changes. */
export interface PlannedChange {
  readonly path: ContentPath;
  readonly theirs: string;
  readonly place: SourcePlace;
}

/** A value that is written otherwise than a source says. */
export interface Difference extends PlannedChange {
  readonly ours: string;
  /** Where ours is written. */
  readonly at?: { readonly uri: string; readonly range: Range };
  readonly node?: Span;
  /** What the source says, as it would be written. */
  readonly value: ContentValue;
}

/** A thing that no source has any more, and whether it may be removed. */
export interface GoneThing {
  readonly path: ContentPath;
  /** Why it stays although removing was asked for: something written by hand needs it, or what stays of imported files. */
  readonly neededBy?: "hand" | "import";
}

/** How an import is done. */
export interface ImportOptions {
  /** Whether values of imported files are brought up to date. */
  readonly refresh: boolean;
  /** Whether things that no source has any more are removed from imported files. */
  readonly prune: boolean;
  /** Whether services that all classes of a niveau share are written once, in niveaux. */
  readonly lift: boolean;
  /** The kind of grading periods of niveaux that say none; unfinished if it is not given. */
  readonly periodicite?: string;
}

/** The values that have an outcome. */
export function withOutcome(
  judged: readonly Judged[],
  ...outcomes: readonly Judged["outcome"][]
): readonly Judged[] {
  return judged.filter(({ outcome }) => outcomes.includes(outcome));
}
