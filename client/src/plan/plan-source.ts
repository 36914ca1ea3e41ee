import { type Disposable, EventEmitter } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  type EstablishmentPlan,
  PLAN,
  PLAN_CHANGED,
  type PlanParams,
} from "../../../server/src/features/plan-protocol.ts";
import type { Checklist } from "../checklist.ts";
import type { ServerState } from "./situation.ts";

/** A plan that was requested, with its establishment: null if there is none. */
export interface ReceivedPlan {
  readonly establishment: string;
  readonly plan: EstablishmentPlan | null;
}

/** Requests the plan of one establishment, and again when it may be another. */
export class PlanSource implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #received = new EventEmitter<ReceivedPlan>();
  readonly #stale = new EventEmitter<void>();
  readonly #listeners: readonly Disposable[];
  #requests: Promise<void> | undefined;
  #wanted: string | undefined;
  /** A plan came. */
  readonly onDidReceive = this.#received.event;
  /** The plan may be another, or the server started or ended. */
  readonly onDidBecomeStale = this.#stale.event;

  constructor(client: BaseLanguageClient, checklist: Checklist) {
    this.#client = client;
    this.#listeners = [
      client.onNotification(PLAN_CHANGED, () => this.#stale.fire()),
      // Establishments come and go, and a restarted server knows of no request before.
      checklist.onDidChange(() => this.#stale.fire()),
      client.onDidChangeState(() => this.#stale.fire()),
    ];
  }

  get server(): ServerState {
    const { state } = this.#client;
    return state === State.Running ? "running" : state === State.Starting ? "starting" : "stopped";
  }

  /**
   * Requests a plan; resolves when it came. Calls during a request result in one more request after it, for the last
   * establishment.
   */
  async request(establishment: string): Promise<void> {
    this.#wanted = establishment;
    this.#requests ??= this.#requestAll().finally(() => {
      this.#requests = undefined;
    });
    await this.#requests;
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#received.dispose();
    this.#stale.dispose();
  }

  async #requestAll(): Promise<void> {
    while (this.#wanted !== undefined && this.server === "running") {
      const establishment = this.#wanted;
      this.#wanted = undefined;
      const plan = await this.#answer(establishment);
      if (plan !== undefined) this.#received.fire({ establishment, plan });
    }
  }

  /** The plan of an establishment; null if there is none, `undefined` if the server does not answer. */
  async #answer(establishment: string): Promise<EstablishmentPlan | null | undefined> {
    const params: PlanParams = { establishment };
    try {
      return await this.#client.sendRequest<EstablishmentPlan | null>(PLAN, params);
    } catch (error) {
      this.#client.outputChannel.warn(`${PLAN}: ${error}`);
      return undefined;
    }
  }
}
