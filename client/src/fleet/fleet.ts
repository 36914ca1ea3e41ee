import { commands, Disposable, EventEmitter } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { FLEET, FLEET_CHANGED, type Fleet } from "../../../server/src/features/fleet-protocol.ts";
import type { Checklist } from "../checklist.ts";

/** How long changes are gathered before the fleet is asked for again, in milliseconds. */
const GATHERED = 500;

const NOTHING: Fleet = { establishments: [], findings: [], steps: [] };

/** All establishments as the server last described them. It is asked again after changes, as long as somebody looks. */
export class FleetState implements Disposable {
  current = NOTHING;

  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<void>();
  readonly #listeners: Disposable;
  readonly onDidChange = this.#changed.event;
  #isWatched = false;
  #isStale = true;
  #isRequesting = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: BaseLanguageClient, checklist: Checklist) {
    this.#client = client;
    this.#listeners = Disposable.from(
      checklist.onDidChange(() => {
        // A restarted server knows of no request before. A view for one establishment would only repeat the checklist.
        void commands.executeCommand("setContext", "rentree.several", checklist.establishments.length > 1);
        this.#stale();
      }),
      client.onNotification(FLEET_CHANGED, () => this.#stale()),
    );
  }

  /** To be told whether somebody looks at it. */
  watched(isWatched: boolean): void {
    this.#isWatched = isWatched;
    if (isWatched && this.#isStale) this.#soon();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
    this.#changed.dispose();
  }

  #stale(): void {
    this.#isStale = true;
    if (this.#isWatched) this.#soon();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#request(), GATHERED);
  }

  /** Requests it, and again if it became stale meanwhile: of two answers at once, the older one could come last. */
  async #request(): Promise<void> {
    if (this.#isRequesting) return;
    this.#isRequesting = true;
    try {
      while (this.#isStale && this.#isWatched && this.#client.isRunning()) {
        this.#isStale = false;
        this.current = (await this.#client.sendRequest<Fleet | null>(FLEET)) ?? NOTHING;
        this.#changed.fire();
      }
    } catch (error) {
      this.#isStale = true;
      this.#client.outputChannel.warn(`${FLEET}: ${error}`);
    } finally {
      this.#isRequesting = false;
    }
  }
}
