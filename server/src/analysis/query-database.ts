import type { Snapshot } from "../model/snapshot.ts";
import type { Query } from "../rules/api/rule-context.ts";
import { QueryCache } from "./query-cache.ts";
import { MASK_BITS, subjectsOf } from "./query-inputs.ts";

/** The queries of all establishments, from one revision to the next. Revisions count over all of them. */
export class QueryDatabase {
  /** By the lineage of an establishment: what it was asked goes with it when it is dropped. */
  readonly #caches = new WeakMap<object, QueryCache>();
  readonly #bits = new Map<string, number>();
  #revision = 0;

  /** The cache of an establishment, brought to the revision of this snapshot. */
  at(snapshot: Snapshot): QueryCache {
    const known = this.#caches.get(snapshot.lineage);
    known?.update(snapshot);
    const cache = known ?? new QueryCache(snapshot, this);
    this.#caches.set(snapshot.lineage, cache);
    return cache;
  }

  /** A revision later than all before. */
  nextRevision(): number {
    return ++this.#revision;
  }

  /** What a query depends on, as a set of bits: so the dependencies of many are compared at once, if roughly. */
  dependencyMaskOf(query: Query): number {
    let mask = 0;
    for (const subject of subjectsOf(query)) mask |= this.#bitOf(subject);
    return mask;
  }

  #bitOf(subject: string): number {
    const known = this.#bits.get(subject);
    const bit = known ?? 1 << (this.#bits.size % MASK_BITS);
    if (known === undefined) this.#bits.set(subject, bit);
    return bit;
  }
}
