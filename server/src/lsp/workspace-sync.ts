import type { DidChangeConfigurationParams } from "vscode-languageserver";
import { message } from "../base/message.ts";
import type { ClientSupport } from "../features/client-support.ts";
import type { Configuration } from "./configuration.ts";
import { foldersAfter, foldersOf } from "./folders.ts";
import type { Session } from "./handshake.ts";
import { registrationsFor } from "./registrations.ts";
import type { WorkspaceLoader } from "./workspace-loader.ts";

/** The parts that `WorkspaceSync` updates. */
interface WorkspaceSyncHost {
  readonly loader: WorkspaceLoader;
  readonly configuration: Configuration;
  readonly client: ClientSupport;
  /** Starts to publish diagnostics. */
  readonly publish: () => void;
  /** Called when the settings are known, and, then with true, when they are others than before. */
  readonly configured: (isLater: boolean) => void;
  /** Called when the client may be sent requests. */
  readonly initialized: () => void;
}

/** Keeps the server in sync with the client's folders and settings. */
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

  /** Starts to read the folders, and to handle notifications about folders and settings. */
  listen(): void {
    const { connection, faults } = this.#session;
    this.#host.loader.setFolders(this.#folders);
    connection.onInitialized(faults.handled(message("Starting"), () => this.#initialized()));
    connection.onDidChangeConfiguration(
      // Some clients say only that something changed, with nothing in it.
      faults.handled(
        message("Taking the settings"),
        (params: DidChangeConfigurationParams | null | undefined) =>
          this.#configure((params?.settings as { rentree?: unknown } | null | undefined)?.rentree),
      ),
    );
    if (this.#host.client.folderChanges)
      connection.workspace.onDidChangeWorkspaceFolders(
        faults.handled(message("Changing the folders"), (event: unknown) => {
          this.#folders = foldersAfter(this.#folders, event);
          this.#host.loader.setFolders(this.#folders);
        }),
      );
  }

  async #initialized(): Promise<void> {
    const { connection, faults } = this.#session;
    const { client } = this.#host;
    this.#host.initialized();
    const registrations = registrationsFor(client);
    if (registrations.length > 0) {
      const send = () => connection.sendRequest("client/registerCapability", { registrations });
      faults.sending("registration", send);
    }
    if (this.#host.configuration.canPull) await this.#configure();
    else {
      this.#host.configuration.tellProblems();
      this.#host.configured(false);
    }
    this.#isReady = true;
    this.changed();
  }

  #configure(sent?: unknown): Promise<void> {
    const { configuration, configured } = this.#host;
    return configuration.update(sent, () => {
      configured(this.#isReady);
      this.changed();
    });
  }
}
