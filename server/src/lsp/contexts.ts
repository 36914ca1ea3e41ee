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

/** The parts of the server from which contexts are made. */
interface ContextSources {
  readonly analysis: Analysis;
  readonly store: DocumentStore;
  readonly documents: DocumentSync;
  readonly configuration: Configuration;
  readonly client: ClientSupport;
  /** What is found at a moment, for a request about a file. */
  readonly found: (workspace: Workspace, file: File) => ReturnType<Context["found"]>;
}

/** Makes what features are told of the moment at which they are asked. The one place in which that is done. */
export class Contexts {
  readonly #sources: ContextSources;

  constructor(sources: ContextSources) {
    this.#sources = sources;
  }

  /** What every feature is told, whatever file it is asked about. */
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

  /** The context of a file, by the client's URI; `undefined` if it is none of ours. */
  of(uri: string): Context | undefined {
    const shared = this.shared();
    const { workspace } = shared;
    const file = workspace.files.get(canonicalUri(uri));
    if (!file) return undefined;
    return {
      ...shared,
      file,
      snapshot: workspace.of(file.uri)[0] ?? aloneWith(file, workspace.today),
      found: (one) => this.#sources.found(one, file),
    };
  }
}
