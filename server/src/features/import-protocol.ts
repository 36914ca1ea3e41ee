import type { ChecklistPlace } from "./protocol.ts";

/** The messages by which exports of other programs are imported. Only names and types: the client imports this file. */

/**
 * Client → server request: reads exports, and tells what importing them would do. Nothing is written, and what was read is
 * forgotten with the answer. The parameters are an `ImportParams`, the result is an `ImportAnswer`.
 */
export const IMPORT = "rentree/import";

/**
 * Client → server request: imports them. The edit comes by `workspace/applyEdit`, for the user to look through where the
 * editor can; the result is an `ImportResult`, what the client says to it, or null if there is nothing to do. What stops an import is a refusal.
 */
export const APPLY_IMPORT = "rentree/applyImport";

/** What the client says to the edit of an import. */
export interface ImportResult {
  readonly applied: boolean;
  readonly failureReason?: string;
  readonly failedChange?: number;
}

/** The largest file that is sent, in bytes; of a larger one, one byte more, so that the server refuses it. */
export const MAX_SENT_BYTES = 64 * 2 ** 20;

/** What is imported, into what, and how. */
export interface ImportParams {
  readonly sources: readonly ImportedSource[];
  /** URI of the folder of the establishment, or of a file of it. */
  readonly establishment?: string;
  /** A new establishment: the URI of the folder in which its own will be, and the path of that below it, with `/`. */
  readonly parent?: string;
  readonly folder?: string;
  /** Whether values that an earlier import wrote are brought up to date. */
  readonly refresh?: boolean;
  /** Whether what no source has any more is removed from imported files. */
  readonly prune?: boolean;
  /** Whether students are counted by class; without it, their file is not opened. */
  readonly counts?: boolean;
}

/** A file that the user chose. What it is, the server finds out from what it holds. */
export interface ImportedSource {
  /** What messages call it. */
  readonly name: string;
  /** Its URI, if it has one. */
  readonly uri?: string;
  /** What it holds, in Base64, where the server cannot read it. */
  readonly bytes?: string;
}

/** The plan of an import; or, where it is not clear into which establishment, those to choose from. */
export interface ImportAnswer {
  readonly planned?: PlannedImport;
  readonly choices?: readonly ImportChoice[];
}

/** An establishment into which the files could be imported. */
export interface ImportChoice {
  readonly name: string;
  /** URI of its folder; of a new one, the path that is proposed for its folder instead. */
  readonly uri?: string;
  readonly folder?: string;
}

/** What an import would do; texts are in the user's language. */
export interface PlannedImport {
  /** The establishment and the files, in a line. */
  readonly title: string;
  /** URI of the folder of the establishment; without one, nothing could be read. */
  readonly establishment?: string;
  /** URI of the first file of a new establishment. */
  readonly marker?: string;
  /** Whether an error stops it. */
  readonly isStopped: boolean;
  /** URIs of the files that it would write. */
  readonly files: readonly string[];
  /** What is new, and what is done with what is there, in lines. */
  readonly lines: readonly string[];
  readonly findings: readonly ImportFinding[];
  /** How many imported values are outdated, and how many things no source has any more. */
  readonly outdated: number;
  readonly gone: number;
  /** Whether a file of students is among the files, which could be counted. */
  readonly isCountable: boolean;
}

/** What was noticed about the files. */
export interface ImportFinding {
  readonly severity: "error" | "warning" | "information" | "hint";
  readonly message: string;
  /** What the message is about; with the place in it, for people. */
  readonly source: string;
  /** The place in a file that an editor can open. */
  readonly place?: ChecklistPlace;
}
