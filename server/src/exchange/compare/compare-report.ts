import type { Node } from "../../syntax/tree.ts";
import type { SourceFinding } from "../source.ts";
import type { ListComparison } from "./comparison.ts";
import type { StepProof } from "./proof.ts";

/** A list that was compared, with what it proves. */
export interface ComparedList {
  readonly comparison: ListComparison;
  /** The day of the list, as YYYY-MM-DD. */
  readonly day: string;
  readonly proofs: readonly StepProof[];
  /** The steps whose proof was written. */
  readonly written: readonly string[];
  /** Whether what was taken for the same is written under `correspondances` now. */
  readonly isSaved?: boolean;
}

/** What `rentree compare` found. */
export interface CompareReport {
  /** The name of the establishment, and its folder from the working folder. */
  readonly name: string;
  readonly folder: string;
  readonly lists: readonly ComparedList[];
  /** Why other lists could not be compared. */
  readonly refused: readonly SourceFinding[];
  /** Where a value is written: path and line, from 1. */
  readonly placeOf: (node: Node) => { readonly file: string; readonly line: number } | undefined;
}
