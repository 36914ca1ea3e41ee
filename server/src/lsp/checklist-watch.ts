import type { Analysis } from "../analysis/analysis.ts";
import type { Language } from "../base/message.ts";
import { inOrderOfNames } from "../base/name-order.ts";
import { checklist } from "../features/checklist.ts";
import type { EstablishmentTotals } from "../features/checklist-protocol.ts";
import { revisionOf, totalsOf } from "../features/checklist-totals.ts";
import type { EstablishmentChecklist } from "../features/protocol.ts";
import { tickFileIn } from "../features/tick-files.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Rounds } from "./answer-watch.ts";
import type { DocumentStore } from "./document-store.ts";
import { type RequestOptions, worked } from "./withdrawal.ts";

/** What a checklist is made of. */
interface ChecklistHost {
  readonly analysis: Analysis;
  readonly store: Pick<DocumentStore, "workspace" | "names">;
  readonly language: () => Language;
  /** At the end of each round, `isOther` is asked. */
  readonly rounds: Rounds;
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

  /** The current checklist of all establishments. Rejects with a `Withdrawal` if the client cancels, as `totals` does. */
  list(options: RequestOptions): Promise<EstablishmentChecklist[]> {
    return this.#answered(options, (_, lists) => lists);
  }

  /** What a list of establishments shows of it. */
  totals(options: RequestOptions): Promise<EstablishmentTotals[]> {
    const { names } = this.#host.store;
    return this.#answered(options, ({ members }, lists, text) => {
      const tickFile = tickFileIn(members);
      return lists.map((list) => totalsOf(list, text, tickFile && names.name(tickFile.uri)));
    });
  }

  /** To be called when an answer was refused: the client has nothing, and is told when there is something. */
  refused(): void {
    this.#received ??= new Map();
  }

  /** The checklist of the establishment in a folder, by its URI, with its revision; empty if there is none. */
  one(establishment: string): EstablishmentChecklist[] {
    const { store, language } = this.#host;
    const snapshot = store.workspace.establishmentIn(establishment);
    if (!snapshot) return [];
    const { folder } = snapshot;
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
    options: RequestOptions,
    part: (snapshot: Snapshot, lists: readonly EstablishmentChecklist[], text: string) => readonly T[],
  ): Promise<T[]> {
    const { store, rounds } = this.#host;
    const before = rounds.revision();
    const language = this.#host.language();
    const { snapshots } = store.workspace;
    const received = new Map<string, string>();
    const work = function* (this: ChecklistWatcher): Generator<void, T[]> {
      const parts: { readonly name: string; readonly part: readonly T[] }[] = [];
      for (const snapshot of snapshots) {
        yield;
        const lists = this.#of(snapshot, language);
        const text = this.#textOf(snapshot, language, lists);
        received.set(snapshot.folder, text);
        parts.push({ name: lists[0]?.name ?? "", part: part(snapshot, lists, text) });
      }
      return inOrderOfNames(parts, language).flatMap((one) => one.part);
    };
    const answer = await worked(work.call(this), options);
    this.#received = received;
    // The round of a later change may have ended meanwhile: it compared with what the client had before this.
    if (rounds.revision() !== before) rounds.again();
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
