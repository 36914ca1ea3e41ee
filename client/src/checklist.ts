import { commands, type Disposable, EventEmitter } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  CHECKLIST,
  CHECKLIST_CHANGED,
  type EstablishmentChecklist,
} from "../../server/src/features/protocol.ts";

/** The server's last answer about the rollout; whoever shows it reads it here. */
export class Checklist implements Disposable {
  establishments: readonly EstablishmentChecklist[] = [];

  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<void>();
  readonly #listeners: readonly Disposable[];
  #asking = false;
  #stale = false;
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#listeners = [
      client.onNotification(CHECKLIST_CHANGED, () => this.refresh()),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) void this.refresh();
      }),
    ];
  }

  /** Asks again; of many wishes while a question is under way, one is granted. */
  async refresh(): Promise<void> {
    this.#stale = true;
    if (this.#asking) return;

    this.#asking = true;
    while (this.#stale && this.#client.isRunning()) {
      this.#stale = false;
      const answer = await this.#ask();
      if (!answer) continue;
      this.establishments = answer;
      // Until then an empty tree means nothing, and nobody shall be told that there is no establishment.
      void commands.executeCommand("setContext", "rentree.ready", true);
      this.#changed.fire();
    }
    this.#asking = false;
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }

  async #ask(): Promise<readonly EstablishmentChecklist[] | undefined> {
    try {
      return await this.#client.sendRequest<readonly EstablishmentChecklist[]>(CHECKLIST);
    } catch (fault) {
      this.#client.outputChannel.warn(`${CHECKLIST}: ${fault}`);
      return undefined;
    }
  }
}
