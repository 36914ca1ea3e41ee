import type { File } from "../syntax/file.ts";
import type { Span } from "../syntax/tree.ts";

/** One establishment at one revision: its own files, and the bases below them. Immutable. */
export interface Snapshot {
  /** The URI of its folder; for a file that belongs to no establishment, that of the file. */
  readonly folder: string;
  /** In the order of their paths, with the marker. */
  readonly members: readonly File[];
  /** From the topmost to the lowest. */
  readonly bases: readonly File[];
  /** False for a file that belongs to no establishment; of such a file only the shape is checked. */
  readonly establishment: boolean;
  /** The same object for all snapshots of an establishment; caches are kept by it. */
  readonly lineage: object;
  /** The current day, as YYYY-MM-DD. */
  readonly today: string;
}

/** The file of a snapshot that contains a span; `undefined` if none does. */
export function fileOf(snapshot: Snapshot, { block }: Span): File | undefined {
  const has = (file: File) => file.uri === block.uri;
  return snapshot.members.find(has) ?? snapshot.bases.find(has);
}

/** Whether a span is in the establishment's own files. */
export function isOwn(snapshot: Snapshot, { block }: Span): boolean {
  return snapshot.members.some((file) => file.uri === block.uri);
}

/** A snapshot of a single file that belongs to no establishment. */
export function aloneWith(file: File, today: string): Snapshot {
  return { folder: file.uri, members: [file], bases: [], establishment: false, today, lineage: {} };
}
