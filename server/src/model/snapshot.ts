import type { File } from "../syntax/file.ts";
import type { Span } from "../syntax/tree.ts";

/** One establishment at one moment: its own files, and those that lie underneath. Immutable. */
export interface Snapshot {
  /** The URI of its folder; for a file that belongs to none, of that file. */
  readonly folder: string;
  /** In the order of their paths; the marker is among them. */
  readonly members: readonly File[];
  /** From the topmost to the lowest. */
  readonly bases: readonly File[];
  /** False for a file that belongs to no establishment: only its shape is checked. */
  readonly establishment: boolean;
  /** The same object for the same establishment from one moment to the next: what may be taken over is kept by it. */
  readonly lineage: object;
  /** The day on which it is looked at, as YYYY-MM-DD. */
  readonly today: string;
}

/** The file of a snapshot in which a text stands. */
export function fileOf(snapshot: Snapshot, { block }: Span): File | undefined {
  const has = (file: File) => file.uri === block.uri;
  return snapshot.members.find(has) ?? snapshot.bases.find(has);
}

/** Whether a text stands in the establishment's own files. */
export function isOwn(snapshot: Snapshot, { block }: Span): boolean {
  return snapshot.members.some((file) => file.uri === block.uri);
}

/** What there is to know of a file that takes part in nothing: itself. */
export function aloneWith(file: File, today: string): Snapshot {
  return { folder: file.uri, members: [file], bases: [], establishment: false, today, lineage: {} };
}
