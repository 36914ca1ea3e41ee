import type { ImportPlan } from "../../exchange/import-plan.ts";
import type { SourceKind } from "../../exchange/records.ts";

/** What `rentree import` found and would write, or has written. */
export interface ImportReport {
  readonly plan: ImportPlan;
  /** The sources that were read. */
  readonly sources: readonly { readonly name: string; readonly kind: SourceKind }[];
  /** The path of a URI, from the working folder. */
  readonly path: (uri: string) => string;
  /** Whether an error stops it: then nothing is written. */
  readonly isStopped: boolean;
  /** Whether the files were written, all of them. */
  readonly isWritten: boolean;
  /** How many files could not be written. */
  readonly failed: number;
}
