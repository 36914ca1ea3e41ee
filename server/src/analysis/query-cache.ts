import { mayMean } from "../base/misspelling.ts";
import { shallowEqual } from "../base/shallow-equal.ts";
import { establishmentOf } from "../model/establishment.ts";
import { MentionIndex } from "../model/mention-index.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Query, QueryResult } from "../rules/api/rule-context.ts";
import type { MapValue } from "../schema/value.ts";
import { DependencyRecorder } from "./dependency-recorder.ts";
import {
  changedSections,
  inputsOf,
  MASK_BITS,
  MEMBERS,
  mistakenIn,
  sections,
  TODAY,
  USED,
} from "./query-inputs.ts";
import { ValueQueries } from "./value-queries.ts";

/** Where more names than this are undeclared, any name may be misspelt in one of them: they are not compared. */
const MAX_UNDECLARED = 200;

/** What the caches of all establishments share. */
interface Revisions {
  nextRevision(): number;
  dependencyMaskOf(query: Query): number;
}

/** The result of a query, kept up to date for the establishment. */
type CacheEntry = { -readonly [Key in keyof QueryResult]: QueryResult[Key] };

/** A trie of queries, by their name and arguments. */
interface QueryNode {
  entry?: CacheEntry;
  next?: Map<string, QueryNode>;
}

/**
 * The results of the queries of one establishment, from one revision to the next. A query is computed once, and again
 * only when one of its inputs changed.
 */
export class QueryCache {
  /** The context in which rules run, which records their queries. */
  readonly recorder = new DependencyRecorder(this);
  /** Results of rules found for other establishments, with the last revision at which they were right for this one. */
  readonly verified = new WeakMap<object, number>();
  readonly #revisions: Revisions;
  readonly #mentions = new MentionIndex();
  readonly #queries = new Map<Query["name"], QueryNode>();
  /** The results that depend on an input: a section, or one of the other inputs in `query-inputs.ts`. */
  readonly #byInput = new Map<string, CacheEntry[]>();
  /** The names that are mentioned but not declared, by kind. */
  readonly #undeclared = new Map<string, readonly string[]>();
  /** For each bit of a dependency mask, the last revision at which a result with that bit changed. */
  readonly #changedAt = new Array<number>(MASK_BITS).fill(0);
  #revision: number;
  #snapshot: Snapshot;
  #members: ReadonlySet<string>;
  #values: ValueQueries;
  #size = 0;
  #inUse = 0;

  constructor(snapshot: Snapshot, revisions: Revisions) {
    this.#revisions = revisions;
    this.#snapshot = snapshot;
    this.#members = new Set(snapshot.members.map(uriOf));
    this.#values = new ValueQueries(rootOf(snapshot));
    this.#mentions.update(this.#values.root);
    this.#revision = revisions.nextRevision();
  }

  /** The current revision; revisions are counted over all establishments. */
  get revision(): number {
    return this.#revision;
  }

  /** The URIs of the establishment's own files; the same object as long as they are the same. */
  get members(): ReadonlySet<string> {
    return this.#members;
  }

  /** Whether no result that shares a bit with this mask changed after a revision. */
  unchangedSince(dependencyMask: number, revision: number): boolean {
    for (let bit = 0, rest = dependencyMask; rest !== 0; bit++, rest >>= 1)
      if (rest & 1 && (this.#changedAt[bit] ?? 0) > revision) return false;
    return true;
  }

  /** Moves on to the next revision of the establishment. */
  update(snapshot: Snapshot): void {
    const before = this.#snapshot;
    const { root } = this.#values;
    const mentionsWereOpen = this.#mentions.open;
    this.#snapshot = snapshot;
    this.#values = new ValueQueries(rootOf(snapshot));
    this.#revision = this.#revisions.nextRevision();
    const inputs = changedSections(root, this.#values.root);
    if (before.today !== snapshot.today) inputs.add(TODAY);
    if (!shallowEqual(before.members.map(uriOf), snapshot.members.map(uriOf))) {
      this.#members = new Set(snapshot.members.map(uriOf));
      inputs.add(MEMBERS);
    }
    const mentioned = this.#mentions.update(this.#values.root);
    if (mentionsWereOpen !== this.#mentions.open) inputs.add(USED);
    const all = root.open !== this.#values.root.open;
    this.#updateUndeclared((kind) => all || mentioned.has(kind), inputs);
    for (const input of all ? this.#byInput.keys() : inputs) this.#recomputeAll(input);
    for (const [kind, names] of mentioned) for (const name of names) this.#recomputeUsed(kind, name);
  }

  /** The result of a query; always the same object, which is kept up to date. */
  query(name: Query["name"], args: readonly string[]): QueryResult {
    const known = this.#nodeOf(name, args).entry;
    if (known) return known;
    const value = this.#compute({ name, args });
    const dependencyMask = this.#revisions.dependencyMaskOf({ name, args });
    const entry: CacheEntry = { name, args, value, dependencyMask, changedAt: this.#revision, mark: 0 };
    this.#insert(entry);
    return entry;
  }

  /** Whether there are many more results than were in use at the last eviction. */
  get crowded(): boolean {
    return this.#size > 2 * this.#inUse + 1000;
  }

  /** Drops all results but these. What depends on a dropped one has to be checked again. */
  keep(inUse: ReadonlySet<QueryResult>): void {
    this.#inUse = inUse.size;
    if (inUse.size === this.#size) return;
    const entries = new Set([...this.#byInput.values()].flat());
    this.#queries.clear();
    this.#byInput.clear();
    this.#size = 0;
    for (const entry of entries) {
      if (inUse.has(entry)) this.#insert(entry);
      else entry.changedAt = Number.POSITIVE_INFINITY;
    }
    this.#revision = this.#revisions.nextRevision();
    this.#changedAt.fill(this.#revision);
  }

  #updateUndeclared(isMentioned: (kind: string) => boolean, inputs: Set<string>): void {
    for (const [kind, names] of this.#undeclared) {
      const touched = isMentioned(kind) || sections.get(kind)?.some((section) => inputs.has(section));
      if (touched && !shallowEqual(names, this.#findUndeclared(kind))) inputs.add(mistakenIn(kind));
    }
  }

  #nodeOf(name: Query["name"], args: readonly string[]): QueryNode {
    let node = childOf(this.#queries, name);
    for (const arg of args) {
      node.next ??= new Map();
      node = childOf(node.next, arg);
    }
    return node;
  }

  #insert(entry: CacheEntry): void {
    this.#nodeOf(entry.name, entry.args).entry = entry;
    this.#size++;
    for (const input of inputsOf(entry)) {
      const entries = this.#byInput.get(input);
      if (entries) entries.push(entry);
      else this.#byInput.set(input, [entry]);
    }
  }

  #recomputeAll(input: string): void {
    for (const entry of this.#byInput.get(input) ?? []) this.#recompute(entry);
  }

  #recomputeUsed(kind: string, name: string): void {
    const entry = this.#queries.get("used")?.next?.get(kind)?.next?.get(name)?.entry;
    if (entry) this.#recompute(entry);
  }

  #recompute(entry: CacheEntry): void {
    const value = this.#compute(entry);
    if (shallowEqual(value, entry.value)) return;
    entry.value = value;
    entry.changedAt = this.#revision;
    for (let bit = 0, rest = entry.dependencyMask; rest !== 0; bit++, rest >>= 1)
      if (rest & 1) this.#changedAt[bit] = this.#revision;
  }

  #compute({ name: query, args }: Query): unknown {
    const [kind = "", name = ""] = args;
    switch (query) {
      case "has":
        return this.#values.has(kind, name);
      case "the":
        return this.#values.the(kind, name);
      case "names":
        return this.#values.names(kind);
      case "all":
        return this.#values.all(kind);
      case "get":
        return this.#values.get(args);
      case "written":
        return this.#values.written(args);
      case "used":
        return this.#mentions.has(kind, name) || (this.#mentions.open ? undefined : false);
      case "mistaken":
        return this.#isMistaken(kind, name);
      case "own":
        return this.#members.has(kind);
      case "today":
        return this.#snapshot.today;
    }
  }

  #isMistaken(kind: string, name: string): boolean {
    const undeclared = this.#undeclared.get(kind) ?? this.#findUndeclared(kind);
    return undeclared.length > MAX_UNDECLARED || undeclared.some((one) => mayMean(one, name));
  }

  /** The names of a kind that are mentioned but not declared. */
  #findUndeclared(kind: string): readonly string[] {
    const names = this.#mentions.names(kind).filter((name) => this.#values.has(kind, name) === false);
    this.#undeclared.set(kind, names);
    return names;
  }
}

function childOf<K>(children: Map<K, QueryNode>, key: K): QueryNode {
  let child = children.get(key);
  if (!child) {
    child = {};
    children.set(key, child);
  }
  return child;
}

function rootOf(snapshot: Snapshot): MapValue {
  return establishmentOf(snapshot).value;
}

function uriOf({ uri }: { readonly uri: string }): string {
  return uri;
}
