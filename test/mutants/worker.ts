import { ForksPoolWorker, type PoolOptions } from "vitest/node";
import { ACTIVE } from "./switch.ts";

/** The heap limit of the process, in megabytes. Tests need far less. */
const MEMORY = 1024;

/** The number of cases that properties try. */
const CASES = "20";

/**
 * A process with one active mutant (0: none). A thread would start faster, but a mutant that uses up its memory would
 * crash the whole run.
 */
export class MutantProcess extends ForksPoolWorker {
  override readonly name = "mutants";

  constructor(options: PoolOptions, mutant: number) {
    super(options);
    this.execArgv = [...options.execArgv, `--max-old-space-size=${MEMORY}`];
    this.env = { ...options.env, FUZZ: CASES, [ACTIVE]: String(mutant) };
  }

  /** A message to a process that a mutant has just ended is no error of the run: its exit is reported anyway. */
  override on(event: string, callback: (event: unknown) => void): void {
    super.on(event, event === "error" ? (error) => isBrokenPipe(error) || callback(error) : callback);
  }
}

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPIPE";
}
