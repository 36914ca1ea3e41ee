import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** The result of a mutant. */
export type MutantStatus = "killed" | "timeout" | "survived" | "no coverage";

/** The result of a mutant, and what it depends on. */
export interface MutantResult {
  /** A hash of the source file and the mutant. */
  readonly key: string;
  readonly status: MutantStatus;
  /** A hash of what the result depends on: the test that noticed it, or all tests if none did. */
  readonly judges: string;
  /** The test that noticed it. */
  readonly by?: string;
}

/**
 * The results that are kept from one run to the next. Each is appended to a file as one line of JSON at once, so that an
 * interrupted run loses nothing.
 */
export class Results {
  readonly #path: string;
  readonly #known: Map<string, MutantResult>;

  private constructor(path: string, known: Map<string, MutantResult>) {
    this.#path = path;
    this.#known = known;
  }

  /** Reads the file; incomplete lines are ignored. `fresh` discards everything. */
  static read(path: string, fresh: boolean): Results {
    const known = new Map<string, MutantResult>();
    for (const line of fresh ? [] : linesOf(path)) {
      const result = resultOf(line);
      if (result) known.set(result.key, result);
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, [...known.values()].map((result) => `${JSON.stringify(result)}\n`).join(""));
    return new Results(path, known);
  }

  /** The result of a mutant, if what it depends on is as it was. `judges` is the hash of that now. */
  of(key: string, judges: (by: string | undefined) => string): MutantResult | undefined {
    const result = this.#known.get(key);
    return result?.judges === judges(result?.by) ? result : undefined;
  }

  add(result: MutantResult): void {
    this.#known.set(result.key, result);
    appendFileSync(this.#path, `${JSON.stringify(result)}\n`);
  }
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}

function resultOf(line: string): MutantResult | undefined {
  try {
    const { key, status, judges, by }: Partial<MutantResult> = JSON.parse(line);
    if (key === undefined || status === undefined || judges === undefined) return undefined;
    return { key, status, judges, ...(by === undefined ? undefined : { by }) };
  } catch {
    return undefined;
  }
}
