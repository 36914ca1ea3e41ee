import { Disposable, env, l10n, type Uri, ViewColumn, type WebviewPanel, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Checklist } from "../checklist.ts";
import { wordsOf } from "../item-look.ts";
import { isPlanAction } from "./action.ts";
import type { PlanMessage } from "./message.ts";
import { planPageOf } from "./page-of.ts";
import { PlanActions } from "./plan-actions.ts";
import { planHtml, planResources } from "./plan-html.ts";
import { PlanSource, type ReceivedPlan } from "./plan-source.ts";
import { PlanSession } from "./session.ts";
import { isPlanSpot, type PlanSpot } from "./spot.ts";

/** The type of the panel, for VS Code to restore it. */
const PANEL = "rentree.plan";

/**
 * The view to work from beside PRONOTE: what is left to enter for an establishment, one step at a time. It is a panel in
 * the editor area, since that can be moved to a window of its own, and made as narrow as the screen demands.
 */
export class PlanView implements Disposable {
  readonly #checklist: Checklist;
  readonly #extension: Uri;
  readonly #source: PlanSource;
  readonly #actions: PlanActions;
  readonly #listeners: Disposable;
  #panel: WebviewPanel | undefined;
  #session: PlanSession | undefined;
  /** The name that the establishment had when it was last known. */
  #name = "";

  constructor(client: BaseLanguageClient, checklist: Checklist, extension: Uri) {
    this.#checklist = checklist;
    this.#extension = extension;
    this.#source = new PlanSource(client, checklist);
    this.#actions = new PlanActions(client, checklist, {
      session: () => this.#session,
      render: () => this.#render(),
      say: (text) => this.#post({ type: "say", text }),
      open: (spot) => this.open(spot),
      refreshed: async () => this.#request(),
      column: () => this.#panel?.viewColumn,
    });
    this.#listeners = Disposable.from(
      this.#source,
      this.#source.onDidReceive((received) => this.#receive(received)),
      this.#source.onDidBecomeStale(() => {
        this.#render();
        void this.#request();
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("rentree.language")) this.#render();
      }),
      // A panel that stood there when the window was closed or loaded anew.
      window.registerWebviewPanelSerializer(PANEL, {
        deserializeWebviewPanel: async (panel, kept: unknown) => {
          if (this.#panel || !isPlanSpot(kept)) panel.dispose();
          else this.#use(panel, kept);
        },
      }),
    );
  }

  /** Where the person stands; `undefined` while no plan was opened. */
  get spot(): PlanSpot | undefined {
    return this.#panel && this.#session?.spot;
  }

  /** Shows an establishment at a step; without one where the person stands in it, else at the first step. */
  open({ establishment, slug }: Pick<PlanSpot, "establishment" | "slug">): void {
    const panel = this.#panel ?? this.#create();
    const isSame = this.#session?.spot.establishment === establishment;
    if (!isSame)
      this.#session = new PlanSession({ establishment, later: [], ...(slug === undefined ? {} : { slug }) });
    else if (slug !== undefined) this.#session?.go(slug);
    panel.reveal(undefined, false);
    this.#render();
    void this.#request();
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#panel?.dispose();
  }

  #create(): WebviewPanel {
    const panel = window.createWebviewPanel(PANEL, l10n.t("Plan"), ViewColumn.Beside);
    this.#use(panel, this.#session?.spot);
    return panel;
  }

  #use(panel: WebviewPanel, spot: PlanSpot | undefined): void {
    this.#panel = panel;
    this.#session = spot && new PlanSession(spot);
    const listeners = Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => {
        if (!isPlanAction(message)) return;
        if (message.type === "ready") void this.#request();
        void this.#actions.do(message);
      }),
      panel.onDidChangeViewState(() => void this.#request()),
    );
    panel.onDidDispose(() => {
      listeners.dispose();
      this.#panel = undefined;
    });
    panel.webview.options = { enableScripts: true, localResourceRoots: [planResources(this.#extension)] };
    panel.webview.html = planHtml(panel.webview, this.#extension, env.language);
  }

  /** Requests the plan, if somebody sees it. */
  async #request(): Promise<void> {
    if (!this.#panel?.visible || !this.#session) return;
    const { establishment } = this.#session.spot;
    await this.#source.request(establishment);
    if ((await this.#checklist.load(establishment))?.isLoaded) this.#render();
  }

  #receive({ establishment, plan }: ReceivedPlan): void {
    const session = this.#session;
    if (session?.spot.establishment !== establishment) return;
    const ticked = session.update(plan);
    this.#render();
    if (ticked) this.#post({ type: "say", text: l10n.t("Ticked: {0}", ticked.title) });
  }

  #render(): void {
    const session = this.#session;
    if (!this.#panel || !session) return;
    const { establishments } = this.#checklist;
    const { spot, sequence, plan, ticked } = session;
    const known = establishments.find(({ uri }) => uri === spot.establishment);
    const checklist = known?.isLoaded ? known : undefined;
    this.#name = plan?.name ?? known?.name ?? this.#name;
    const situation = {
      ...{ spot, sequence, plan, checklist, name: this.#name, schools: establishments.length },
      server: this.#source.server,
      ...(ticked ? { ticked } : {}),
    };
    const set = workspace.getConfiguration("rentree").get("language", "auto");
    const content = set === "auto" ? env.language : set;
    const page = planPageOf(situation, wordsOf(l10n, env.language), { chrome: env.language, content });
    this.#panel.title = this.#name === "" ? l10n.t("Plan") : l10n.t("Plan: {0}", this.#name);
    this.#post({ type: "page", page });
  }

  #post(message: PlanMessage): void {
    void this.#panel?.webview.postMessage(message);
  }
}
