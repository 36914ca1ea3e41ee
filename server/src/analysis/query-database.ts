import type { Snapshot } from "../model/snapshot.ts";
import type { Query } from "../rules/api/rule-context.ts";
import { QueryCache } from "./query-cache.ts";
import { MASK_BITS, subjectsOf } from "./query-inputs.ts";

/** The query caches of all establishments, with one counter of revisions. */
export class QueryDatabase {
  /** By the lineage of an establishment, with which its cache is dropped. */
  readonly #caches = new WeakMap<object, QueryCache>();
  readonly #bits = new Map<string, number>();
  #revision = 0;

  /** The cache of an establishment, updated to a snapshot. */
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

  /**
   * The subjects that a query depends on, as bits: a quick test of many dependencies at once, which may report a change
   * too many but none too few.
   */
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
