import type { Query, QueryResult, RuleContext } from "../rules/api/rule-context.ts";

/** Who answers questions. */
interface QuerySource {
  query(name: Query["name"], args: readonly string[]): QueryResult;
}

/** Puts questions, and gathers the answers, each once. */
export class DependencyRecorder implements RuleContext {
  readonly #answers: QuerySource;
  #asked: QueryResult[] | undefined;
  #mark = 0;

  constructor(answers: QuerySource) {
    this.#answers = answers;
  }

  /** Forgets what was gathered. Who asked before is done with it. */
  begin(): void {
    this.#asked = undefined;
    this.#mark = ++marks;
  }

  /** What was gathered since it began. */
  get asked(): readonly QueryResult[] {
    return this.#asked ?? NONE;
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
    const answer = this.#answers.query(name, args);
    if (answer.mark !== this.#mark) {
      answer.mark = this.#mark;
      this.#asked ??= [];
      this.#asked.push(answer);
    }
    return answer.value as never;
  }
}

const NONE: readonly never[] = [];
let marks = 0;
