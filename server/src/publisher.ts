import type { Diagnostic } from "vscode-languageserver-types";
import { checklist } from "./features/checklist.ts";
import type { Context } from "./features/context.ts";
import { diagnostics } from "./features/diagnostics.ts";
import type { Snapshot } from "./model/snapshot.ts";
import type { Workspace } from "./model/workspace.ts";
import type { EstablishmentChecklist, StatusParams } from "./protocol.ts";
import type { Finding } from "./rules/rule.ts";
import type { Language } from "./say.ts";
import type { Store } from "./store.ts";

/** What the publisher tells the client, and what it needs to know for that. */
export interface Outlet {
  readonly store: Store;
  readonly language: () => Language;
  readonly found: (workspace: Workspace) => ReadonlyMap<string, readonly Finding[]>;
  readonly contextOf: (uri: string) => Context | undefined;
  readonly diagnostics: (uri: string, list: Diagnostic[]) => void;
  readonly status: (status: StatusParams) => void;
  readonly checklistChanged: () => void;
}

/** Tells the client what is found; only what changed crosses the wire. */
export class Publisher {
  readonly #outlet: Outlet;
  readonly #shown = new Map<string, string>();
  /** What was last told of each establishment's checklist; nobody asked yet: none. */
  #told: Map<Snapshot, string> | undefined;
  #toldIn: Language = "en";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastCost = 0;

  constructor(outlet: Outlet) {
    this.#outlet = outlet;
  }

  /** At once while rounds are cheap; the quiet time grows with what the last one cost. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), this.#lastCost < 8 ? 0 : Math.min(500, this.#lastCost * 2));
  }

  now(): void {
    clearTimeout(this.#timer);
    const { store, status, found } = this.#outlet;
    const begin = performance.now();
    store.refreshDay();
    const findings = found(store.workspace);
    for (const [uri, list] of findings) this.#send(uri, list);
    for (const uri of this.#shown.keys()) if (!findings.has(uri)) this.#send(uri, []);
    status(this.#statusOf(findings));
    this.#compareChecklist();
    this.#lastCost = performance.now() - begin;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** The checklist as it is now; from then on the client hears of it when it changes. */
  checklist(): EstablishmentChecklist[] {
    const { store, language } = this.#outlet;
    this.#told = new Map(
      store.workspace.snapshots.map((snapshot) => [snapshot, this.#checklistOf(snapshot)]),
    );
    return checklist(store.workspace, language(), (uri) => store.name(uri));
  }

  /** An establishment that did not change has the same checklist: only the others are compared. */
  #compareChecklist(): void {
    const told = this.#toldIn === this.#outlet.language() ? this.#told : this.#told && new Map();
    if (!told) return;
    this.#toldIn = this.#outlet.language();
    const { snapshots } = this.#outlet.store.workspace;
    const fresh = snapshots.filter((snapshot) => !told.has(snapshot));
    if (fresh.length === 0 && snapshots.length === told.size) return;
    const texts = new Set(told.values());
    const next = new Map(
      snapshots.map((snapshot) => [snapshot, told.get(snapshot) ?? this.#checklistOf(snapshot)]),
    );
    this.#told = next;
    const same = next.size === told.size && fresh.every((snapshot) => texts.has(next.get(snapshot) ?? ""));
    if (!same) this.#outlet.checklistChanged();
  }

  #checklistOf(snapshot: Snapshot): string {
    const { store, language } = this.#outlet;
    return JSON.stringify(checklist({ snapshots: [snapshot] }, language(), (uri) => store.name(uri)));
  }

  #send(uri: string, findings: readonly Finding[]): void {
    const context = findings.length > 0 ? this.#outlet.contextOf(uri) : undefined;
    const list = context ? diagnostics(context, findings) : [];
    const text = JSON.stringify(list);
    // A file that is opened is answered even if there is nothing to say; one that is not, only if there is.
    if ((this.#shown.get(uri) ?? (this.#outlet.store.isOpen(uri) ? undefined : "[]")) === text) return;
    this.#shown.set(uri, text);
    this.#outlet.diagnostics(this.#outlet.store.name(uri), list);
  }

  #statusOf(findings: ReadonlyMap<string, readonly Finding[]>): StatusParams {
    const all = [...findings.values()].flat();
    const count = (severity: string) => all.filter(({ rule }) => rule.severity === severity).length;
    const { workspace } = this.#outlet.store;
    return {
      establishments: workspace.layout.plots.length,
      files: workspace.files.size,
      errors: count("error"),
      warnings: count("warning"),
    };
  }
}
