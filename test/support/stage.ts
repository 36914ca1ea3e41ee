import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** How many tests ended how. */
export interface Sum {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A command of `npm test`. One that `counts` tests ends with a closing line; any other is one test itself. */
export interface Stage {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly counts?: boolean;
}

/** How a stage ended, and the lines with which it says what it did not look at. */
export interface StageResult extends Sum {
  readonly leftOut: readonly string[];
}

const CLOSING = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/;
const LEFT_OUT = /^LEFT OUT: /;
const NOTHING: Sum = { passed: 0, failed: 0, skipped: 0 };

/**
 * Runs a stage, and hands on what it writes but for its closing line. It has failed if a test has, if it ends badly or
 * cannot begin, and if it should count tests and counts none: there is no way to end in which nothing is tested and all is
 * well.
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
    // The programs in .bin are batch files on Windows.
    shell: process.platform === "win32",
  });
  const ended = new Promise<boolean>((done) => {
    child.once("close", (status) => done(status === 0));
    child.once("error", (error) => {
      write(`${program}: ${error.message}\n`);
      done(false);
    });
  });
  const { sum, leftOut } = await passOn(child.stdout, write);
  const isWell = (await ended) && (!counts || sum.passed > 0);
  const counted = counts ? sum : { ...NOTHING, passed: isWell ? 1 : 0 };
  return { ...counted, failed: isWell ? counted.failed : Math.max(1, counted.failed), leftOut };
}

/** Adds up how several ended. */
export function total(sums: readonly Sum[]): Sum {
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
): Promise<{ readonly sum: Sum; readonly leftOut: readonly string[] }> {
  const sums: Sum[] = [];
  const leftOut: string[] = [];
  for await (const line of createInterface({ input: output })) {
    if (LEFT_OUT.test(line)) leftOut.push(line);
    const [closing, passed, failed, skipped = 0] = CLOSING.exec(line) ?? [];
    if (closing === undefined) write(`${line}\n`);
    else sums.push({ passed: Number(passed), failed: Number(failed), skipped: Number(skipped) });
  }
  return { sum: total(sums), leftOut };
}
