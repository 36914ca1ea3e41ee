import { commands, type Disposable, EventEmitter } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  CHECKLIST_TOTALS,
  type ChecklistParams,
  type EstablishmentTotals,
} from "../../server/src/features/checklist-protocol.ts";
import {
  CHECKLIST,
  CHECKLIST_CHANGED,
  type EstablishmentChecklist,
  REFRESH,
} from "../../server/src/features/protocol.ts";
import { withLoadedMeanwhile } from "./loaded-meanwhile.ts";

/** An establishment with its totals. Its phases are empty until it is loaded: hundreds would be too much at once. */
export interface ShownEstablishment extends EstablishmentTotals, Omit<EstablishmentChecklist, "revision"> {
  readonly isLoaded: boolean;
}

/** What is another than before. */
export interface ChecklistChange {
  /** Whether there are other establishments, or in another order. */
  readonly isOtherList: boolean;
  /** The establishments that changed, by URI. */
  readonly changed: readonly string[];
}

/** So few establishments are shown unfolded, and are loaded at once. */
export const FEW = 3;

/** The checklist as the server last sent it; refreshed when it changes. */
export class Checklist implements Disposable {
  establishments: readonly ShownEstablishment[] = [];

  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<ChecklistChange>();
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

  /** Lets the server read all files again, whatever watchers have told, and then requests the checklist. Rejects if it cannot. */
  async reload(): Promise<void> {
    await this.#client.sendRequest(REFRESH);
    await this.refresh();
  }

  /** Requests the totals again, and the establishments that are loaded and changed. Calls during a request result in one more request after it. */
  async refresh(): Promise<void> {
    this.#isStale = true;
    if (this.#isRequesting) return;

    this.#isRequesting = true;
    while (this.#isStale && this.#client.isRunning()) {
      this.#isStale = false;
      const totals = await this.#request<readonly EstablishmentTotals[]>(CHECKLIST_TOTALS);
      if (!totals) continue;
      const isFew = totals.length <= FEW;
      const asked = await Promise.all(totals.map((one) => this.#listed(one, isFew)));
      const { establishments, isOutdated } = withLoadedMeanwhile(asked, this.establishments);
      if (isOutdated) this.#isStale = true;
      const change = changeBetween(this.establishments, establishments);
      this.establishments = establishments;
      // Until then the tree is empty because nothing is known yet, so the welcome view is hidden.
      void commands.executeCommand("setContext", "rentree.ready", true);
      this.#changed.fire(change);
    }
    this.#isRequesting = false;
  }

  /** An establishment with its phases; `undefined` if there is none of this URI. */
  async load(uri: string): Promise<ShownEstablishment | undefined> {
    const known = this.establishments.find((one) => one.uri === uri);
    if (!known || known.isLoaded) return known;
    const [answer] = (await this.#requestOne(uri)) ?? [];
    const now = this.establishments.find((one) => one.uri === uri);
    if (!answer || !now) return now;
    const loaded: ShownEstablishment = { ...now, ...answer, isLoaded: true };
    // Others may have been loaded meanwhile.
    this.establishments = this.establishments.map((one) => (one.uri === uri ? loaded : one));
    return loaded;
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }

  async #listed(totals: EstablishmentTotals, isWanted: boolean): Promise<ShownEstablishment> {
    const known = this.establishments.find((one) => one.uri === totals.uri);
    if (known?.isLoaded && known.revision === totals.revision) return { ...known, ...totals };
    const [answer] = known?.isLoaded || isWanted ? ((await this.#requestOne(totals.uri)) ?? []) : [];
    return answer ? { ...totals, ...answer, isLoaded: true } : { ...totals, phases: [], isLoaded: false };
  }

  #requestOne(establishment: string): Promise<readonly EstablishmentChecklist[] | undefined> {
    return this.#request(CHECKLIST, { establishment } satisfies ChecklistParams);
  }

  async #request<T>(method: string, params?: unknown): Promise<T | undefined> {
    try {
      return await (params === undefined
        ? this.#client.sendRequest<T>(method)
        : this.#client.sendRequest<T>(method, params));
    } catch (error) {
      this.#client.outputChannel.warn(`${method}: ${error}`);
      return undefined;
    }
  }
}

function changeBetween(
  before: readonly ShownEstablishment[],
  after: readonly ShownEstablishment[],
): ChecklistChange {
  const isOtherList =
    before.length !== after.length || after.some(({ uri }, index) => uri !== before[index]?.uri);
  const changed = after.filter(
    ({ revision, uri }) => before.find((one) => one.uri === uri)?.revision !== revision,
  );
  return { isOtherList, changed: changed.map(({ uri }) => uri) };
}
