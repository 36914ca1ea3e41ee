import type { Analysis } from "../analysis/analysis.ts";
import type { Language } from "../base/message.ts";
import { checklist } from "../features/checklist.ts";
import type { EstablishmentChecklist } from "../features/protocol.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";

/** Watches whether the checklist is another than the client was last told. It yields in front of each piece of work. */
export class ChecklistWatcher {
  readonly #analysis: Analysis;
  readonly #uri: (canonical: string) => string;
  /** What was last told of each establishment; nobody asked yet: none. */
  #told: ReadonlyMap<Snapshot, string> | undefined;
  #language: Language = "en";

  constructor(analysis: Analysis, uri: (canonical: string) => string) {
    this.#analysis = analysis;
    this.#uri = uri;
  }

  /** The checklist at a moment; from then on it is watched. */
  *list(workspace: Workspace, language: Language): Generator<void, EstablishmentChecklist[]> {
    const lists: EstablishmentChecklist[] = [];
    const told = new Map<Snapshot, string>();
    for (const snapshot of workspace.snapshots) {
      yield;
      const list = this.#of(snapshot, language);
      lists.push(...list);
      told.set(snapshot, JSON.stringify(list));
    }
    this.#told = told;
    this.#language = language;
    return lists;
  }

  /** Whether it is another at this moment. An establishment that did not change has the same: only others are compared. */
  *isOther({ snapshots }: Workspace, language: Language): Generator<void, boolean> {
    const told = this.#told;
    if (!told) return false;
    const known = language === this.#language ? told : new Map<Snapshot, string>();
    const next = new Map<Snapshot, string>();
    for (const snapshot of snapshots) {
      yield;
      next.set(snapshot, known.get(snapshot) ?? JSON.stringify(this.#of(snapshot, language)));
    }
    this.#told = next;
    this.#language = language;
    const before = [...told.values()];
    return next.size !== told.size || [...next.values()].some((text, index) => text !== before[index]);
  }

  #of(snapshot: Snapshot, language: Language): EstablishmentChecklist[] {
    return checklist([snapshot], { analysis: this.#analysis, language, uri: this.#uri });
  }
}
