import type { Location, Position } from "vscode-languageserver-types";
import type { Analysis } from "../analysis/analysis.ts";
import type { Language, Localize } from "../base/message.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Finding } from "../rules/api/rule.ts";
import { type File, rangeOf } from "../syntax/file.ts";
import type { Span } from "../syntax/tree.ts";
import type { ClientSupport } from "./client-support.ts";

/** What a feature is asked about: everything at one moment, and the file in question. */
export interface Context {
  /** The engine that found what is found. */
  readonly analysis: Analysis;
  readonly workspace: Workspace;
  /** The establishment of the file; for a base, the first that stands on it. */
  readonly snapshot: Snapshot;
  readonly file: File;
  readonly language: Language;
  /** Puts a message into the user's language. */
  readonly localize: Localize;
  /** The URI by which the client knows a file. */
  readonly uri: (canonical: string) => string;
  /** What the client can show and apply. */
  readonly client: ClientSupport;
  /** What is found, by file, with the severities that the user set. */
  readonly found: (workspace: Workspace) => ReadonlyMap<string, readonly Finding[]>;
  /** The version of a document that is open in the client, by its canonical URI. */
  readonly version: (canonical: string) => number | null;
}

/** What every feature is told, whatever file it is asked about. */
export type SharedContext = Omit<Context, "file" | "snapshot" | "found">;

/** Why a request cannot be met, in the user's words: the client shows it. */
export class Refusal extends Error {}

/** Parameters of the requests about a place. */
export interface AtPosition {
  readonly position: Position;
}

/** Where a span of any file of the workspace stands. */
export function locationOf(
  { workspace, uri }: Pick<Context, "workspace" | "uri">,
  span: Span,
): Location | undefined {
  const file = workspace.files.get(span.block.uri);
  return file && { uri: uri(file.uri), range: rangeOf(file, span) };
}
