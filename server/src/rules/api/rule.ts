import type { Message } from "../../base/message.ts";
import type { Pronote } from "../../schema/generated/types.ts";
import type { Schema } from "../../schema/schema.ts";
import type { Below, TypedMap, Value } from "../../schema/value.ts";
import type { Fix, Problem, Related } from "../../syntax/problem.ts";
import type { Span } from "../../syntax/tree.ts";
import type { RuleContext, Subject, TypedSubject } from "./rule-context.ts";

/** The severity of a rule, as in LSP. */
export type Severity = "error" | "warning" | "information" | "hint";

/**
 * A result of a rule. If `at` has several targets, the finding is on the first in the establishment's own files, or
 * else on the first.
 */
export interface RuleResult {
  readonly at: FindingTarget | readonly FindingTarget[];
  readonly message: Message;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  /**
   * Identifies the fault if it shows in several places: it is reported at the first of them, the others are related
   * information.
   */
  readonly subject?: string;
  /**
   * The value that causes the fault. Of all findings with one cause, whatever their rules, only the first is reported;
   * none if there is a finding on the cause itself.
   */
  readonly cause?: Span;
  /** Of this finding, what the rule's `everyHeir` says; it stays as severe as it is. */
  readonly everyHeir?: boolean;
  /** What is reported in place of this if the fault shows in several places: its cause, which is elsewhere. */
  readonly ifSeveral?: CommonCause;
}

/** The cause of a fault that shows in several places. */
export interface CommonCause {
  readonly at: Span;
  readonly message: Message;
  readonly fixes?: readonly Fix[];
}

/** Where a finding is reported: a span, or the span of a value. */
export type FindingTarget = Span | Value;

/** A kind of fault in configurations, and how to find it. */
export interface Rule {
  /** The name of the fault, which makes sense after “allow”; it never changes. */
  readonly id: string;
  readonly severity: Severity;
  /** The page of the rule in both languages: why it matters, examples that tests run, the source. */
  readonly docs: string;
  /**
   * The subjects of the rule: keys from the root, with `*` for any key; `""` for the root, `**` for every map. Empty
   * for rules whose findings come from the syntax or the schema.
   */
  readonly on: readonly string[];
  readonly check?: (thing: Subject, context: RuleContext) => Iterable<RuleResult>;
  /** For `**`: whether the rule applies to maps of this schema. */
  readonly where?: (schema: Schema) => boolean;
  /** A finding on a base is reported only if all its heirs have it, as an information. */
  readonly everyHeir?: boolean;
  /** For faults between establishments: compares those of a workspace. */
  readonly across?: CrossComparison;
}

/** Compares establishments by facts about each, so that no two of them need to be in memory at the same time. */
export interface CrossComparison {
  readonly factsOf: (establishment: TypedMap<Pronote>) => readonly CrossFact[];
  /** Finds faults in the facts of all establishments, given in the order of the establishments. */
  readonly compare: (facts: readonly CrossFact[]) => Iterable<RuleResult & { readonly at: Span }>;
}

/** A fact about an establishment, and its span. It should be small: those of all establishments are kept. */
export interface CrossFact {
  readonly at: Span;
  readonly values: readonly string[];
}

/** The type of the things at a path of `on`. */
export type ThingAt<P extends string, T = Pronote> = P extends "" | "**"
  ? P extends ""
    ? T
    : unknown
  : P extends `${infer Head}.${infer Rest}`
    ? ThingAt<Rest, Head extends "*" ? Below<T, string> : Below<T, Head>>
    : P extends "*"
      ? Below<T, string>
      : Below<T, P>;

interface RuleDefinition<P extends string> {
  readonly id: string;
  readonly severity: Severity;
  readonly on: P | readonly P[];
  readonly docs: string;
  readonly where?: (schema: Schema) => boolean;
  readonly everyHeir?: boolean;
  readonly check: (thing: TypedSubject<ThingAt<P>>, context: RuleContext) => Iterable<RuleResult>;
}

/** Defines a rule; the type of its subjects follows from `on` and the schema. */
export function rule<const P extends string>({ on, check, ...rest }: RuleDefinition<P>): Rule {
  return {
    ...rest,
    on: typeof on === "string" ? [on] : on,
    // The type of the subject follows from `on`, which the type of a list of rules cannot express.
    check: check as NonNullable<Rule["check"]>,
  };
}

/** A rule whose findings come from the syntax, the schema or the merging of files. */
export function described(id: string, severity: Severity, docs: string): Rule {
  return { id, severity, on: [], docs };
}

/** A problem, with the rule that it belongs to. */
export interface Finding extends Problem {
  readonly rule: Rule;
  readonly subject?: string;
  readonly cause?: Span;
  readonly everyHeir?: boolean;
  readonly ifSeveral?: CommonCause;
}
