import type { Analysis } from "../analysis/analysis.ts";
import { appendAll } from "../base/append-all.ts";
import type { Language } from "../base/message.ts";
import { checklist } from "../features/checklist.ts";
import type { EstablishmentTotals } from "../features/checklist-protocol.ts";
import { totalsOf } from "../features/checklist-totals.ts";
import type { EstablishmentChecklist } from "../features/protocol.ts";
import { tickFileIn } from "../features/tick-files.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";

/**
 * Detects whether the checklist differs from the one that the client received last. It yields before each
 * establishment.
 */
export class ChecklistWatcher {
  readonly #analysis: Analysis;
  readonly #uri: (canonical: string) => string;
  /**
   * The checklist of each establishment, as JSON, when it was last computed; `undefined` until a client asks for it.
   */
  #last: ReadonlyMap<Snapshot, string> | undefined;
  #language: Language = "en";

  constructor(analysis: Analysis, uri: (canonical: string) => string) {
    this.#analysis = analysis;
    this.#uri = uri;
  }

  /** The checklist of a workspace. From this call on, `isOther` compares with it. */
  *list(workspace: Workspace, language: Language): Generator<void, EstablishmentChecklist[]> {
    const lists: EstablishmentChecklist[] = [];
    const texts = new Map<Snapshot, string>();
    for (const snapshot of workspace.snapshots) {
      yield;
      const list = this.#of(snapshot, language);
      appendAll(lists, list);
      texts.set(snapshot, JSON.stringify(list));
    }
    this.#last = texts;
    this.#language = language;
    return lists;
  }

  /** The totals of the same. From this call on, `isOther` compares with it, too. */
  *totals(workspace: Workspace, language: Language): Generator<void, EstablishmentTotals[]> {
    const known = language === this.#language ? this.#last : undefined;
    const totals: EstablishmentTotals[] = [];
    const texts = new Map<Snapshot, string>();
    for (const snapshot of workspace.snapshots) {
      yield;
      const lists = this.#of(snapshot, language);
      const text = known?.get(snapshot) ?? JSON.stringify(lists);
      texts.set(snapshot, text);
      const tickFile = tickFileIn(snapshot.members);
      for (const list of lists) totals.push(totalsOf(list, text, tickFile && this.#uri(tickFile.uri)));
    }
    this.#last = texts;
    this.#language = language;
    return totals;
  }

  /**
   * Whether the checklist of this workspace is another than the last one; false if no client asked for it yet. A
   * snapshot that did not change has the same checklist, so only new snapshots are computed.
   */
  *isOther({ snapshots }: Workspace, language: Language): Generator<void, boolean> {
    const last = this.#last;
    if (!last) return false;
    const known = language === this.#language ? last : new Map<Snapshot, string>();
    const next = new Map<Snapshot, string>();
    for (const snapshot of snapshots) {
      yield;
      next.set(snapshot, known.get(snapshot) ?? JSON.stringify(this.#of(snapshot, language)));
    }
    this.#last = next;
    this.#language = language;
    const before = [...last.values()];
    return next.size !== last.size || [...next.values()].some((text, index) => text !== before[index]);
  }

  #of(snapshot: Snapshot, language: Language): EstablishmentChecklist[] {
    return checklist([snapshot], { analysis: this.#analysis, language, uri: this.#uri });
  }
}
