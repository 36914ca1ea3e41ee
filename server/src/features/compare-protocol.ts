import type { ListProof } from "./checklist-protocol.ts";
import type { ChecklistPlace } from "./protocol.ts";

/**
 * Client → server request: compares a list of PRONOTE, such as one that was copied, with an establishment. The list is
 * forgotten with the answer. The result is a `CompareAnswer`; a list that cannot be compared is refused with the reason.
 */
export const COMPARE = "rentree/compare";

/** The parameters of `COMPARE`. */
export interface CompareParams {
  /** A file or the folder of the establishment, by the client's URI. */
  readonly uri?: string;
  readonly text: string;
  /** The day of the list, as YYYY-MM-DD; today if it is not given. */
  readonly day?: string;
}

/** What a comparison found; or, where it is not clear with which establishment, all of them to choose from. */
export interface CompareAnswer {
  readonly compared?: ComparedEstablishment;
  readonly choices?: readonly { readonly uri: string; readonly name: string }[];
}

/** A list, compared with an establishment; texts are in the user's language. */
export interface ComparedEstablishment {
  readonly name: string;
  readonly uri: string;
  readonly title: string;
  readonly differences: readonly ListedDifference[];
  /** What is written otherwise in the list, and taken for the same. */
  readonly alike: readonly string[];
  /** What was compared, and what the list cannot show. */
  readonly foot: readonly string[];
  /** The steps that the list proves, with what `COMMAND_TICK` writes. */
  readonly proofs: readonly { readonly slug: string; readonly title: string; readonly preuve: ListProof }[];
}

/** A difference, with a place where something about it is written. */
export interface ListedDifference {
  readonly sign: string;
  readonly message: string;
  readonly place: ChecklistPlace;
}
