import type { Analysis } from "../analysis/analysis.ts";
import { localizerFor } from "../base/localize.ts";
import { memo } from "../base/memo.ts";
import type { ClientSupport } from "../features/client-support.ts";
import type { Context, SharedContext } from "../features/context.ts";
import { aloneWith } from "../model/snapshot.ts";
import { Workspace } from "../model/workspace.ts";
import type { Finding } from "../rules/api/rule.ts";
import type { File } from "../syntax/file.ts";
import type { Configuration } from "./configuration.ts";
import type { DocumentStore } from "./document-store.ts";
import type { DocumentSync } from "./document-sync.ts";

/** The parts of the server that contexts are built from. */
interface ContextSources {
  readonly analysis: Analysis;
  readonly store: DocumentStore;
  readonly documents: DocumentSync;
  readonly configuration: Configuration;
  readonly client: ClientSupport;
  /** The findings of a workspace by canonical URI, for a request about a file. */
  readonly findingsIn: (workspace: Workspace, file: File) => ReturnType<Context["findingsIn"]>;
  /** The findings of an open document that is not part of the workspace, by its canonical URI. */
  readonly aloneFindings: (uri: string) => readonly Finding[];
}

/** Builds the contexts of requests from the current state of the server. No other code builds them. */
export class Contexts {
  readonly #sources: ContextSources;

  constructor(sources: ContextSources) {
    this.#sources = sources;
  }

  /** The context of a request that is not about one file. */
  shared(): SharedContext {
    const { analysis, store, documents, configuration, client } = this.#sources;
    const { language } = configuration;
    return {
      analysis,
      workspace: store.workspace,
      language,
      localize: localizerFor(language),
      uri: (canonical) => store.names.name(canonical),
      client,
      shown: configuration.shown,
      version: (canonical) => documents.version(canonical),
    };
  }

  /**
   * The context of a request about a file, by the client's URI; `undefined` if the server does not have it. An open
   * document that is not part of the workspace is one of its own.
   */
  of(uri: string): Context | undefined {
    const shared = this.shared();
    const key = this.#sources.store.names.keyOf(uri);
    const file = shared.workspace.files.get(key);
    if (!file) return this.#aloneWith(shared, key);
    return {
      ...shared,
      file,
      snapshot: shared.workspace.of(key)[0] ?? aloneWith(file, shared.workspace.today),
      findingsIn: (at) => this.#sources.findingsIn(at, file),
    };
  }

  #aloneWith(shared: SharedContext, key: string): Context | undefined {
    const file = this.#sources.store.alone(key);
    return (
      file && {
        ...shared,
        workspace: workspaceOf(file),
        file,
        snapshot: aloneWith(file, shared.workspace.today),
        findingsIn: () => new Map([[key, this.#sources.aloneFindings(key)]]),
      }
    );
  }
}

/** A workspace of one file. */
const workspaceOf = memo((file: File) => Workspace.empty([], "").with([[file.uri, file]]));
