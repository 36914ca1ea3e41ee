import type { ClientSupport } from "../features/client-support.ts";
import type { Context } from "../features/context.ts";
import { unresolvedNames } from "../features/semantic-tokens.ts";
import type { FoundByFile } from "../features/standings.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Finding } from "../rules/api/rule.ts";
import { type File, rangeOf } from "../syntax/file.ts";
import type { Session } from "./handshake.ts";

/** How the client is asked to ask again; a function for each that it takes. */
export interface RefreshRequests {
  readonly colours?: () => void;
  readonly lenses?: () => void;
  readonly hints?: () => void;
}

/** What the last colours of a document followed from: its text, and the places of names that nothing declares. */
interface Coloured {
  readonly file: File;
  readonly unresolved: string;
}

/** What the last lenses and hints of a document followed from: its text, and its establishments. */
interface Annotated {
  readonly file: File;
  readonly snapshots: readonly Snapshot[];
}

/**
 * Asks the client to ask again for what it shows in a document, when that is another because of something else than the text
 * of this document: after a change of that, a client asks anyway.
 */
export class Refreshes {
  readonly #requests: RefreshRequests;
  // By canonical URI. Of several answers about the same text the first counts: the client may still show it.
  readonly #coloured = new Map<string, Coloured>();
  readonly #annotated = new Map<string, Annotated>();

  constructor(requests: RefreshRequests) {
    this.#requests = requests;
  }

  /** To be called with each answer of semantic tokens. */
  coloured({ file, workspace, findingsIn }: Context): void {
    if (!this.#requests.colours || this.#coloured.get(file.uri)?.file === file) return;
    const findings = findingsIn(workspace).get(file.uri) ?? [];
    this.#coloured.set(file.uri, { file, unresolved: unresolvedIn(file, findings) });
  }

  /** To be called with each answer of lenses or hints. */
  annotated({ file, workspace }: Context): void {
    if (this.#annotated.get(file.uri)?.file === file) return;
    this.#annotated.set(file.uri, { file, snapshots: workspace.of(file.uri) });
  }

  /** To be called when a workspace is checked, with all that was found in it, and which documents are open. */
  checked(workspace: Workspace, found: FoundByFile, isOpen: (uri: string) => boolean): void {
    if (this.#recolour(workspace, found, isOpen)) this.#requests.colours?.();
    if (this.#reannotate(workspace, isOpen)) this.annotations();
  }

  /** Asks the client to ask for lenses and hints again, as the settings are others. */
  annotations(): void {
    this.#requests.lenses?.();
    this.#requests.hints?.();
  }

  #recolour({ files }: Workspace, found: FoundByFile, isOpen: (uri: string) => boolean): boolean {
    let isOther = false;
    for (const [uri, { file, unresolved }] of this.#coloured) {
      if (!isOpen(uri) || files.get(uri) !== file) {
        this.#coloured.delete(uri);
        continue;
      }
      const now = unresolvedIn(file, found.get(uri) ?? []);
      if (now === unresolved) continue;
      isOther = true;
      this.#coloured.set(uri, { file, unresolved: now });
    }
    return isOther;
  }

  #reannotate(workspace: Workspace, isOpen: (uri: string) => boolean): boolean {
    let isOther = false;
    for (const [uri, { file, snapshots }] of this.#annotated) {
      if (!isOpen(uri) || workspace.files.get(uri) !== file) {
        this.#annotated.delete(uri);
        continue;
      }
      const now = workspace.of(uri);
      if (now.length === snapshots.length && now.every((one, index) => one === snapshots[index])) continue;
      isOther = true;
      this.#annotated.set(uri, { file, snapshots: now });
    }
    return isOther;
  }
}

/** The places of names that nothing declares, as JSON. */
function unresolvedIn(file: File, findings: readonly Finding[]): string {
  const places = unresolvedNames(findings).map((name) => rangeOf(file, name).start);
  return JSON.stringify(places.map(({ line, character }) => `${line}:${character}`).sort());
}

/** The requests that a client takes. It may refuse one, or be gone. */
export function refreshRequestsFor(
  { connection, faults }: Session,
  { refreshesTokens, refreshesLenses, refreshesHints }: ClientSupport,
): RefreshRequests {
  const { semanticTokens, inlayHint } = connection.languages;
  return {
    ...(refreshesTokens && { colours: () => faults.sending("colours", () => semanticTokens.refresh()) }),
    ...(refreshesLenses && {
      lenses: () => faults.sending("lenses", () => connection.sendRequest("workspace/codeLens/refresh")),
    }),
    ...(refreshesHints && { hints: () => faults.sending("hints", () => inlayHint.refresh()) }),
  };
}
