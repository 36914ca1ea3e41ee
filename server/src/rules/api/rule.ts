import type { Message } from "../../base/message.ts";
import type { Pronote } from "../../schema/generated/types.ts";
import type { Schema } from "../../schema/schema.ts";
import type { Below, TypedMap, Value } from "../../schema/value.ts";
import type { Fix, Problem, Related } from "../../syntax/problem.ts";
import type { Span } from "../../syntax/tree.ts";
import type { RuleContext, Subject, TypedSubject } from "./rule-context.ts";

export type Severity = "error" | "warning" | "information" | "hint";

/**
 * What a rule found. `at` is a text or a value; of several, the finding stands on the first that is the establishment's
 * own, else on the first.
 */
export interface RuleResult {
  readonly at: FindingTarget | readonly FindingTarget[];
  readonly message: Message;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  /** What it is about, where several places show one fault: it is told at the first, the others are related. */
  readonly subject?: string;
}

export type FindingTarget = Span | Value;

/** A fault that can be told from the configuration, and how. */
export interface Rule {
  /** For ever; it names the fault: “allow unknown-classe”. */
  readonly id: string;
  readonly severity: Severity;
  /** The page of the rule: why it matters, examples that tests run, the source; in both languages. */
  readonly docs: string;
  /**
   * What it runs on: keys from the root, `*` for each name; `""` the whole, `**` every map. None for what is found
   * on the way: syntax and shape.
   */
  readonly on: readonly string[];
  readonly check?: (thing: Subject, context: RuleContext) => Iterable<RuleResult>;
  /** Of every map, only those whose schema it can say something of. */
  readonly where?: (schema: Schema) => boolean;
  /** Compares the establishments of a workspace, where the fault lies between them. */
  readonly across?: CrossComparison;
}

/** How establishments are compared: by what each says of itself, so that no two have to be at hand at once. */
export interface CrossComparison {
  readonly factsOf: (establishment: TypedMap<Pronote>) => readonly CrossFact[];
  /** What the facts of all show, in the order of the establishments. */
  readonly compare: (facts: readonly CrossFact[]) => Iterable<RuleResult & { readonly at: Span }>;
}

/** Something that an establishment says, and where. Little: it is kept of every establishment. */
export interface CrossFact {
  readonly at: Span;
  readonly says: readonly string[];
}

/** The type of the things at a path. */
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
  readonly check: (thing: TypedSubject<ThingAt<P>>, context: RuleContext) => Iterable<RuleResult>;
}

/** Writes a rule down; its things are typed by the schema. */
export function rule<const P extends string>({ on, check, ...rest }: RuleDefinition<P>): Rule {
  return {
    ...rest,
    on: typeof on === "string" ? [on] : on,
    // `on` says what the check is given; the type of a list of rules cannot.
    check: check as NonNullable<Rule["check"]>,
  };
}

/** A rule whose findings are made on the way: by the syntax or the schema. */
export function described(id: string, severity: Severity, docs: string): Rule {
  return { id, severity, on: [], docs };
}

/** A problem with the rule that it belongs to. */
export interface Finding extends Problem {
  readonly rule: Rule;
  readonly subject?: string;
}
