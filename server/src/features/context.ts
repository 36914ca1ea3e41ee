import type { Location, Position } from "vscode-languageserver-types";
import type { Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Language, Message, Words } from "../say.ts";
import { type File, rangeOf } from "../syntax/file.ts";
import type { Span } from "../syntax/tree.ts";

/** What a feature is asked about: everything at one moment, and the file in question. */
export interface Context {
  readonly workspace: Workspace;
  /** The establishment of the file; for a base, the first that stands on it. */
  readonly snapshot: Snapshot;
  readonly file: File;
  readonly language: Language;
  /** Puts a message into the user's language. */
  readonly words: (message: Message | Words) => string;
  /** The URI by which the client knows a file. */
  readonly uri: (canonical: string) => string;
}

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
