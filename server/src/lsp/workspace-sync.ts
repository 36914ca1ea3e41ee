import type { Configuration } from "./configuration.ts";
import type { DocumentStore } from "./document-store.ts";
import { foldersAfter, foldersOf } from "./folders.ts";
import type { Session } from "./handshake.ts";
import { registrationsFor } from "./registrations.ts";

/** The parts that `WorkspaceSync` updates. */
interface WorkspaceSyncHost {
  readonly store: DocumentStore;
  readonly configuration: Configuration;
  /** Starts to publish diagnostics. */
  readonly publish: () => void;
}

/** Keeps the server in sync with the client's folders and settings, from `initialized` on. */
export class WorkspaceSync {
  readonly #session: Session;
  readonly #host: WorkspaceSyncHost;
  #folders: readonly string[];
  /** Whether the settings are known: diagnostics published before might have to be repeated in another language. */
  #isReady: boolean;

  constructor(session: Session, host: WorkspaceSyncHost) {
    this.#session = session;
    this.#host = host;
    this.#folders = foldersOf(session.params);
    this.#isReady = !host.configuration.canPull;
  }

  /** To be called at each change: diagnostics are published once the settings are known. */
  changed(): void {
    if (this.#isReady) this.#host.publish();
  }

  /** Starts to handle notifications about folders and settings. */
  listen(): void {
    const { connection, faults } = this.#session;
    connection.onInitialized(faults.handled("initialized", () => this.#initialized()));
    connection.onDidChangeConfiguration(
      faults.handled("configuration", ({ settings }) =>
        this.#configure((settings as { rentree?: unknown } | null)?.rentree),
      ),
    );
  }

  async #initialized(): Promise<void> {
    const { connection, params, faults } = this.#session;
    const registrations = registrationsFor(params.capabilities);
    if (registrations.length > 0) {
      const registered = connection.sendRequest("client/registerCapability", { registrations });
      registered.catch(faults.logged("registration"));
    }
    if (params.capabilities.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(
        faults.handled("folders", async (event: unknown) => {
          this.#folders = foldersAfter(this.#folders, event);
          await this.#load();
          this.changed();
        }),
      );
    // The rejection is handled here: until `loading` is awaited below, it would be unhandled.
    const loading = this.#load().catch(faults.logged("folders"));
    if (this.#host.configuration.canPull) await this.#configure().catch(faults.logged("configuration"));
    this.#isReady = true;
    this.changed();
    await loading;
    this.changed();
  }

  #load(): Promise<void> {
    return this.#host.store.load(this.#folders, () => this.changed());
  }

  async #configure(sent?: unknown): Promise<void> {
    await this.#host.configuration.update(sent);
    this.changed();
  }
}
