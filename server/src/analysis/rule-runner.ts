import type { Rule } from "../rules/api/rule.ts";
import type { QueryResult, Subject } from "../rules/api/rule-context.ts";
import { type Entry, holdsMaps } from "../schema/value.ts";
import { MAX_HELD } from "../syntax/problem.ts";
import {
  type CachedCheck,
  hasSameResults,
  holdFirst,
  isUnchanged,
  type RuleFinding,
  runRule,
} from "./cached-check.ts";
import { HeldProblems } from "./held-problems.ts";
import { type OnFault, throwOn } from "./own-faults.ts";
import type { PlanNode, RulePlan } from "./plan.ts";
import type { QueryCache } from "./query-cache.ts";

/** The findings of all rules on one entry and on everything below it. */
export interface CheckResult {
  readonly entry: Entry;
  readonly node: PlanNode | undefined;
  /** The checks that found something or made a query. */
  readonly checks: readonly CachedCheck[];
  /** The results below that are cached by themselves. */
  readonly below: readonly CheckResult[];
  /** The dependencies of this result and of all below it. */
  readonly dependencyMask: number;
  /** Whether there is any finding here or below. */
  readonly some: boolean;
  /** The establishment that the result was found for, and the last revision at which it was known to be right. */
  readonly cache: QueryCache;
  verifiedAt: number;
}

/** Most heirs of a base have the same results for what it contains, so few results need to be cached for each entry. */
const RESULTS_PER_ENTRY = 3;
/** In a map of at most so many entries, those that contain no maps are checked together with the map. */
const SMALL_MAP = 32;
const NONE: readonly never[] = [];

/** Runs rules on values, and runs them again only where something changed. */
export class RuleRunner {
  readonly #plan: RulePlan;
  readonly #onFault: OnFault;
  /** By entry; the entry of a value that did not change is the same object. */
  readonly #results = new WeakMap<Entry, readonly CheckResult[]>();
  /** How many findings were made and held since the last were collected. */
  readonly #made = new Map<Rule, number>();

  /** `onFault` is told of each rule that throws; such a rule finds nothing, and the others go on. */
  constructor(plan: RulePlan, onFault: OnFault = throwOn) {
    this.#plan = plan;
    this.#onFault = onFault;
  }

  /**
   * Runs the rules on an entry and on everything below it, at `node` of the plan. A cached result is right while the
   * entry is the same object and its dependencies are unchanged; otherwise only the rules with changed dependencies run
   * again.
   */
  check(entry: Entry, node: PlanNode | undefined, cache: QueryCache): CheckResult {
    const known = this.#results.get(entry) ?? NONE;
    const own = known.find((result) => result.cache === cache && result.node === node);
    const shared = own ? undefined : known.find((result) => result.node === node && isRight(result, cache));
    const result = (own && this.#update(own, cache)) ?? shared ?? this.#run(entry, node, cache);
    if (!known.includes(result))
      this.#results.set(entry, [
        result,
        ...known.filter((one) => one !== own).slice(0, RESULTS_PER_ENTRY - 1),
      ]);
    return result;
  }

  /**
   * The things in large sections of an establishment about which nothing is known yet, where they are many: what `check`
   * finds of them first, it takes over when it goes through the whole. After a keystroke there are none.
   */
  unknownThings(root: Subject, node: PlanNode | undefined): readonly Checkable[] {
    if (this.#results.has(root)) return NONE;
    return this.#childrenOf(root, node).flatMap(({ subject, node: below }): readonly Checkable[] => {
      if (this.#results.has(subject)) return NONE;
      const unknown: Checkable[] = [];
      for (const entry of subject.value.entries.values())
        if (!this.#results.has(entry) && isSubject(entry)) {
          const child = this.#childOf(entry, below, false);
          if (child) unknown.push({ entry, node: child.node });
        }
      return unknown.length > SMALL_MAP ? unknown : NONE;
    });
  }

  /** Brings a result up to date; returns the same object if nothing changed. */
  #update(result: CheckResult, cache: QueryCache): CheckResult {
    const since = result.verifiedAt;
    if (!cache.unchangedSince(result.dependencyMask, since)) {
      const checks = mapUnlessSame(result.checks, (one) =>
        isUnchanged(one, since) ? one : this.#runRule(one.rule, one.subject, cache),
      );
      const below = mapUnlessSame(result.below, ({ entry, node }) => this.check(entry, node, cache));
      if (checks !== result.checks || below !== result.below)
        return resultOf({ ...result, checks, below, cache });
    }
    result.verifiedAt = cache.revision;
    return result;
  }

  #run(entry: Entry, node: PlanNode | undefined, cache: QueryCache): CheckResult {
    const checks: CachedCheck[] = [];
    const below: CheckResult[] = [];
    if (isSubject(entry)) {
      this.#runRules(entry, node, cache, checks);
      for (const child of this.#childrenOf(entry, node)) {
        if (child.small) this.#runRules(child.subject, child.node, cache, checks);
        else below.push(this.check(child.subject, child.node, cache));
      }
    }
    return resultOf({ entry, node, checks, below, cache });
  }

  #runRules(subject: Subject, node: PlanNode | undefined, cache: QueryCache, into: CachedCheck[]): void {
    for (const rules of [node?.rules ?? NONE, this.#plan.everywhere(subject.value.schema)]) {
      for (const rule of rules) {
        const check = this.#runRule(rule, subject, cache);
        if (check.dependencies.length > 0 || check.count > 0) into.push(check);
      }
    }
  }

  #runRule(rule: Rule, subject: Subject, cache: QueryCache): CachedCheck {
    const made = this.#made.get(rule) ?? 0;
    const check = runRule(rule, subject, cache, this.#onFault, Math.max(0, MAX_HELD - made));
    if (check.held.length > 0) this.#made.set(rule, made + check.held.length);
    return check;
  }

  /**
   * The findings of a result, of each rule in each file no more than are held. Which these are depends on the values
   * alone: those that an earlier run did not hold are found again.
   */
  findingsOf(result: CheckResult, cache: QueryCache): readonly RuleFinding[] {
    const held = new HeldProblems<RuleFinding>();
    this.#collect(result, cache, held);
    this.#made.clear();
    return held.all();
  }

  #collect({ some, checks, below }: CheckResult, cache: QueryCache, into: HeldProblems<RuleFinding>): void {
    if (!some) return;
    for (const check of checks) {
      if (check.count === 0) continue;
      const { rule, subject, count } = check;
      const { uri } = subject.key.block;
      holdFirst(check, into.room(rule.id, uri), cache, this.#onFault);
      into.add(rule.id, uri, check.held, count);
    }
    for (const one of below) this.#collect(one, cache, into);
  }

  #childrenOf({ value }: Subject, node: PlanNode | undefined): readonly ChildSubject[] {
    const children: ChildSubject[] = [];
    const few = value.entries.size <= SMALL_MAP;
    for (const entry of value.entries.values()) {
      const child = isSubject(entry) ? this.#childOf(entry, node, few) : undefined;
      if (child) children.push(child);
    }
    return children;
  }

  /** A subject in another one, at `node` of the plan, of which it is one of `few`; `undefined` if no rule looks at it. */
  #childOf(subject: Subject, node: PlanNode | undefined, few: boolean): ChildSubject | undefined {
    const below = node?.keys.get(subject.name) ?? node?.any;
    if (!below && !this.#plan.reaches(subject.value.schema)) return undefined;
    return { subject, node: below, small: few && !holdsMaps(subject.value) };
  }
}

/** An entry that is checked by itself, and its place in the plan. */
export interface Checkable {
  readonly entry: Entry;
  readonly node: PlanNode | undefined;
}

/** A subject inside another one. */
interface ChildSubject {
  readonly subject: Subject;
  readonly node: PlanNode | undefined;
  /** Whether it is checked together with the map that contains it. */
  readonly small: boolean;
}

/** Drops the query results on which nothing depends any more, once there are many. */
export function evictUnused(result: CheckResult, cache: QueryCache): void {
  if (!cache.crowded) return;
  const inUse = new Set<QueryResult>();
  const walk = ({ checks, below, cache: other }: CheckResult): void => {
    for (const { dependencies } of checks) {
      for (const one of dependencies) inUse.add(other === cache ? one : cache.query(one.name, one.args));
    }
    for (const one of below) walk(one);
  };
  walk(result);
  cache.keep(inUse);
}

function resultOf(parts: Pick<CheckResult, "entry" | "node" | "checks" | "below" | "cache">): CheckResult {
  const { entry, node, checks, below, cache } = parts;
  const some = checks.some(({ count }) => count > 0) || below.some((one) => one.some);
  let dependencyMask = 0;
  for (const { dependencies } of checks)
    for (const result of dependencies) dependencyMask |= result.dependencyMask;
  for (const one of below) dependencyMask |= one.dependencyMask;
  return { entry, node, checks, below, dependencyMask, some, cache, verifiedAt: cache.revision };
}

/** Whether a result, usually found for another establishment, is right for this one too. */
function isRight(result: CheckResult, cache: QueryCache): boolean {
  const own = result.cache === cache;
  const since = own ? result.verifiedAt : (cache.verified.get(result) ?? -1);
  if (!cache.unchangedSince(result.dependencyMask, since)) {
    const holds = (one: CachedCheck) =>
      own ? isUnchanged(one, since) : hasSameResults(one, result.verifiedAt, cache, since);
    if (!result.checks.every(holds) || !result.below.every((below) => isRight(below, cache))) return false;
  }
  if (own) result.verifiedAt = cache.revision;
  else cache.verified.set(result, cache.revision);
  return true;
}

/** Maps a list; the same list if no item changed. */
function mapUnlessSame<T>(list: readonly T[], change: (one: T) => T): readonly T[] {
  let next: T[] | undefined;
  let index = 0;
  for (const one of list) {
    const changed = change(one);
    if (changed !== one) {
      next ??= [...list];
      next[index] = changed;
    }
    index++;
  }
  return next ?? list;
}

/** Whether rules may have something to say about an entry: it is a map. */
export function isSubject(entry: Entry): entry is Subject {
  return entry.value.kind === "map";
}
