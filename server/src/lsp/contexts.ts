import type { Analysis } from "../analysis/analysis.ts";
import { localizerFor } from "../base/localize.ts";
import { canonicalUri } from "../base/uri.ts";
import type { ClientSupport } from "../features/client-support.ts";
import type { Context, SharedContext } from "../features/context.ts";
import { aloneWith } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";
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
      uri: (canonical) => store.name(canonical),
      client,
      version: (canonical) => documents.version(canonical),
    };
  }

  /** The context of a request about a file, by the client's URI; `undefined` if the workspace does not have it. */
  of(uri: string): Context | undefined {
    const shared = this.shared();
    const { workspace } = shared;
    const file = workspace.files.get(canonicalUri(uri));
    if (!file) return undefined;
    return {
      ...shared,
      file,
      snapshot: workspace.of(file.uri)[0] ?? aloneWith(file, workspace.today),
      findingsIn: (at) => this.#sources.findingsIn(at, file),
    };
  }
}
