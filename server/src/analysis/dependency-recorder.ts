import type { Query, QueryResult, RuleContext } from "../rules/api/rule-context.ts";

/** What a recorder puts queries to. */
interface QuerySource {
  query(name: Query["name"], args: readonly string[]): QueryResult;
}

/** The context of a rule: it passes its queries on, and records each result once. */
export class DependencyRecorder implements RuleContext {
  readonly #source: QuerySource;
  #dependencies: QueryResult[] | undefined;
  #mark = 0;

  constructor(source: QuerySource) {
    this.#source = source;
  }

  /** Begins to record for the next run of a rule. */
  begin(): void {
    this.#dependencies = undefined;
    this.#mark++;
  }

  /** The results that were read since then. */
  get dependencies(): readonly QueryResult[] {
    return this.#dependencies ?? NONE;
  }

  has(kind: string, name: string): boolean | undefined {
    return this.#put("has", [kind, name]);
  }

  the(kind: string, name: string): never {
    return this.#put("the", [kind, name]);
  }

  names(kind: string): readonly string[] {
    return this.#put("names", [kind]);
  }

  all(kind: string): never {
    return this.#put("all", [kind]);
  }

  get(...path: readonly string[]): never {
    return this.#put("get", path);
  }

  written(...path: readonly string[]): boolean | undefined {
    return this.#put("written", path);
  }

  used(kind: string, name: string): boolean | undefined {
    return this.#put("used", [kind, name]);
  }

  mistaken(kind: string, name: string): boolean {
    return this.#put("mistaken", [kind, name]);
  }

  own(uri: string): boolean {
    return this.#put("own", [uri]);
  }

  today(): string {
    return this.#put("today", []);
  }

  #put(name: Query["name"], args: readonly string[]): never {
    const result = this.#source.query(name, args);
    if (result.mark !== this.#mark) {
      result.mark = this.#mark;
      this.#dependencies ??= [];
      this.#dependencies.push(result);
    }
    return result.value as never; // its type is that of the query, which is known by its name
  }
}

const NONE: readonly never[] = [];
