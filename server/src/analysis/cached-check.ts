import { shallowEqual } from "../base/shallow-equal.ts";
import type { Rule, RuleResult } from "../rules/api/rule.ts";
import type { QueryResult, Subject } from "../rules/api/rule-context.ts";
import { guarded, type OnFault, ruleNamed } from "./own-faults.ts";
import type { QueryCache } from "./query-cache.ts";

/** A result of a rule. */
export interface RuleFinding {
  readonly rule: Rule;
  readonly found: RuleResult;
  /** How many of the same rule in the same file follow that are not held. */
  readonly more?: number;
}

/** The findings of a rule on one subject, and the query results that they depend on. */
export interface CachedCheck {
  readonly rule: Rule;
  readonly subject: Subject;
  readonly dependencies: readonly QueryResult[];
  /** The number of findings, held or not. */
  readonly count: number;
  /** The first of them. The others are found again when they are needed. */
  held: readonly RuleFinding[];
}

const NONE: readonly never[] = [];

/** Runs one rule on one subject; `most` is how many of its findings are held. */
export function runRule(
  rule: Rule,
  subject: Subject,
  cache: QueryCache,
  onFault: OnFault,
  most: number,
): CachedCheck {
  const { recorder } = cache;
  recorder.begin();
  const { count, held } = guarded(
    () => ruleNamed(rule),
    onFault,
    () => findingsIn(rule, subject, cache, most),
    NOTHING,
  );
  return { rule, subject, dependencies: recorder.dependencies, count, held };
}

const NOTHING = { count: 0, held: NONE };

/** All results are made, so that every query is recorded and every finding is counted. */
function findingsIn(rule: Rule, subject: Subject, { recorder }: QueryCache, most: number) {
  let held: RuleFinding[] | undefined;
  let count = 0;
  for (const found of rule.check?.(subject, recorder) ?? NONE) {
    count++;
    if (count > most) continue;
    held ??= [];
    held.push({ rule, found });
  }
  return { count, held: held ?? NONE };
}

/** Makes a check hold the first `most` of its findings, and no others: a rule always finds the same. */
export function holdFirst(check: CachedCheck, most: number, cache: QueryCache, onFault: OnFault): void {
  const wanted = Math.min(most, check.count);
  if (check.held.length > wanted) check.held = check.held.slice(0, wanted);
  else if (check.held.length < wanted)
    check.held = runRule(check.rule, check.subject, cache, onFault, wanted).held;
}

/** Whether no query of a check has another result since a revision. */
export function isUnchanged({ dependencies }: CachedCheck, since: number): boolean {
  for (const result of dependencies) if (result.changedAt > since) return false;
  return true;
}

/**
 * Whether the queries of a check that was right for another establishment at `verifiedAt` have the same results in this
 * one.
 */
export function hasSameResults(
  { dependencies }: CachedCheck,
  verifiedAt: number,
  cache: QueryCache,
  since: number,
): boolean {
  return dependencies.every((other) => {
    const own = cache.query(other.name, other.args);
    return own.changedAt <= since || (other.changedAt <= verifiedAt && shallowEqual(other.value, own.value));
  });
}
