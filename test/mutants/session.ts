import { join } from "node:path";
import { Writable } from "node:stream";
import type { Plugin } from "vitest/config";
import { BaseSequencer, createVitest, type InlineConfig, type TestModule, type Vitest } from "vitest/node";
import type { InstrumentedSource } from "./instrument.ts";
import type { UnitTests } from "./repository.ts";
import { type LimitedTest, RunOfTests, type RunResult } from "./run-of-tests.ts";
import { MutantProcess } from "./worker.ts";

/** A Vitest that is used for many runs, with instrumented source files: each file is transformed once. */
export class TestSession {
  readonly #root: string;
  #vitest!: Vitest;
  #sources: ReadonlyMap<string, InstrumentedSource> = new Map();
  #mutant = 0;
  #process: MutantProcess | undefined;
  #run: RunOfTests | undefined;

  private constructor(root: string) {
    this.#root = root;
  }

  static async start(unit: UnitTests): Promise<TestSession> {
    const session = new TestSession(unit.root);
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
    const plugins = [...unit.plugins, session.#plugin()];
    session.#vitest = await createVitest(
      "test",
      session.#config(unit),
      { plugins },
      { stdout: silent, stderr: silent },
    );
    return session;
  }

  /** Sets the instrumented source files, by their paths from the root. */
  use(sources: ReadonlyMap<string, InstrumentedSource>): void {
    this.#sources = sources;
  }

  /** The paths of all unit and property tests, from the root. */
  async tests(): Promise<readonly string[]> {
    const found = await this.#vitest.globTestSpecifications();
    return found.map(({ moduleId }) => this.#pathOf(moduleId)).sort();
  }

  /** Runs test files in this order in a new process, with one mutant active (0: none), until one fails. */
  async run(tests: readonly LimitedTest[], mutant: number): Promise<RunResult> {
    this.#mutant = mutant;
    const run = new RunOfTests(tests, () => void this.#process?.stop());
    this.#run = run;
    const project = this.#vitest.getRootProject();
    const { unhandledErrors } = await this.#vitest.runTestSpecifications(
      tests.map(({ test }) => project.createSpecification(join(this.#root, test))),
    );
    return run.result(unhandledErrors.length > 0);
  }

  async close(): Promise<void> {
    await this.#vitest.close();
  }

  #config({ root, options }: UnitTests): InlineConfig & { readonly config: false } {
    const path = ({ moduleId }: Pick<TestModule, "moduleId">) => this.#pathOf(moduleId);
    return {
      ...options,
      root,
      config: false,
      setupFiles: [options.setupFiles ?? [], join(import.meta.dirname, "setup.ts")].flat(),
      watch: false,
      cache: false,
      update: "none",
      // All files of a run share one process, which loads the engine once.
      maxWorkers: 1,
      isolate: false,
      sequence: { sequencer: AsTheyCome },
      // The time limits of the run apply instead; they take the load of the machine into account.
      testTimeout: 0,
      hookTimeout: 0,
      reporters: [
        {
          onTestModuleQueued: (module) => this.#run?.begin(path(module)),
          onTestCaseResult: (test) => {
            if (test.result().state === "failed") this.#run?.fail(path(test.module));
          },
          onTestModuleEnd: (module) => this.#run?.end(path(module), module),
        },
      ],
      pool: {
        name: "mutants",
        createPoolWorker: (options) => {
          this.#process = new MutantProcess(options, this.#mutant);
          return this.#process;
        },
      },
    };
  }

  /** Replaces source files by the instrumented ones. */
  #plugin(): Plugin {
    return {
      name: "mutants",
      enforce: "pre",
      transform: (code, id) => {
        const path = this.#pathOf(id.split("?")[0] ?? "");
        const source = this.#sources.get(path);
        if (!source) return undefined;
        if (source.text !== code) throw new Error(`${path} changed while its mutants were judged`);
        return { code: source.instrumented, map: null };
      },
    };
  }

  #pathOf(id: string): string {
    return id.slice(this.#root.length + 1).replaceAll("\\", "/");
  }
}

class AsTheyCome extends BaseSequencer {
  override sort<T>(files: T): Promise<T> {
    return Promise.resolve(files);
  }
}
