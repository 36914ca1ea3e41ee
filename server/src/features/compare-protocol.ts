import type { ListProof } from "./checklist-protocol.ts";
import type { ChecklistPlace } from "./protocol.ts";

/** Messages about comparisons with PRONOTE. Only names and types: the client imports this file. */

/**
 * Client → server request: compares a list of PRONOTE, such as one that was copied, with an establishment. The list is
 * forgotten with the answer. The result is a `CompareAnswer`; a list that cannot be compared is refused with the reason.
 */
export const COMPARE = "rentree/compare";

/**
 * Client → server request: what a fix of a difference changes. The parameters are `CompareFixParams`, the result is a
 * workspace edit, or null if there is nothing to write. Refused with the reason if it cannot be written.
 */
export const COMPARE_FIX = "rentree/compareFix";

/** The parameters of `COMPARE`. */
export interface CompareParams {
  /** A file or the folder of the establishment, by the client's URI. */
  readonly uri?: string;
  readonly text: string;
  /** The day of the list, as YYYY-MM-DD; today if it is not given. */
  readonly day?: string;
  /** What the user says that titles stand for: a column each; an empty text if it is not wanted. */
  readonly titles?: { readonly [title: string]: string };
}

/** What a comparison found, or why there is none; without either, it is not clear which establishment is meant. */
export interface CompareAnswer {
  readonly compared?: ComparedEstablishment;
  readonly refused?: RefusedComparison;
  /** All establishments. */
  readonly choices: readonly { readonly uri: string; readonly name: string }[];
}

/** Why a list was not compared. */
export interface RefusedComparison {
  readonly name: string;
  readonly uri: string;
  readonly reason: string;
  /** What the user can say so that it is. */
  readonly open?: AskedTitles;
}

/** Titles of a list of which the user can say what they are. */
export interface AskedTitles {
  readonly titles: readonly AskedTitle[];
  /** The columns that they may be, with their titles here. */
  readonly columns: readonly { readonly name: string; readonly title: string }[];
}

/** A title that nobody knows, and the path at which an answer is kept. */
export interface AskedTitle {
  readonly title: string;
  readonly path: readonly string[];
}

/** A list, compared with an establishment; texts are in the user's language. */
export interface ComparedEstablishment {
  readonly name: string;
  readonly uri: string;
  readonly title: string;
  /** How many differences there are, and how much agrees. */
  readonly summary: string;
  readonly differences: readonly ListedDifference[];
  /** What is written otherwise in the list, and taken for the same. */
  readonly alike: readonly ListedDifference[];
  /** What was compared, and what the list cannot show. */
  readonly foot: readonly string[];
  /** Titles that nobody knows. */
  readonly open?: AskedTitles;
  /** All of it as Markdown. */
  readonly report: string;
  /** The steps that the list proves, with what `COMMAND_TICK` writes. */
  readonly proofs: readonly { readonly slug: string; readonly title: string; readonly preuve: ListProof }[];
}

/** A difference, with a place where something about it is written. */
export interface ListedDifference {
  readonly sign: string;
  readonly message: string;
  readonly place: ChecklistPlace;
  readonly fixes: readonly DifferenceFix[];
}

/** A way to settle a difference. */
export interface DifferenceFix {
  readonly title: string;
  readonly change: DifferenceChange;
  /** Whether the user has to say why: the reason is the value that is written. */
  readonly asksReason?: boolean;
}

/** What settles a difference: a value that is written, or steps to do again. */
export interface DifferenceChange {
  /** Keys from the top of the configuration. */
  readonly path?: readonly string[];
  /** The value as YAML on one line; empty if what is there is to go. */
  readonly text?: string;
  /** The steps to reopen. */
  readonly reopens?: readonly string[];
}

/** The parameters of `COMPARE_FIX`. */
export interface CompareFixParams {
  /** The folder of the establishment, by the client's URI. */
  readonly establishment: string;
  readonly change: DifferenceChange;
  /** Why, if the fix asks for it. */
  readonly reason?: string;
}
