import { MutationError } from "./options.ts";
import type { MutantStatus } from "./results.ts";
import type { LimitedTest, RunResult } from "./run-of-tests.ts";
import type { TestSession } from "./session.ts";

/** A test file that can judge mutants: those that it reaches. Its durations are in milliseconds. */
export interface Judge {
  readonly test: string;
  readonly reached: ReadonlySet<number>;
  readonly duration: number;
  /** The processor time. */
  readonly cpu: number;
}

/** The result of a mutant, and the test that noticed it. */
export interface MutantVerdict {
  readonly status: MutantStatus;
  readonly by?: string;
}

/** A test may take this many times its processor time, because other programs run on the machine. */
const BUSY = 10;

/** The time for starting the process and for loading the engine, in milliseconds: any test may be the first. */
const LOADING = 8_000;

/**
 * Runs tests without a mutant, in one process as long as none is slow; slow ones are left out, and those that fail but pass
 * when they run alone. `slow` is in milliseconds of processor time. Throws a `MutationError` if a test fails alone too.
 */
export async function judgesFrom(
  session: Pick<TestSession, "run">,
  tests: readonly string[],
  slow: number,
): Promise<readonly Judge[]> {
  const judges: Judge[] = [];
  for (let rest = tests; rest.length > 0; ) {
    const { end, by, files } = await session.run(
      rest.map((test) => ({ test, limit: slow * BUSY })),
      0,
    );
    if (end === "failed" && !(await passesAlone(session, by, slow)))
      throw new MutationError(`${by} fails without a mutant: fix it first`);
    // One that fails now and then, because the machine is busy, would find mutants that it knows nothing of.
    judges.push(...judgesAmong(files).filter(({ test, cpu }) => test !== by && cpu <= slow));
    rest = by === undefined ? [] : rest.slice(rest.indexOf(by) + 1);
  }
  return judges;
}

async function passesAlone(
  session: Pick<TestSession, "run">,
  test: string | undefined,
  slow: number,
): Promise<boolean> {
  if (test === undefined) return false;
  const { end } = await session.run([{ test, limit: slow * BUSY }], 0);
  return end !== "failed";
}

function judgesAmong(files: RunResult["files"]): readonly Judge[] {
  let before = 0;
  return [...files].map(([test, { reached, duration, cpu }]) => {
    const judge = { test, reached: new Set(reached), duration, cpu: cpu - before };
    before = cpu;
    return judge;
  });
}

/** Those of the judges, in their order, that reach a mutant and together need no more than this processor time. */
export function judgesWithin(
  judges: readonly Judge[],
  mutant: number,
  milliseconds: number,
): readonly Judge[] {
  let left = milliseconds;
  return judges.filter(({ reached, cpu }) => {
    if (!reached.has(mutant) || (cpu > left && left < milliseconds)) return false;
    left -= cpu;
    return true;
  });
}

/** The largest factor by which time limits grow while the machine is busy. */
const BUSIEST = 256;

/**
 * Runs the judges of a mutant until one fails. A test that takes far longer than without the mutant, which is tried at the
 * same time, has noticed it.
 */
export async function verdictOn(
  session: Pick<TestSession, "run">,
  mutant: number,
  judges: readonly Judge[],
  factor = 1,
): Promise<MutantVerdict> {
  if (judges.length === 0) return { status: "no coverage" };
  const limitOf = ({ duration }: Judge) => factor * (LOADING + 5 * duration);
  const tests = judges.map((judge): LimitedTest => ({ test: judge.test, limit: limitOf(judge) }));
  const { end, by } = await session.run(tests, mutant);
  const slow = end === "timeout" ? judges.findIndex(({ test }) => test === by) : -1;
  if (slow >= 0 && factor < BUSIEST && (await isBusy(session, tests[slow]))) {
    // Those before it did not fail.
    return verdictOn(session, mutant, judges.slice(slow), 4 * factor);
  }
  const status = end === "passed" ? "survived" : end === "failed" ? "killed" : end;
  return { status, ...(by === undefined ? undefined : { by }) };
}

/** Whether a test without a mutant comes near its time limit too, as other programs run on the machine. */
async function isBusy(session: Pick<TestSession, "run">, test: LimitedTest | undefined): Promise<boolean> {
  if (!test) return false;
  const { files } = await session.run([test], 0);
  return (files.get(test.test)?.duration ?? test.limit) > test.limit / 4;
}
