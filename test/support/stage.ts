import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** The numbers of tests by result. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A command of `npm test`. If it `counts` tests, it ends with a closing line; otherwise it counts as one test. */
export interface Stage {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly counts?: boolean;
}

/** The result of a stage, with the lines in which it says what it did not test, and which tests failed. */
export interface StageResult extends TestCounts {
  readonly leftOut: readonly string[];
  readonly failures: readonly string[];
}

const CLOSING = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/;
const LEFT_OUT = /^LEFT OUT: /;
const FAILED = "FAILED: ";
const NOTHING: TestCounts = { passed: 0, failed: 0, skipped: 0 };

/**
 * Runs a stage, and prints its output except for the closing line. A stage has failed if a test failed, if its process
 * fails or cannot start, or if it should count tests and there were none.
 */
export async function runStage(
  { command: [program, ...args], counts = false }: Stage,
  {
    cwd,
    env,
    write,
  }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly write: (text: string) => void },
): Promise<StageResult> {
  const child = spawn(program, args, {
    cwd,
    env,
    stdio: ["ignore", "pipe", "inherit"],
    // On Windows the programs in .bin are batch files.
    shell: process.platform === "win32",
  });
  const ended = new Promise<boolean>((done) => {
    child.once("close", (status) => done(status === 0));
    child.once("error", (error) => {
      write(`${program}: ${error.message}\n`);
      done(false);
    });
  });
  const { sum, ...lines } = await passOn(child.stdout, write);
  const isSuccess = (await ended) && (!counts || sum.passed > 0);
  const counted = counts ? sum : { ...NOTHING, passed: isSuccess ? 1 : 0 };
  return { ...counted, failed: isSuccess ? counted.failed : Math.max(1, counted.failed), ...lines };
}

/**
 * The line, with its end, in which a stage says that a test failed, and the first line of why. The last lines of
 * `npm test` repeat it: often they are all that is seen of it.
 */
export function failureLine(test: string, reason: string): string {
  const [first = ""] = reason.trim().split("\n");
  return `${FAILED}${test}${first && `: ${first}`}\n`;
}

/** The sum of several results. */
export function total(sums: readonly TestCounts[]): TestCounts {
  return sums.reduce(
    (one, other) => ({
      passed: one.passed + other.passed,
      failed: one.failed + other.failed,
      skipped: one.skipped + other.skipped,
    }),
    NOTHING,
  );
}

async function passOn(
  output: Readable,
  write: (text: string) => void,
): Promise<Omit<StageResult, keyof TestCounts> & { readonly sum: TestCounts }> {
  const sums: TestCounts[] = [];
  const leftOut: string[] = [];
  const failures: string[] = [];
  for await (const line of createInterface({ input: output })) {
    if (LEFT_OUT.test(line)) leftOut.push(line);
    if (line.startsWith(FAILED)) failures.push(line);
    const [closing, passed, failed, skipped = 0] = CLOSING.exec(line) ?? [];
    if (closing === undefined) write(`${line}\n`);
    else sums.push({ passed: Number(passed), failed: Number(failed), skipped: Number(skipped) });
  }
  return { sum: total(sums), leftOut, failures };
}
