import type { Pronote } from "../../schema/generated/types.ts";
import type { Below, Entry, KeyOf, Located, MapValue, TypedMap } from "../../schema/value.ts";

/** A named thing: its name, where that is declared, and its effective value. */
export interface Subject extends Entry {
  readonly value: MapValue;
}

/** A subject of which the type of the value is known. */
export interface TypedSubject<T> extends Subject {
  readonly value: TypedMap<T>;
}

/**
 * The questions that a rule may put to the establishment. A check reads nothing but its thing and these: what it was
 * answered is kept, and the check runs again only when an answer would be another.
 */
export interface RuleContext {
  /** Whether a thing of this kind exists; `undefined` if that cannot be known. Then a rule is silent. */
  has(kind: string, name: string): boolean | undefined;
  /** A thing by its kind and name, if it is declared and can be understood. */
  the<K extends string>(kind: K, name: string): TypedSubject<KindOf<K>> | undefined;
  /** The names of a kind, predeclared ones included. */
  names(kind: string): readonly string[];
  /** The things of a kind that can be understood. */
  all<K extends string>(kind: K): readonly TypedSubject<KindOf<K>>[];
  /** The effective value at keys from the root: `ask.get("hebergement", "mode")`. */
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
  /** Whether something is written at these keys, and not cut, whatever it is; or whether that cannot be known. */
  written(...path: readonly string[]): boolean | undefined;
  /** Whether something mentions a thing; `undefined` if that cannot be known. */
  used(kind: string, name: string): boolean | undefined;
  /** Whether something mentions a name of a kind that nothing declares, and that may be meant for this one. */
  mistaken(kind: string, name: string): boolean;
  /** Whether the file at this URI is the establishment's own, not a base. */
  own(uri: string): boolean;
  /** The day on which the establishment is looked at, as YYYY-MM-DD. */
  today(): string;
}

/** The type of the things of a kind that is declared by a section of its name. */
export type KindOf<K extends string> = K extends keyof Pronote ? Below<Pronote[K], string> : unknown;

/** A question. */
export interface Query {
  readonly name: "has" | "the" | "names" | "all" | "get" | "written" | "used" | "mistaken" | "own" | "today";
  readonly args: readonly string[];
}

/** A question with its answer: one object for all who put it to an establishment, as long as that lives. */
export interface QueryResult extends Query {
  readonly value: unknown;
  /** What it is about; see `aboutOf`. */
  readonly dependencyMask: number;
  /** The moment since which this is the answer; never, for one that is no longer kept. */
  readonly changedAt: number;
  /** Who last gathered it. */
  mark: number;
}
