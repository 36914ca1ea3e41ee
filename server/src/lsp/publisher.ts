import type { Diagnostic } from "vscode-languageserver-types";
import type { Analysis } from "../analysis/analysis.ts";
import { preliminaryFileFindings, preliminaryFindings } from "../analysis/preliminary.ts";
import { withSeverities } from "../analysis/severities.ts";
import type { Context } from "../features/context.ts";
import { Workspace } from "../model/workspace.ts";
import type { Finding } from "../rules/api/rule.ts";
import type { File } from "../syntax/file.ts";
import { checking } from "./checking.ts";
import { DiagnosticsSender } from "./diagnostics-sender.ts";
import type { DocumentStore } from "./document-store.ts";
import { arrived, pause, sliced } from "./scheduler.ts";
import type { Settings } from "./settings.ts";
import type { StatusSender } from "./status-sender.ts";
import type { WorkspaceLoader } from "./workspace-loader.ts";

/** The publisher's inputs, and the messages that it sends to the client. */
export interface PublisherHost {
  readonly store: DocumentStore;
  readonly loader: Pick<WorkspaceLoader, "isLoading" | "isLoaded">;
  readonly analysis: Analysis;
  readonly settings: Pick<Settings, "severities" | "openFilesOnly">;
  readonly contextOf: (uri: string) => Context | undefined;
  readonly diagnostics: (uri: string, list: Diagnostic[]) => void;
  readonly status: Pick<StatusSender, "counted" | "took" | "stop">;
  /** Called at the end of a round, when all diagnostics are sent. The rest of it is left out once `shouldContinue` is false. */
  readonly published: (workspace: Workspace, shouldContinue: () => Promise<boolean>) => Promise<void>;
  readonly failed: (error: unknown) => void;
}

/** The longest time that a round waits for requests, in milliseconds. */
const REQUESTS_FIRST = 20;
/** A round of more slices than this is long: the next one waits until the user stops typing. */
const LONG_ROUND = 5;
/** The user has stopped typing after this time without a change, in milliseconds. */
const TYPING_PAUSE = 100;

/**
 * Publishes diagnostics in rounds. If a round takes longer than one slice, open documents get preliminary diagnostics
 * first. A new round cancels the one before it; results computed so far stay cached.
 */
export class Publisher {
  readonly #host: PublisherHost;
  readonly #sender: DiagnosticsSender;
  #round = 0;
  #isLongRound = false;
  #isStopped = false;
  #requests = 0;
  /** The last workspace whose findings were all published. */
  #published: Workspace | undefined;
  /** The last workspace that was checked for a request. */
  #checked: Workspace | undefined;

  constructor(host: PublisherHost) {
    const { store, contextOf, diagnostics } = host;
    this.#host = host;
    this.#sender = new DiagnosticsSender({
      contextOf,
      isOpen: (uri) => store.isOpen(uri),
      name: (uri) => store.names.name(uri),
      diagnostics,
    });
  }

  /** Starts a round after the messages that have arrived are handled; resolves at its end. After `stop`, does nothing. */
  async soon(): Promise<void> {
    if (this.#isStopped) return;
    this.#round++;
    await this.#run(this.#round, performance.now()).catch(this.#host.failed);
  }

  /** To be called when the client ends the session: nothing is sent any more. */
  stop(): void {
    this.#isStopped = true;
    this.#host.status.stop();
    this.#round++;
  }

  /** To be called at each request: rounds let it be answered first. */
  asked(): void {
    this.#requests++;
  }

  /** The number of the last round. Each change of what is checked, and of how it is told, starts another one. */
  get round(): number {
    return this.#round;
  }

  /** Checks a workspace completely, so that `findingsIn` has all findings of it. Gives up once `shouldContinue` is false. */
  async check(workspace: Workspace, shouldContinue: () => boolean): Promise<void> {
    const { analysis, store } = this.#host;
    const check = checking(analysis, workspace, store.opened);
    if (await sliced(check, () => arrived().then(shouldContinue))) this.#checked = workspace;
  }

  /**
   * The findings of a workspace by canonical URI. Until the current workspace is published or checked, only the preliminary
   * findings of this file.
   */
  findingsIn(workspace: Workspace, file: File): ReadonlyMap<string, readonly Finding[]> {
    const isKnown = workspace === this.#published || workspace === this.#checked;
    if (workspace === this.#host.store.workspace && !isKnown)
      return new Map([[file.uri, this.#preliminary(workspace, file)]]);
    return this.allFindings(workspace);
  }

  /** All findings of a workspace by canonical URI, with the user's severities: those of `check`, if it ran before. */
  allFindings(workspace: Workspace): ReadonlyMap<string, readonly Finding[]> {
    const all = this.#host.analysis.findingsOf(workspace);
    return new Map([...all].map(([uri, list]) => [uri, this.#withSeverities(list)]));
  }

  async #run(round: number, since: number): Promise<void> {
    const { store, loader, analysis, published, status } = this.#host;
    await this.#requestsHandled();
    if (round !== this.#round) return;
    store.refreshDay();
    const { workspace } = store;
    const shouldContinue = async (): Promise<boolean> => {
      await this.#requestsHandled();
      // Files may be read already for the next round: places are told in the texts that are known now.
      return round === this.#round && workspace === store.workspace;
    };
    if (loader.isLoading) {
      await sliced(this.#sendPreliminary(workspace), shouldContinue);
      return;
    }
    let slices = 0;
    const done = await sliced(checking(analysis, workspace, store.opened), async () => {
      slices++;
      if (!(await shouldContinue())) return false;
      if (slices > 1) return true;
      await sliced(this.#sendForOpened(workspace), shouldContinue);
      if (!(await shouldContinue())) return false;
      await sliced(this.#sendPreliminary(workspace), shouldContinue);
      if (this.#isLongRound) await pause(TYPING_PAUSE);
      return shouldContinue();
    });
    if (!done) return;
    this.#isLongRound = slices > LONG_ROUND;
    this.#publishAll(workspace);
    status.took(performance.now() - since);
    await pause(TYPING_PAUSE);
    if (!(await shouldContinue())) return;
    await published(workspace, shouldContinue);
  }

  /** Waits while requests keep coming, for a limited time. */
  async #requestsHandled(): Promise<void> {
    const until = performance.now() + REQUESTS_FIRST;
    let before: number;
    do {
      before = this.#requests;
      await arrived();
    } while (before !== this.#requests && performance.now() < until);
  }

  /**
   * Sends the findings of newly opened documents taken alone. An empty list is sent only when the check is complete.
   */
  *#sendForOpened(workspace: Workspace): Generator<void, void> {
    for (const uri of this.#host.store.opened) {
      yield;
      const file = workspace.files.get(uri);
      const findings =
        file && !this.#sender.hasSent(uri)
          ? this.#withSeverities(preliminaryFileFindings(this.#host.analysis, workspace, file))
          : [];
      if (findings.length > 0) this.#sender.send(uri, findings);
    }
  }

  /** Sends the preliminary findings of open documents. */
  *#sendPreliminary(workspace: Workspace): Generator<void, void> {
    for (const uri of this.#host.store.opened) {
      yield;
      const file = workspace.files.get(uri);
      if (file) this.#sender.send(uri, this.#preliminary(workspace, file));
    }
  }

  #preliminary(workspace: Workspace, file: File): readonly Finding[] {
    const { loader, analysis } = this.#host;
    return this.#withSeverities(
      loader.isLoaded(file.uri)
        ? preliminaryFindings(analysis, workspace, file, this.#published)
        : preliminaryFileFindings(this.#host.analysis, workspace, file),
    );
  }

  #publishAll(workspace: Workspace): void {
    const { store, analysis, settings, status } = this.#host;
    this.#published = workspace;
    const found = analysis.findingsOf(workspace);
    const isShown = (uri: string) => !settings.openFilesOnly || store.isOpen(uri);
    const counts = { errors: 0, warnings: 0 };
    for (const uri of new Set([...store.opened, ...found.keys(), ...this.#sender.files])) {
      const findings = this.#withSeverities((isShown(uri) && found.get(uri)) || []);
      this.#sender.send(uri, [...findings, ...this.aloneFindings(uri)]);
      for (const { rule } of findings) {
        if (rule.severity === "error") counts.errors++;
        else if (rule.severity === "warning") counts.warnings++;
      }
    }
    const { layout, files } = workspace;
    status.counted({ establishments: layout.projects.length, files: files.size, ...counts });
  }

  /** The findings of an open document that is not part of the workspace: those of its text alone. */
  aloneFindings(uri: string): readonly Finding[] {
    const file = this.#host.store.alone(uri);
    return file
      ? this.#withSeverities(
          preliminaryFileFindings(
            this.#host.analysis,
            Workspace.empty([], this.#host.store.workspace.today),
            file,
          ),
        )
      : [];
  }

  #withSeverities(findings: readonly Finding[]): readonly Finding[] {
    return withSeverities(findings, this.#host.settings.severities);
  }
}
