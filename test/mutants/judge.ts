import { MutationError } from "./options.ts";
import type { MutantStatus } from "./results.ts";
import type { LimitedTest } from "./run-of-tests.ts";
import type { TestSession } from "./session.ts";

/** A test file that can judge mutants: those that it reaches. Its duration is in milliseconds. */
export interface Judge {
  readonly test: string;
  readonly reached: ReadonlySet<number>;
  readonly duration: number;
}

/** The result of a mutant, and the test that noticed it. */
export interface MutantVerdict {
  readonly status: MutantStatus;
  readonly by?: string;
}

/** A test may take this many times its processor time, because other programs run on the machine. */
const BUSY = 3;

/**
 * Runs a test without a mutant; `undefined` for a slow test. `slow` is in milliseconds of processor time. Throws a
 * `MutationError` if the test fails.
 */
export async function judgeFrom(
  session: Pick<TestSession, "run">,
  test: string,
  slow: number,
): Promise<Judge | undefined> {
  const { end, files } = await session.run([{ test, limit: slow * BUSY }], 0);
  if (end === "failed") throw new MutationError(`${test} fails without a mutant: fix it first`);
  const { cpu = 0, duration = 0, reached = [] } = files.get(test) ?? {};
  return end === "timeout" || cpu > slow ? undefined : { test, duration, reached: new Set(reached) };
}

/** Runs the judges of a mutant until one fails. A test that takes far longer than without the mutant has noticed it. */
export async function verdictOn(
  session: Pick<TestSession, "run">,
  mutant: number,
  judges: readonly Judge[],
): Promise<MutantVerdict> {
  if (judges.length === 0) return { status: "no coverage" };
  const tests = judges.map(({ test, duration }): LimitedTest => ({ test, limit: 2_000 + 5 * duration }));
  const { end, by } = await session.run(tests, mutant);
  const status = end === "passed" ? "survived" : end === "failed" ? "killed" : end;
  return { status, ...(by === undefined ? undefined : { by }) };
}
