import type { Pronote } from "../../schema/generated/types.ts";
import type { Below, Entry, KeyOf, Located, MapValue, TypedMap, Value } from "../../schema/value.ts";

/** A named thing: its name, the span of that, and its effective value. */
export interface Subject extends Entry {
  readonly value: MapValue;
}

/** A subject whose value has a known type. */
export interface TypedSubject<T> extends Subject {
  readonly value: TypedMap<T>;
}

/**
 * The queries that a rule may make. A check reads nothing but its subject and the results of queries; it runs again
 * only when one of these changes.
 */
export interface RuleContext {
  /** Whether a thing of this kind exists; `undefined` if that is unknown. Then the rule must be silent. */
  has(kind: string, name: string): boolean | undefined;
  /** The thing of a kind with this name; `undefined` if it is not declared, or its value is no map. */
  the<K extends string>(kind: K, name: string): TypedSubject<KindOf<K>> | undefined;
  /** The names of a kind, including predeclared ones. */
  names(kind: string): readonly string[];
  /** The things of a kind whose value is a map. */
  all<K extends string>(kind: K): readonly TypedSubject<KindOf<K>>[];
  /** The effective value at keys from the root: `context.get("hebergement", "mode")`. */
  get<A extends KeyOf<Pronote>>(a: A): Located<Below<Pronote, A>> | undefined;
  get<A extends KeyOf<Pronote>, B extends KeyOf<Below<Pronote, A>>>(
    a: A,
    b: B,
  ): Located<Below<Below<Pronote, A>, B>> | undefined;
  get<
    A extends KeyOf<Pronote>,
    B extends KeyOf<Below<Pronote, A>>,
    C extends KeyOf<Below<Below<Pronote, A>, B>>,
  >(a: A, b: B, c: C): Located<Below<Below<Below<Pronote, A>, B>, C>> | undefined;
  /** The effective value at keys that are not known in advance. */
  value(...path: readonly string[]): Value | undefined;
  /** Whether a value, of whatever type, is written at these keys and not removed; `undefined` if that is unknown. */
  written(...path: readonly string[]): boolean | undefined;
  /** Whether a name is mentioned; `undefined` if that is unknown. */
  used(kind: string, name: string): boolean | undefined;
  /** Whether a name that is mentioned but not declared is probably a misspelling of this one. */
  mistaken(kind: string, name: string): boolean;
  /** Whether the file with this URI is the establishment's own, not a base. */
  own(uri: string): boolean;
  /** The current day, as YYYY-MM-DD. */
  today(): string;
}

/** The type of the things of a kind that is declared by the section with its name. */
export type KindOf<K extends string> = K extends keyof Pronote ? Below<Pronote[K], string> : unknown;

/** A query. */
export interface Query {
  readonly name: "has" | "the" | "names" | "all" | "get" | "written" | "used" | "mistaken" | "own" | "today";
  readonly args: readonly string[];
}

/** A query with its result: one object for each query of an establishment, which is kept up to date. */
export interface QueryResult extends Query {
  readonly value: unknown;
  /** What the result depends on; see `dependencyMaskOf`. */
  readonly dependencyMask: number;
  /** The revision at which the result last changed; infinite for a result that was dropped. */
  readonly changedAt: number;
  /** The run of a rule that last read the result. */
  mark: number;
}
