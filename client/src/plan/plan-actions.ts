import { commands, env, l10n, Uri, ViewColumn, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { TickAction } from "../../../server/src/features/checklist-protocol.ts";
import type { ChecklistPlace } from "../../../server/src/features/protocol.ts";
import type { Checklist } from "../checklist.ts";
import { tellFailure } from "../failure.ts";
import { tick } from "../tick.ts";
import type { PlanAction } from "./action.ts";
import { pickSchool, pickStep } from "./pick.ts";
import type { PlanSession } from "./session.ts";
import type { PlanSpot } from "./spot.ts";

/** What the actions need of the view. */
interface PlanHost {
  readonly session: () => PlanSession | undefined;
  readonly render: () => void;
  readonly say: (text: string) => void;
  readonly open: (spot: Pick<PlanSpot, "establishment" | "slug">) => void;
  /** Resolves when the plan was requested anew. */
  readonly refreshed: () => Promise<void>;
  /** The column in which the view stands. */
  readonly column: () => ViewColumn | undefined;
}

/** Does what the buttons and keys of the view ask for. */
export class PlanActions {
  readonly #client: BaseLanguageClient;
  readonly #checklist: Checklist;
  readonly #host: PlanHost;
  #isTicking = false;

  constructor(client: BaseLanguageClient, checklist: Checklist, host: PlanHost) {
    this.#client = client;
    this.#checklist = checklist;
    this.#host = host;
  }

  /** Does one action. An error is told to the user. */
  async do(action: PlanAction): Promise<void> {
    const session = this.#host.session();
    if (!session) return;
    try {
      await this.#do(action, session);
    } catch (error) {
      tellFailure(this.#client, `plan, ${action.type}`, error);
    }
    this.#host.render();
  }

  async #do(action: PlanAction, session: PlanSession): Promise<unknown> {
    switch (action.type) {
      case "ready":
        return undefined;
      case "next":
        return session.move(1);
      case "back":
        return session.move(-1);
      case "later":
        return session.later();
      case "go":
        return session.go(action.slug);
      case "tick":
        return this.#tick(session);
      case "reopen":
        return this.#reopen(session, action.slug);
      case "copy":
        await env.clipboard.writeText(action.text);
        return this.#host.say(l10n.t("Copied: {0}", action.what));
      case "open":
        return this.#open(action.place);
      case "steps":
        return this.#chooseStep(session);
      case "schools":
        return this.#chooseSchool();
      case "restart":
        return commands.executeCommand("rentree.restartServer");
    }
  }

  /** Ticks the step that is shown. The view goes on once the plan says that the step is done. */
  async #tick(session: PlanSession): Promise<void> {
    const step = session.plan?.steps.find(({ item }) => item.slug === session.spot.slug);
    // A second press before the first one was answered must not tick the next step.
    if (!step?.item.tickable || this.#isTicking) return;
    this.#isTicking = true;
    session.willTick(step.item);
    try {
      if (await this.#record(session, step.item.slug, "fait")) await this.#host.refreshed();
      else session.willNotTick();
    } catch (error) {
      session.willNotTick();
      throw error;
    } finally {
      this.#isTicking = false;
    }
  }

  async #reopen(session: PlanSession, slug: string): Promise<void> {
    session.go(slug);
    await this.#record(session, slug, "a-faire");
  }

  /** Records an action on a step as the checklist does; false if the user cancelled. */
  #record({ spot }: PlanSession, slug: string, action: TickAction): Promise<boolean> {
    const tools = { client: this.#client, checklist: this.#checklist };
    return tick(tools, [{ establishment: spot.establishment, slug }], action);
  }

  async #open({ uri, range }: ChecklistPlace): Promise<void> {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    const selection = this.#client.protocol2CodeConverter.asRange(range);
    const viewColumn = this.#columnForFiles();
    await window.showTextDocument(document, { selection, viewColumn });
  }

  /** Where files are already, but never over the view; it may stand in a window of its own. */
  #columnForFiles(): ViewColumn {
    const view = this.#host.column();
    const columns = [
      ...window.visibleTextEditors.map(({ viewColumn }) => viewColumn),
      ...window.tabGroups.all.map(({ viewColumn }) => viewColumn),
    ];
    return columns.find((column) => column !== undefined && column !== view) ?? ViewColumn.Beside;
  }

  async #chooseStep(session: PlanSession): Promise<void> {
    const slug = await pickStep(session);
    if (slug !== undefined) this.#host.open({ establishment: session.spot.establishment, slug });
  }

  async #chooseSchool(): Promise<void> {
    const establishment = await pickSchool(this.#checklist.establishments);
    if (establishment !== undefined) this.#host.open({ establishment });
  }
}
