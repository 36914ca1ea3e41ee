import type { Diagnostic } from "vscode-languageserver-types";
import type { Analysis } from "../analysis/analysis.ts";
import { fileContribution } from "../analysis/file-findings.ts";
import { preliminaryFileFindings, preliminaryFindings } from "../analysis/preliminary.ts";
import { type Severities, withSeverities } from "../analysis/severities.ts";
import type { Language } from "../base/message.ts";
import type { Context } from "../features/context.ts";
import type { EstablishmentChecklist, StatusParams } from "../features/protocol.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Finding } from "../rules/api/rule.ts";
import type { File } from "../syntax/file.ts";
import { ChecklistWatcher } from "./checklist-watch.ts";
import { DiagnosticsSender } from "./diagnostics-sender.ts";
import type { DocumentStore } from "./document-store.ts";
import { arrived, pause, sliced } from "./scheduler.ts";

/** What the publisher tells the client, and what it needs to know for that. */
export interface PublisherHost {
  readonly store: DocumentStore;
  readonly analysis: Analysis;
  readonly language: () => Language;
  readonly severities: () => Severities;
  readonly contextOf: (uri: string) => Context | undefined;
  readonly diagnostics: (uri: string, list: Diagnostic[]) => void;
  readonly status: (status: StatusParams) => void;
  readonly checklistChanged: () => void;
  readonly failed: (error: unknown) => void;
}

/** As many milliseconds a round waits for requests to end. */
const PATIENCE = 20;
/** A round of more slices is not taken up again while somebody types. */
const DEAR = 5;
/** So long, in milliseconds, after the last key nobody types. */
const QUIET = 100;

/**
 * Tells the client what is found, in rounds. What takes more than a slice is foretold for the documents that are open,
 * then checked slice by slice. A new round ends the one before it; what that found out stays known.
 */
export class Publisher {
  readonly #outlet: PublisherHost;
  readonly #sender: DiagnosticsSender;
  readonly #watch: ChecklistWatcher;
  #round = 0;
  #dear = false;
  #requests = 0;
  #status = "";
  /** The last moment of which all was told. */
  #told: Workspace | undefined;

  constructor(outlet: PublisherHost) {
    const { store, contextOf, diagnostics } = outlet;
    this.#outlet = outlet;
    this.#watch = new ChecklistWatcher(outlet.analysis, (uri) => store.name(uri));
    this.#sender = new DiagnosticsSender({
      contextOf,
      isOpen: (uri) => store.isOpen(uri),
      diagnostics: (uri, list) => diagnostics(store.name(uri), list),
    });
  }

  /** Begins a round, once what has arrived is handled; ends with it. */
  async soon(): Promise<void> {
    this.#round++;
    await this.#tell(this.#round).catch(this.#outlet.failed);
  }

  /** Somebody waits for an answer: rounds begin, and go on, behind it. */
  asked(): void {
    this.#requests++;
  }

  /** The checklist as it is now; from then on the client hears of it when it changes. */
  async checklist(): Promise<EstablishmentChecklist[]> {
    const { store, language } = this.#outlet;
    const list = this.#watch.list(store.workspace, language());
    return (await sliced(list, async () => arrived().then(() => true))) ?? [];
  }

  /** What is found at a moment; of this one, as long as not all is checked, what is known of a file. */
  found(workspace: Workspace, file: File): ReadonlyMap<string, readonly Finding[]> {
    if (workspace === this.#outlet.store.workspace && workspace !== this.#told)
      return new Map([[file.uri, this.#foretold(workspace, file)]]);
    const all = this.#outlet.analysis.findingsOf(workspace);
    return new Map([...all].map(([uri, list]) => [uri, this.#severe(list)]));
  }

  async #tell(round: number): Promise<void> {
    const { store, analysis, language, checklistChanged } = this.#outlet;
    const goesOn = async (): Promise<boolean> => {
      await this.#answered();
      return round === this.#round;
    };
    if (!(await goesOn())) return;
    store.refreshDay();
    const { workspace } = store;
    if (store.isLoading) {
      await sliced(this.#foretelling(workspace), goesOn);
      return;
    }
    let slices = 0;
    const done = await sliced(checking(analysis, workspace, store.opened), async () => {
      slices++;
      if (!(await goesOn())) return false;
      if (slices > 1) return true;
      await sliced(this.#greeting(workspace), goesOn);
      if (!(await goesOn())) return false;
      await sliced(this.#foretelling(workspace), goesOn);
      if (this.#dear) await pause(QUIET);
      return goesOn();
    });
    if (!done) return;
    this.#dear = slices > DEAR;
    this.#tellAll(workspace);
    await pause(QUIET);
    if (!(await goesOn())) return;
    if (await sliced(this.#watch.isOther(workspace, language()), goesOn)) checklistChanged();
  }

  /** Waits as long as requests keep coming, but not for ever. */
  async #answered(): Promise<void> {
    const until = performance.now() + PATIENCE;
    let seen: number;
    do {
      seen = this.#requests;
      await arrived();
    } while (seen !== this.#requests && performance.now() < until);
  }

  /** Of documents that were just opened, what they say by themselves; that there is nothing is said in the end. */
  *#greeting(workspace: Workspace): Generator<void, void> {
    for (const uri of this.#outlet.store.opened) {
      yield;
      const file = workspace.files.get(uri);
      const alone =
        file && !this.#sender.hasTold(uri) ? this.#severe(preliminaryFileFindings(workspace, file)) : [];
      if (alone.length > 0) this.#sender.send(uri, alone);
    }
  }

  *#foretelling(workspace: Workspace): Generator<void, void> {
    for (const uri of this.#outlet.store.opened) {
      yield;
      const file = workspace.files.get(uri);
      if (file) this.#sender.send(uri, this.#foretold(workspace, file));
    }
  }

  #foretold(workspace: Workspace, file: File): readonly Finding[] {
    const { store, analysis } = this.#outlet;
    return this.#severe(
      store.isLoaded(file.uri)
        ? preliminaryFindings(analysis, workspace, file, this.#told)
        : preliminaryFileFindings(workspace, file),
    );
  }

  #tellAll(workspace: Workspace): void {
    const { store, analysis, status } = this.#outlet;
    this.#told = workspace;
    const found = analysis.findingsOf(workspace);
    const counts = { errors: 0, warnings: 0 };
    for (const uri of new Set([...store.opened, ...found.keys(), ...this.#sender.files])) {
      const findings = this.#severe(found.get(uri) ?? []);
      this.#sender.send(uri, findings);
      for (const { rule } of findings) {
        if (rule.severity === "error") counts.errors++;
        else if (rule.severity === "warning") counts.warnings++;
      }
    }
    const { layout, files } = workspace;
    const now = { establishments: layout.projects.length, files: files.size, ...counts };
    if (JSON.stringify(now) === this.#status) return;
    this.#status = JSON.stringify(now);
    status(now);
  }

  #severe(findings: readonly Finding[]): readonly Finding[] {
    return withSeverities(findings, this.#outlet.severities());
  }
}

/** Checks a workspace piece by piece, the establishments of some files first. What is known already takes no time. */
function* checking(
  analysis: Analysis,
  workspace: Workspace,
  first: readonly string[],
): Generator<void, true> {
  for (const file of workspace.files.values()) {
    yield;
    fileContribution(file);
  }
  const near = first.filter((uri) => !workspace.layout.bases.has(uri)).flatMap((uri) => workspace.of(uri));
  for (const snapshot of [...near, ...workspace.snapshots]) {
    yield;
    analysis.contributionOf(snapshot);
  }
  return true;
}
