import { commands, type Disposable, EventEmitter } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  CHECKLIST,
  CHECKLIST_CHANGED,
  type EstablishmentChecklist,
  REFRESH,
} from "../../server/src/features/protocol.ts";

/** The checklist as the server last sent it; refreshed when it changes. */
export class Checklist implements Disposable {
  establishments: readonly EstablishmentChecklist[] = [];

  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<void>();
  readonly #listeners: readonly Disposable[];
  #isRequesting = false;
  #isStale = false;
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

  /** Lets the server read all files again, whatever watchers have told, and then requests the checklist. */
  async reload(): Promise<void> {
    if (this.#client.isRunning()) await this.#client.sendRequest(REFRESH);
    await this.refresh();
  }

  /** Requests the checklist again. Calls during a request result in one more request after it. */
  async refresh(): Promise<void> {
    this.#isStale = true;
    if (this.#isRequesting) return;

    this.#isRequesting = true;
    while (this.#isStale && this.#client.isRunning()) {
      this.#isStale = false;
      const answer = await this.#request();
      if (!answer) continue;
      this.establishments = answer;
      // Until then the tree is empty because nothing is known yet, so the welcome view is hidden.
      void commands.executeCommand("setContext", "rentree.ready", true);
      this.#changed.fire();
    }
    this.#isRequesting = false;
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }

  async #request(): Promise<readonly EstablishmentChecklist[] | undefined> {
    try {
      return await this.#client.sendRequest<readonly EstablishmentChecklist[]>(CHECKLIST);
    } catch (error) {
      this.#client.outputChannel.warn(`${CHECKLIST}: ${error}`);
      return undefined;
    }
  }
}
