import { closest } from "../base/closest.ts";
import { shallowEqual } from "../base/shallow-equal.ts";
import { establishmentOf } from "../model/establishment.ts";
import { MentionIndex } from "../model/mention-index.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Query, QueryResult } from "../rules/api/rule-context.ts";
import type { MapValue } from "../schema/value.ts";
import { DependencyRecorder } from "./dependency-recorder.ts";
import {
  changedSections,
  dependencyMaskOf,
  inputsOf,
  MASK_BITS,
  MEMBERS,
  mistakenIn,
  sections,
  TODAY,
  USED,
} from "./query-inputs.ts";
import { ValueQueries } from "./value-queries.ts";

/** An answer that follows the establishment. */
type CacheEntry = { -readonly [Key in keyof QueryResult]: QueryResult[Key] };

/** The questions that begin alike. */
interface QueryNode {
  entry?: CacheEntry;
  next?: Map<string, QueryNode>;
}

let moments = 0;

/**
 * The answers of one establishment, from one moment to the next. A question is answered once, and again only when
 * something changed that decides the answer.
 */
export class QueryCache {
  #moment = 0;
  /** The moment at which an answer about each subject last became another. */
  readonly #changed = new Array<number>(MASK_BITS).fill(0);
  #snapshot: Snapshot;
  #members: ReadonlySet<string>;
  #reading: ValueQueries;
  readonly #mentions = new MentionIndex();
  readonly #questions = new Map<Query["name"], QueryNode>();
  /** The cells that a section decides, or one of the other things that `sourcesOf` names. */
  readonly #bySource = new Map<string, CacheEntry[]>();
  readonly #undeclared = new Map<string, readonly string[]>();
  /** What puts the questions of a rule. */
  readonly recorder = new DependencyRecorder(this);
  #size = 0;
  #inUse = 0;
  /** The moment at which what was found for another establishment was last seen to be right for this one too. */
  readonly verified = new WeakMap<object, number>();

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.#members = new Set(snapshot.members.map(uriOf));
    this.#reading = new ValueQueries(rootOf(snapshot));
    this.#mentions.follow(this.#reading.root);
    this.#moment = ++moments;
  }

  /** Tells this moment from those before; it counts over all establishments. */
  get revision(): number {
    return this.#moment;
  }

  /** Whether no answer about some subjects became another since a moment. */
  unchangedSince(about: number, since: number): boolean {
    for (let bit = 0, rest = about; rest !== 0; bit++, rest >>= 1)
      if (rest & 1 && (this.#changed[bit] ?? 0) > since) return false;
    return true;
  }

  #change(about: number): void {
    for (let bit = 0, rest = about; rest !== 0; bit++, rest >>= 1)
      if (rest & 1) this.#changed[bit] = this.#moment;
  }

  /** The URIs of the establishment's own files; the same object as long as they are the same. */
  get members(): ReadonlySet<string> {
    return this.#members;
  }

  /** Goes on to another moment of the establishment. */
  update(snapshot: Snapshot): void {
    const before = this.#snapshot;
    const { root } = this.#reading;
    const wasOpen = this.#mentions.open;
    this.#snapshot = snapshot;
    this.#reading = new ValueQueries(rootOf(snapshot));
    this.#moment = ++moments;
    const sources = changedSections(root, this.#reading.root);
    if (before.today !== snapshot.today) sources.add(TODAY);
    if (!shallowEqual(before.members.map(uriOf), snapshot.members.map(uriOf))) {
      this.#members = new Set(snapshot.members.map(uriOf));
      sources.add(MEMBERS);
    }
    const mentioned = this.#mentions.follow(this.#reading.root);
    if (wasOpen !== this.#mentions.open) sources.add(USED);
    const all = root.open !== this.#reading.root.open;
    this.#followUndeclared((kind) => all || mentioned.has(kind), sources);
    for (const source of all ? this.#bySource.keys() : sources) this.#refreshAll(source);
    for (const [kind, names] of mentioned) for (const name of names) this.#refreshUsed(kind, name);
  }

  #followUndeclared(mentioned: (kind: string) => boolean, sources: Set<string>): void {
    for (const [kind, names] of this.#undeclared) {
      const touched = mentioned(kind) || sections.get(kind)?.some((section) => sources.has(section));
      if (touched && !shallowEqual(names, this.#newUndeclared(kind))) sources.add(mistakenIn(kind));
    }
  }

  /** A question with its answer. */
  query(name: Query["name"], args: readonly string[]): QueryResult {
    const known = this.#branchOf(name, args).entry;
    if (known) return known;
    const value = this.#valueOf({ name, args });
    const cell: CacheEntry = {
      name,
      args,
      value,
      dependencyMask: dependencyMaskOf({ name, args }),
      changedAt: this.#moment,
      mark: 0,
    };
    this.#place(cell);
    return cell;
  }

  #branchOf(name: Query["name"], args: readonly string[]): QueryNode {
    let branch = branchIn(this.#questions, name);
    for (const arg of args) {
      branch.next ??= new Map();
      branch = branchIn(branch.next, arg);
    }
    return branch;
  }

  #place(cell: CacheEntry): void {
    this.#branchOf(cell.name, cell.args).entry = cell;
    this.#size++;
    for (const source of inputsOf(cell)) {
      const cells = this.#bySource.get(source);
      if (cells) cells.push(cell);
      else this.#bySource.set(source, [cell]);
    }
  }

  #refreshAll(source: string): void {
    for (const cell of this.#bySource.get(source) ?? []) this.#refresh(cell);
  }

  #refresh(cell: CacheEntry): void {
    const value = this.#valueOf(cell);
    if (shallowEqual(value, cell.value)) return;
    cell.value = value;
    cell.changedAt = this.#moment;
    this.#change(cell.dependencyMask);
  }

  #refreshUsed(kind: string, name: string): void {
    const cell = this.#questions.get("used")?.next?.get(kind)?.next?.get(name)?.entry;
    if (cell) this.#refresh(cell);
  }

  #valueOf({ name: question, args }: Query): unknown {
    const [kind = "", name = ""] = args;
    switch (question) {
      case "has":
        return this.#reading.has(kind, name);
      case "the":
        return this.#reading.the(kind, name);
      case "names":
        return this.#reading.names(kind);
      case "all":
        return this.#reading.all(kind);
      case "get":
        return this.#reading.get(args);
      case "written":
        return this.#reading.written(args);
      case "used":
        return this.#mentions.has(kind, name) || (this.#mentions.open ? undefined : false);
      case "mistaken":
        return (this.#undeclared.get(kind) ?? this.#newUndeclared(kind)).some(
          (one) => closest(name, [one]).length + closest(one, [name]).length > 0,
        );
      case "own":
        return this.#members.has(kind);
      case "today":
        return this.#snapshot.today;
    }
  }

  /** Names of a kind that are mentioned and that nothing declares. */
  #newUndeclared(kind: string): readonly string[] {
    const names = this.#mentions.names(kind).filter((name) => this.#reading.has(kind, name) === false);
    this.#undeclared.set(kind, names);
    return names;
  }

  /** Whether there are many more answers than were in use when that was last looked at. */
  get crowded(): boolean {
    return this.#size > 2 * this.#inUse + 1000;
  }

  /** Keeps these answers alone. What rests on others has to be found again. */
  keep(inUse: ReadonlySet<QueryResult>): void {
    const cells = new Set([...this.#bySource.values()].flat());
    this.#questions.clear();
    this.#bySource.clear();
    this.#size = 0;
    for (const cell of cells) {
      if (inUse.has(cell)) this.#place(cell);
      else cell.changedAt = Number.POSITIVE_INFINITY;
    }
    this.#inUse = this.#size;
    this.#moment = ++moments;
    this.#changed.fill(this.#moment);
  }
}

function branchIn<K>(branches: Map<K, QueryNode>, key: K): QueryNode {
  let branch = branches.get(key);
  if (!branch) {
    branch = {};
    branches.set(key, branch);
  }
  return branch;
}

function rootOf(snapshot: Snapshot): MapValue {
  return establishmentOf(snapshot).value as MapValue;
}

function uriOf({ uri }: { readonly uri: string }): string {
  return uri;
}
