import { shallowEqual } from "../base/shallow-equal.ts";
import type { Rule, RuleResult } from "../rules/api/rule.ts";
import type { QueryResult, Subject } from "../rules/api/rule-context.ts";
import { type Entry, holdsMaps } from "../schema/value.ts";
import type { PlanNode, RulePlan } from "./plan.ts";
import type { QueryCache } from "./query-cache.ts";

/** What a rule found. */
export interface RuleFinding {
  readonly rule: Rule;
  readonly found: RuleResult;
}

/** What a rule found of a thing, and the cache that this rests on. */
interface CachedCheck {
  readonly rule: Rule;
  readonly thing: Subject;
  readonly dependencies: readonly QueryResult[];
  readonly found: readonly RuleFinding[];
}

/** What the rules found in one thing and below it. */
export interface CheckResult {
  readonly thing: Entry;
  readonly place: PlanNode | undefined;
  /** What was found by rules that asked nothing. */
  readonly found: readonly RuleFinding[];
  /** The others. */
  readonly dependent: readonly CachedCheck[];
  /** What is kept by itself of what lies below. */
  readonly below: readonly CheckResult[];
  /** What the cache are about that it and all below it rest on. */
  readonly dependencyMask: number;
  /** Whether it, or something below it, found something. */
  readonly some: boolean;
  /** Whose cache these are, and the last moment at which they were the same. */
  readonly cache: QueryCache;
  verifiedAt: number;
}

/** Most establishments that share a base give the same cache about its things: so few results are kept of each. */
const KEPT = 3;
/** Things without others in them, if they are so few, are judged with the map that holds them. */
const FEW = 32;
const kept = new WeakMap<Entry, readonly CheckResult[]>();
const NONE: readonly never[] = [];

/**
 * Runs the rules on a thing and on all below it. What was found is taken over as long as the thing is the same and the
 * questions would be answered as they were; of what asked others, only those run again.
 */
export function check(
  thing: Entry,
  place: PlanNode | undefined,
  plan: RulePlan,
  cache: QueryCache,
): CheckResult {
  const known = kept.get(thing) ?? NONE;
  const own = ownOf(known, place, cache);
  const shared = own ? undefined : known.find((result) => result.place === place && holds(result, cache));
  const result = (own && renewed(own, plan, cache)) ?? shared ?? run(thing, place, plan, cache);
  if (!known.includes(result))
    kept.set(thing, [result, ...known.filter((one) => one !== own).slice(0, KEPT - 1)]);
  return result;
}

function ownOf(
  known: readonly CheckResult[],
  place: PlanNode | undefined,
  cache: QueryCache,
): CheckResult | undefined {
  for (const result of known) if (result.cache === cache && result.place === place) return result;
  return undefined;
}

/** A result with what does not hold any more found again; the same one if all holds. */
function renewed(result: CheckResult, plan: RulePlan, cache: QueryCache): CheckResult {
  const since = result.verifiedAt;
  if (!cache.unchangedSince(result.dependencyMask, since)) {
    const dependent = mapped(result.dependent, (one) =>
      stands(one, since) ? one : judged(one.rule, one.thing, cache),
    );
    const below = mapped(result.below, ({ thing, place }) => check(thing, place, plan, cache));
    if (dependent !== result.dependent || below !== result.below)
      return resultOf({ ...result, dependent, below, cache });
  }
  result.verifiedAt = cache.revision;
  return result;
}

function stands({ dependencies }: CachedCheck, since: number): boolean {
  for (const answer of dependencies) if (answer.changedAt > since) return false;
  return true;
}

/** The same list if nothing in it becomes another. */
function mapped<T>(list: readonly T[], change: (one: T) => T): readonly T[] {
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

/** Whether what was found, mostly for another establishment, would be found for this one. */
function holds(result: CheckResult, cache: QueryCache): boolean {
  const own = result.cache === cache;
  const since = own ? result.verifiedAt : (cache.verified.get(result) ?? -1);
  if (!cache.unchangedSince(result.dependencyMask, since)) {
    const held = (one: CachedCheck) => (own ? stands(one, since) : standsHere(one, result, cache, since));
    if (!result.dependent.every(held) || !result.below.every((below) => holds(below, cache))) return false;
  }
  if (own) result.verifiedAt = cache.revision;
  else cache.verified.set(result, cache.revision);
  return true;
}

function standsHere(
  { dependencies }: CachedCheck,
  { verifiedAt }: CheckResult,
  cache: QueryCache,
  since: number,
): boolean {
  return dependencies.every((answer) => {
    const own = cache.query(answer.name, answer.args);
    return (
      own.changedAt <= since || (answer.changedAt <= verifiedAt && shallowEqual(answer.value, own.value))
    );
  });
}

function run(thing: Entry, place: PlanNode | undefined, plan: RulePlan, cache: QueryCache): CheckResult {
  const found: RuleFinding[] = [];
  const dependent: CachedCheck[] = [];
  const below: CheckResult[] = [];
  if (isThing(thing)) {
    judge(thing, place, plan, cache, { found, dependent });
    for (const part of partsOf(thing, place, plan)) {
      if (part.small) judge(part.thing, part.place, plan, cache, { found, dependent });
      else below.push(check(part.thing, part.place, plan, cache));
    }
  }
  return resultOf({ thing, place, found, dependent, below, cache });
}

function judge(
  thing: Subject,
  place: PlanNode | undefined,
  plan: RulePlan,
  cache: QueryCache,
  { found, dependent }: { readonly found: RuleFinding[]; readonly dependent: CachedCheck[] },
): void {
  for (const rules of [place?.rules ?? NONE, plan.everywhere(thing.value.schema)]) {
    for (const rule of rules) {
      const judgement = judged(rule, thing, cache);
      if (judgement.dependencies.length > 0) dependent.push(judgement);
      else found.push(...judgement.found);
    }
  }
}

function isThing(entry: Entry): entry is Subject {
  return entry.value.kind === "map";
}

function judged(rule: Rule, thing: Subject, cache: QueryCache): CachedCheck {
  const { recorder } = cache;
  recorder.begin();
  let found: RuleFinding[] | undefined;
  if (rule.check) {
    for (const one of rule.check(thing, recorder)) {
      found ??= [];
      found.push({ rule, found: one });
    }
  }
  return { rule, thing, dependencies: recorder.asked, found: found ?? NONE };
}

function resultOf(
  parts: Pick<CheckResult, "thing" | "place" | "found" | "dependent" | "below" | "cache">,
): CheckResult {
  const { thing, place, found, dependent, below, cache } = parts;
  const some =
    found.length > 0 || dependent.some((one) => one.found.length > 0) || below.some((one) => one.some);
  let dependencyMask = 0;
  for (const { dependencies } of dependent)
    for (const answer of dependencies) dependencyMask |= answer.dependencyMask;
  for (const one of below) dependencyMask |= one.dependencyMask;
  return { thing, place, found, dependent, below, dependencyMask, some, cache, verifiedAt: cache.revision };
}

/** A thing in another one. */
interface ChildSubject {
  readonly thing: Subject;
  readonly place: PlanNode | undefined;
  /** It is judged with the map that holds it. */
  readonly small: boolean;
}

function partsOf({ value }: Subject, place: PlanNode | undefined, plan: RulePlan): readonly ChildSubject[] {
  const parts: ChildSubject[] = [];
  const few = value.entries.size <= FEW;
  for (const entry of value.entries.values()) {
    if (!isThing(entry)) continue;
    const below = place?.keys.get(entry.name) ?? place?.any;
    if (below || plan.reaches(entry.value.schema))
      parts.push({ thing: entry, place: below, small: few && !holdsMaps(entry.value) });
  }
  return parts;
}

/** All that was found in a thing and below it. */
export function ruleFindingsOf(result: CheckResult, into: RuleFinding[] = []): readonly RuleFinding[] {
  if (!result.some) return into;
  for (const one of result.found) into.push(one);
  for (const { found } of result.dependent) for (const one of found) into.push(one);
  for (const below of result.below) ruleFindingsOf(below, into);
  return into;
}

/** Lets go of the cache that a result and those below it do not rest on, once there are many. */
export function evictUnused(result: CheckResult, cache: QueryCache): void {
  if (!cache.crowded) return;
  const inUse = new Set<QueryResult>();
  const walk = ({ dependent, below, cache: whose }: CheckResult): void => {
    for (const { dependencies } of dependent) {
      for (const one of dependencies) inUse.add(whose === cache ? one : cache.query(one.name, one.args));
    }
    for (const one of below) walk(one);
  };
  walk(result);
  cache.keep(inUse);
}
