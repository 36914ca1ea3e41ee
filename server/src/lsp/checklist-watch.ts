import type { Analysis } from "../analysis/analysis.ts";
import { appendAll } from "../base/append-all.ts";
import type { Language } from "../base/message.ts";
import { checklist } from "../features/checklist.ts";
import type { EstablishmentTotals } from "../features/checklist-protocol.ts";
import { revisionOf, totalsOf } from "../features/checklist-totals.ts";
import type { EstablishmentChecklist } from "../features/protocol.ts";
import { tickFileIn } from "../features/tick-files.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";
import type { DocumentStore } from "./document-store.ts";
import { arrived, sliced } from "./scheduler.ts";

/** What a checklist is made of, and who is told of answers that are late. */
interface ChecklistHost {
  readonly analysis: Analysis;
  readonly store: Pick<DocumentStore, "workspace" | "names">;
  readonly language: () => Language;
  /** Called after an answer of which the workspace is another by then: it has to be compared with `isOther` again. */
  readonly isLate: () => void;
}

/** Answers about the checklist, and whether it differs from what the client received last. */
export class ChecklistWatcher {
  readonly #host: ChecklistHost;
  /** What the client received last: the checklists by folder, as JSON; `undefined` until it asks for them. */
  #received: ReadonlyMap<string, string> | undefined;
  /** Checklists in one language, as JSON: a snapshot that did not change has the same. */
  #texts = new WeakMap<Snapshot, string>();
  #language: Language = "en";

  constructor(host: ChecklistHost) {
    this.#host = host;
  }

  /** The current checklist of all establishments. */
  list(): Promise<EstablishmentChecklist[]> {
    return this.#answered((_, lists) => lists);
  }

  /** What a list of establishments shows of it. */
  totals(): Promise<EstablishmentTotals[]> {
    const { names } = this.#host.store;
    return this.#answered(({ members }, lists, text) => {
      const tickFile = tickFileIn(members);
      return lists.map((list) => totalsOf(list, text, tickFile && names.name(tickFile.uri)));
    });
  }

  /** The checklist of the establishment in a folder, a canonical URI, with its revision; empty if there is none. */
  one(folder: string): EstablishmentChecklist[] {
    const { store, language } = this.#host;
    const snapshot = store.workspace.snapshots.find((one) => one.folder === folder);
    if (!snapshot) return [];
    const lists = this.#of(snapshot, language());
    const text = this.#textOf(snapshot, language(), lists);
    // A client that knows of no others has not asked for them.
    if (this.#received) this.#received = new Map(this.#received).set(folder, text);
    return lists.map((list) => ({ ...list, revision: revisionOf(text) }));
  }

  /**
   * Whether the checklist of this workspace is another than what the client received last, which may have become another
   * while this runs; false if it asked for none yet. Yields before each establishment; only new snapshots are computed.
   */
  *isOther({ snapshots }: Workspace, language: Language): Generator<void, boolean> {
    if (!this.#received) return false;
    const now: (readonly [string, string])[] = [];
    for (const snapshot of snapshots) {
      yield;
      now.push([snapshot.folder, this.#textOf(snapshot, language)]);
    }
    const received = [...this.#received];
    const isSame =
      now.length === received.length &&
      now.every(([folder, text], at) => folder === received[at]?.[0] && text === received[at]?.[1]);
    // It is told once.
    this.#received = new Map(now);
    return !isSame;
  }

  /** An answer about all establishments, made in slices; when it is complete, it is what the client received. */
  async #answered<T>(
    part: (snapshot: Snapshot, lists: readonly EstablishmentChecklist[], text: string) => readonly T[],
  ): Promise<T[]> {
    const { store, language } = this.#host;
    const { workspace } = store;
    const answer: T[] = [];
    const received = new Map<string, string>();
    const work = function* (this: ChecklistWatcher): Generator<void, void> {
      for (const snapshot of workspace.snapshots) {
        yield;
        const lists = this.#of(snapshot, language());
        const text = this.#textOf(snapshot, language(), lists);
        received.set(snapshot.folder, text);
        appendAll(answer, part(snapshot, lists, text));
      }
    };
    await sliced(work.call(this), () => arrived().then(() => true));
    this.#received = received;
    // The round of a later workspace may have ended meanwhile: it compared with what the client had before this.
    if (workspace !== store.workspace) this.#host.isLate();
    return answer;
  }

  #textOf(snapshot: Snapshot, language: Language, lists?: readonly EstablishmentChecklist[]): string {
    if (language !== this.#language) this.#texts = new WeakMap();
    this.#language = language;
    const known = this.#texts.get(snapshot);
    if (known !== undefined) return known;
    const text = JSON.stringify(lists ?? this.#of(snapshot, language));
    this.#texts.set(snapshot, text);
    return text;
  }

  #of(snapshot: Snapshot, language: Language): EstablishmentChecklist[] {
    const { analysis, store } = this.#host;
    return checklist([snapshot], { analysis, language, uri: (uri) => store.names.name(uri) });
  }
}
