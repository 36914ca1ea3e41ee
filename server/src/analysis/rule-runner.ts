import { appendAll } from "../base/append-all.ts";
import { shallowEqual } from "../base/shallow-equal.ts";
import type { Rule, RuleResult } from "../rules/api/rule.ts";
import type { QueryResult, RuleContext, Subject } from "../rules/api/rule-context.ts";
import { type Entry, holdsMaps } from "../schema/value.ts";
import { guarded, type OnFault, ruleNamed, throwOn } from "./own-faults.ts";
import type { PlanNode, RulePlan } from "./plan.ts";
import type { QueryCache } from "./query-cache.ts";

/** A result of a rule. */
export interface RuleFinding {
  readonly rule: Rule;
  readonly found: RuleResult;
}

/** The findings of a rule on one subject, and the query results that they depend on. */
interface CachedCheck {
  readonly rule: Rule;
  readonly subject: Subject;
  readonly dependencies: readonly QueryResult[];
  readonly found: readonly RuleFinding[];
}

/** The findings of all rules on one entry and on everything below it. */
export interface CheckResult {
  readonly entry: Entry;
  readonly node: PlanNode | undefined;
  /** The findings of rules that made no query. */
  readonly found: readonly RuleFinding[];
  /** The checks of the other rules. */
  readonly dependent: readonly CachedCheck[];
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

/** The findings on one entry while they are collected. */
interface Sinks {
  readonly found: RuleFinding[];
  readonly dependent: CachedCheck[];
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

  /** Brings a result up to date; returns the same object if nothing changed. */
  #update(result: CheckResult, cache: QueryCache): CheckResult {
    const since = result.verifiedAt;
    if (!cache.unchangedSince(result.dependencyMask, since)) {
      const dependent = mapUnlessSame(result.dependent, (one) =>
        isUnchanged(one, since) ? one : runRule(one.rule, one.subject, cache, this.#onFault),
      );
      const below = mapUnlessSame(result.below, ({ entry, node }) => this.check(entry, node, cache));
      if (dependent !== result.dependent || below !== result.below)
        return resultOf({ ...result, dependent, below, cache });
    }
    result.verifiedAt = cache.revision;
    return result;
  }

  #run(entry: Entry, node: PlanNode | undefined, cache: QueryCache): CheckResult {
    const found: RuleFinding[] = [];
    const dependent: CachedCheck[] = [];
    const below: CheckResult[] = [];
    if (isSubject(entry)) {
      this.#runRules(entry, node, cache, { found, dependent });
      for (const child of this.#childrenOf(entry, node)) {
        if (child.small) this.#runRules(child.subject, child.node, cache, { found, dependent });
        else below.push(this.check(child.subject, child.node, cache));
      }
    }
    return resultOf({ entry, node, found, dependent, below, cache });
  }

  #runRules(subject: Subject, node: PlanNode | undefined, cache: QueryCache, sinks: Sinks): void {
    for (const rules of [node?.rules ?? NONE, this.#plan.everywhere(subject.value.schema)]) {
      for (const rule of rules) {
        const check = runRule(rule, subject, cache, this.#onFault);
        if (check.dependencies.length > 0) sinks.dependent.push(check);
        else appendAll(sinks.found, check.found);
      }
    }
  }

  #childrenOf({ value }: Subject, node: PlanNode | undefined): readonly ChildSubject[] {
    const children: ChildSubject[] = [];
    const few = value.entries.size <= SMALL_MAP;
    for (const entry of value.entries.values()) {
      if (!isSubject(entry)) continue;
      const below = node?.keys.get(entry.name) ?? node?.any;
      if (below || this.#plan.reaches(entry.value.schema))
        children.push({ subject: entry, node: below, small: few && !holdsMaps(entry.value) });
    }
    return children;
  }
}

/** A subject inside another one. */
interface ChildSubject {
  readonly subject: Subject;
  readonly node: PlanNode | undefined;
  /** Whether it is checked together with the map that contains it. */
  readonly small: boolean;
}

/** All findings on an entry and below it. */
export function ruleFindingsOf(result: CheckResult, into: RuleFinding[] = []): readonly RuleFinding[] {
  if (!result.some) return into;
  for (const one of result.found) into.push(one);
  for (const { found } of result.dependent) for (const one of found) into.push(one);
  for (const below of result.below) ruleFindingsOf(below, into);
  return into;
}

/** Drops the query results on which nothing depends any more, once there are many. */
export function evictUnused(result: CheckResult, cache: QueryCache): void {
  if (!cache.crowded) return;
  const inUse = new Set<QueryResult>();
  const walk = ({ dependent, below, cache: other }: CheckResult): void => {
    for (const { dependencies } of dependent) {
      for (const one of dependencies) inUse.add(other === cache ? one : cache.query(one.name, one.args));
    }
    for (const one of below) walk(one);
  };
  walk(result);
  cache.keep(inUse);
}

/** Runs one rule on one subject. */
function runRule(rule: Rule, subject: Subject, cache: QueryCache, onFault: OnFault): CachedCheck {
  const { recorder } = cache;
  recorder.begin();
  const found = guarded(
    () => ruleNamed(rule),
    onFault,
    () => findingsIn(rule, subject, recorder),
    NONE,
  );
  return { rule, subject, dependencies: recorder.dependencies, found };
}

function findingsIn(rule: Rule, subject: Subject, context: RuleContext): readonly RuleFinding[] {
  let found: RuleFinding[] | undefined;
  for (const one of rule.check?.(subject, context) ?? NONE) {
    found ??= [];
    found.push({ rule, found: one });
  }
  return found ?? NONE;
}

function resultOf(
  parts: Pick<CheckResult, "entry" | "node" | "found" | "dependent" | "below" | "cache">,
): CheckResult {
  const { entry, node, found, dependent, below, cache } = parts;
  const some =
    found.length > 0 || dependent.some((one) => one.found.length > 0) || below.some((one) => one.some);
  let dependencyMask = 0;
  for (const { dependencies } of dependent)
    for (const result of dependencies) dependencyMask |= result.dependencyMask;
  for (const one of below) dependencyMask |= one.dependencyMask;
  return { entry, node, found, dependent, below, dependencyMask, some, cache, verifiedAt: cache.revision };
}

/** Whether a result, usually found for another establishment, is right for this one too. */
function isRight(result: CheckResult, cache: QueryCache): boolean {
  const own = result.cache === cache;
  const since = own ? result.verifiedAt : (cache.verified.get(result) ?? -1);
  if (!cache.unchangedSince(result.dependencyMask, since)) {
    const holds = (one: CachedCheck) =>
      own ? isUnchanged(one, since) : hasSameResults(one, result, cache, since);
    if (!result.dependent.every(holds) || !result.below.every((below) => isRight(below, cache))) return false;
  }
  if (own) result.verifiedAt = cache.revision;
  else cache.verified.set(result, cache.revision);
  return true;
}

function isUnchanged({ dependencies }: CachedCheck, since: number): boolean {
  for (const result of dependencies) if (result.changedAt > since) return false;
  return true;
}

/** Whether the queries of a check for another establishment have the same results in this one. */
function hasSameResults(
  { dependencies }: CachedCheck,
  { verifiedAt }: CheckResult,
  cache: QueryCache,
  since: number,
): boolean {
  return dependencies.every((other) => {
    const own = cache.query(other.name, other.args);
    return own.changedAt <= since || (other.changedAt <= verifiedAt && shallowEqual(other.value, own.value));
  });
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

function isSubject(entry: Entry): entry is Subject {
  return entry.value.kind === "map";
}
