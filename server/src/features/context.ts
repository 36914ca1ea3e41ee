import type { Location, Position } from "vscode-languageserver-types";
import type { Analysis } from "../analysis/analysis.ts";
import { withoutPrivateNames } from "../analysis/conceal.ts";
import type { Language, Localize, Message } from "../base/message.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Finding } from "../rules/api/rule.ts";
import { type File, rangeOf } from "../syntax/file.ts";
import type { Span } from "../syntax/tree.ts";
import type { ClientSupport } from "./client-support.ts";

/** The input of a feature: the state of the server at a request, and the file that the request is about. */
export interface Context {
  /** The engine whose caches findings come from. */
  readonly analysis: Analysis;
  readonly workspace: Workspace;
  /** The establishment of the file; for a base, its first heir. */
  readonly snapshot: Snapshot;
  readonly file: File;
  readonly language: Language;
  /** Translates a message to the user's language. */
  readonly localize: Localize;
  /** The client's spelling of a canonical URI. */
  readonly uri: (canonical: string) => string;
  /** The capabilities of the client. */
  readonly client: ClientSupport;
  /** The findings of a workspace by canonical URI, with the user's severities. */
  readonly findingsIn: (workspace: Workspace) => ReadonlyMap<string, readonly Finding[]>;
  /** What the user wants to see between the lines of a text. */
  readonly shown: ShownInText;
  /** The version of an open document, by its canonical URI; null if it is not open. */
  readonly version: (canonical: string) => number | null;
}

/** What the user wants to see in a text beside what is written, by settings. */
export interface ShownInText {
  /** How much inlay hints say; with `minimal`, at most one at a line. */
  readonly inlayHints: "off" | "minimal" | "all";
  /** Whether code lenses are shown. */
  readonly codeLens: boolean;
}

/** The context of a request that is not about one file. */
export type SharedContext = Omit<Context, "file" | "snapshot" | "findingsIn">;

/** An error whose message, in the user's language, tells why a request is refused. The client shows it. */
export class Refusal extends Error {}

/** The refusal for a reason; private names in it are not shown. */
export function refusal({ localize }: Pick<Context, "localize">, reason: Message): Refusal {
  return new Refusal(localize(withoutPrivateNames(reason)));
}

/** The parameters of requests about a position. */
export interface AtPosition {
  readonly position: Position;
}

/** The LSP location of a span; `undefined` if the workspace does not have its file. */
export function locationOf(
  { workspace, uri }: Pick<Context, "workspace" | "uri">,
  span: Span,
): Location | undefined {
  const file = workspace.files.get(span.block.uri);
  return file && { uri: uri(file.uri), range: rangeOf(file, span) };
}
