import type { TestModule } from "vitest/node";

/** A test file and its time limit in milliseconds. */
export interface LimitedTest {
  /** The path from the root of the repository. */
  readonly test: string;
  readonly limit: number;
}

/** The result of a test file that was run to its end. */
export interface FileResult {
  /** The numbers of the mutants that it reached, if no mutant was active. */
  readonly reached: readonly number[];
  /** The time for loading and running it, in milliseconds. */
  readonly duration: number;
  /** The processor time of the whole process so far, in milliseconds; it hardly depends on the load of the machine. */
  readonly cpu: number;
}

/** The result of a run of test files. */
export interface RunResult {
  readonly end: "passed" | "failed" | "timeout";
  readonly by?: string;
  /** The results of the files that were run to their end. */
  readonly files: ReadonlyMap<string, FileResult>;
}

/** A run of several test files in one process, which is stopped when a test fails or a file exceeds its time limit. */
export class RunOfTests {
  readonly #limits: ReadonlyMap<string, number>;
  readonly #stop: () => void;
  readonly #files = new Map<string, FileResult>();
  #current: { readonly test: string; readonly since: number } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #bad: { readonly end: "failed" | "timeout"; readonly by: string } | undefined;

  /** `stop` stops the process. */
  constructor(tests: readonly LimitedTest[], stop: () => void) {
    this.#limits = new Map(tests.map(({ test, limit }) => [test, limit]));
    this.#stop = stop;
  }

  /** To be called before a file is loaded. */
  begin(test: string): void {
    this.#current = { test, since: performance.now() };
    this.#timer = setTimeout(() => this.#endWith("timeout", test), this.#limits.get(test) ?? 0);
  }

  /** To be called when a test fails. */
  fail(test: string): void {
    this.#endWith("failed", test);
  }

  /** To be called when a file was run to its end. */
  end(test: string, module: Pick<TestModule, "ok" | "meta">): void {
    clearTimeout(this.#timer);
    if (!module.ok()) this.#endWith("failed", test);
    const { reached = [], cpu = 0 } = module.meta() as Partial<FileResult>;
    const duration = performance.now() - (this.#current?.since ?? 0);
    this.#files.set(test, { reached, cpu, duration });
    this.#current = undefined;
  }

  /** The result. `hasError`: there was an error outside of tests, for example because the process crashed. */
  result(hasError: boolean): RunResult {
    clearTimeout(this.#timer);
    const by = this.#current?.test ?? [...this.#files.keys()].at(-1);
    const bad =
      this.#bad ??
      (hasError ? { end: "failed" as const, ...(by === undefined ? undefined : { by }) } : undefined);
    return { end: "passed", ...bad, files: this.#files };
  }

  #endWith(end: "failed" | "timeout", by: string): void {
    if (this.#bad) return;
    this.#bad = { end, by };
    this.#stop();
  }
}
