import type { Message } from "../base/message.ts";
import type { Severity } from "../rules/api/rule.ts";

/** Bytes from outside with the name that messages call them by: a file, or an entry of a zip. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Whether nobody named it: it lies in a folder or a zip, and is passed over if it is no export. */
  readonly isFound?: boolean;
}

/** A place in a source. Line (or row) and column are counted from 1. */
export interface SourcePlace {
  readonly source: string;
  readonly line: number;
  readonly column: number;
}

/** What there is to say about a source, or about what several sources say. An error stops a write. */
export interface SourceFinding {
  /** Its name for programs, in kebab-case. */
  readonly id: string;
  readonly severity: Severity;
  readonly message: Message;
  /** The source that it is about, if it is about one. */
  readonly source?: string;
  readonly place?: SourcePlace;
}

/** Ends the reading of a source: it cannot be read, or must not be. */
export class SourceError extends Error {
  readonly finding: SourceFinding;

  constructor(id: string, source: string, reason: Message, place?: SourcePlace) {
    super(reason.text);
    this.finding = { id, severity: "error", message: reason, source, ...(place && { place }) };
  }
}

/** The largest source, in bytes: nine times the largest export that is known of. */
export const MAX_SOURCE_BYTES = 64 * 2 ** 20;

/** Stands between the names of a zip and of an entry. */
export const WITHIN = " › ";

/** The last segment of a source's name: without folders, and without the zip that it lies in. */
export function fileNameOf(name: string): string {
  return name.split(/[\\/]| › /).at(-1) ?? name;
}
