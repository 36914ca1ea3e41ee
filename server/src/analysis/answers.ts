import { closest } from "../base/closest.ts";
import { same } from "../base/same.ts";
import { establishmentOf } from "../model/establishment.ts";
import { Mentions } from "../model/mentioned.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Answer, Question } from "../rules/api/ask.ts";
import type { MapValue } from "../schema/value.ts";
import { Reading } from "./reading.ts";
import { Recorder } from "./recorder.ts";
import {
  aboutOf,
  changedSections,
  MEMBERS,
  mistakenIn,
  SUBJECTS,
  sections,
  sourcesOf,
  TODAY,
  USED,
} from "./sources.ts";

/** An answer that follows the establishment. */
type Cell = { -readonly [Key in keyof Answer]: Answer[Key] };

/** The questions that begin alike. */
interface Branch {
  cell?: Cell;
  next?: Map<string, Branch>;
}

let moments = 0;

/**
 * The answers of one establishment, from one moment to the next. A question is answered once, and again only when
 * something changed that decides the answer.
 */
export class Answers {
  #moment = 0;
  /** The moment at which an answer about each subject last became another. */
  readonly #changed = new Array<number>(SUBJECTS).fill(0);
  #snapshot: Snapshot;
  #members: ReadonlySet<string>;
  #reading: Reading;
  readonly #mentions = new Mentions();
  readonly #questions = new Map<Question["name"], Branch>();
  /** The cells that a section decides, or one of the other things that `sourcesOf` names. */
  readonly #bySource = new Map<string, Cell[]>();
  readonly #undeclared = new Map<string, readonly string[]>();
  /** What puts the questions of a rule. */
  readonly recorder = new Recorder(this);
  #size = 0;
  #inUse = 0;
  /** The moment at which what was found for another establishment was last seen to be right for this one too. */
  readonly trusted = new WeakMap<object, number>();

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.#members = new Set(snapshot.members.map(uriOf));
    this.#reading = new Reading(rootOf(snapshot));
    this.#mentions.follow(this.#reading.root);
    this.#moment = ++moments;
  }

  /** Tells this moment from those before; it counts over all establishments. */
  get moment(): number {
    return this.#moment;
  }

  /** Whether no answer about some subjects became another since a moment. */
  stand(about: number, since: number): boolean {
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
  follow(snapshot: Snapshot): void {
    const before = this.#snapshot;
    const { root } = this.#reading;
    const wasOpen = this.#mentions.open;
    this.#snapshot = snapshot;
    this.#reading = new Reading(rootOf(snapshot));
    this.#moment = ++moments;
    const sources = changedSections(root, this.#reading.root);
    if (before.today !== snapshot.today) sources.add(TODAY);
    if (!same(before.members.map(uriOf), snapshot.members.map(uriOf))) {
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
      if (touched && !same(names, this.#newUndeclared(kind))) sources.add(mistakenIn(kind));
    }
  }

  /** A question with its answer. */
  answer(name: Question["name"], args: readonly string[]): Answer {
    const known = this.#branchOf(name, args).cell;
    if (known) return known;
    const value = this.#valueOf({ name, args });
    const cell: Cell = { name, args, value, about: aboutOf({ name, args }), since: this.#moment, mark: 0 };
    this.#place(cell);
    return cell;
  }

  #branchOf(name: Question["name"], args: readonly string[]): Branch {
    let branch = branchIn(this.#questions, name);
    for (const arg of args) {
      branch.next ??= new Map();
      branch = branchIn(branch.next, arg);
    }
    return branch;
  }

  #place(cell: Cell): void {
    this.#branchOf(cell.name, cell.args).cell = cell;
    this.#size++;
    for (const source of sourcesOf(cell)) {
      const cells = this.#bySource.get(source);
      if (cells) cells.push(cell);
      else this.#bySource.set(source, [cell]);
    }
  }

  #refreshAll(source: string): void {
    for (const cell of this.#bySource.get(source) ?? []) this.#refresh(cell);
  }

  #refresh(cell: Cell): void {
    const value = this.#valueOf(cell);
    if (same(value, cell.value)) return;
    cell.value = value;
    cell.since = this.#moment;
    this.#change(cell.about);
  }

  #refreshUsed(kind: string, name: string): void {
    const cell = this.#questions.get("used")?.next?.get(kind)?.next?.get(name)?.cell;
    if (cell) this.#refresh(cell);
  }

  #valueOf({ name: question, args }: Question): unknown {
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
  keep(inUse: ReadonlySet<Answer>): void {
    const cells = new Set([...this.#bySource.values()].flat());
    this.#questions.clear();
    this.#bySource.clear();
    this.#size = 0;
    for (const cell of cells) {
      if (inUse.has(cell)) this.#place(cell);
      else cell.since = Number.POSITIVE_INFINITY;
    }
    this.#inUse = this.#size;
    this.#moment = ++moments;
    this.#changed.fill(this.#moment);
  }
}

function branchIn<K>(branches: Map<K, Branch>, key: K): Branch {
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
