import type { Query, QueryResult, RuleContext } from "../rules/api/rule-context.ts";
import type { Value } from "../schema/value.ts";

/** What answers the queries of a recorder. */
interface QuerySource {
  query(name: Query["name"], args: readonly string[]): QueryResult;
}

/** The context in which rules run: it passes queries on, and records each result once. */
export class DependencyRecorder implements RuleContext {
  readonly #source: QuerySource;
  #dependencies: QueryResult[] | undefined;
  #mark = 0;

  constructor(source: QuerySource) {
    this.#source = source;
  }

  /** Starts recording for the next run of a rule. */
  begin(): void {
    this.#dependencies = undefined;
    this.#mark++;
  }

  /** The query results that were read since `begin`. */
  get dependencies(): readonly QueryResult[] {
    return this.#dependencies ?? NONE;
  }

  has(kind: string, name: string): boolean | undefined {
    return this.#query("has", [kind, name]);
  }

  the(kind: string, name: string): never {
    return this.#query("the", [kind, name]);
  }

  names(kind: string): readonly string[] {
    return this.#query("names", [kind]);
  }

  all(kind: string): never {
    return this.#query("all", [kind]);
  }

  get(...path: readonly string[]): never {
    return this.#query("get", path);
  }

  value(...path: readonly string[]): Value | undefined {
    return this.#query("get", path);
  }

  written(...path: readonly string[]): boolean | undefined {
    return this.#query("written", path);
  }

  used(kind: string, name: string): boolean | undefined {
    return this.#query("used", [kind, name]);
  }

  mistaken(kind: string, name: string): boolean {
    return this.#query("mistaken", [kind, name]);
  }

  own(uri: string): boolean {
    return this.#query("own", [uri]);
  }

  today(): string {
    return this.#query("today", []);
  }

  #query(name: Query["name"], args: readonly string[]): never {
    const result = this.#source.query(name, args);
    if (result.mark !== this.#mark) {
      result.mark = this.#mark;
      this.#dependencies ??= [];
      this.#dependencies.push(result);
    }
    return result.value as never; // the type depends on the query, which only the caller knows
  }
}

const NONE: readonly never[] = [];
