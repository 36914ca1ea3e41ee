import { parseArgs } from "node:util";

/** The folders of the engine that are sampled when none is named. */
export const FOLDERS = ["syntax", "schema", "model", "analysis", "checklist", "rules"] as const;

export interface Options {
  readonly folders: readonly string[];
  /** The number of mutants per folder. */
  readonly sample: number;
  readonly seed: number;
  readonly workers: number;
  /** The largest number of test files that may judge a mutant. */
  readonly near: number;
  /** The processor time of the test files that judge a mutant, in seconds. */
  readonly seconds: number;
  /** A test file that needs more processor time, in seconds, does not judge. */
  readonly slow: number;
  readonly fresh: boolean;
  readonly help: boolean;
}

export const HELP = `npm run mutants -- [options]

Mutation testing: changes the engine in small ways, one at a time, and checks whether a test fails.
Changes that no test notices are listed: a test is missing there, or the code is not needed. Unit and
property tests judge that load the changed file: the nearest, and those that share rare words with it.

  --folder NAME   a folder of server/src; may be given several times
                  (${FOLDERS.join(", ")})
  --sample N      the number of mutants per folder, chosen by the seed (150)
  --all           all mutants
  --seed N        another seed chooses other mutants (1)
  --workers N     the number of mutants that are judged at the same time (1)
  --near N        the number of test files that may judge a mutant (60)
  --seconds N     the processor time of the test files that judge a mutant (6)
  --slow N        test files that need more processor time, in seconds, judge none (4)
  --fresh         forgets the results of earlier runs
  --help          prints this

An interrupted run continues where it stopped: results are kept in .cache/mutants and reused as long
as the source and the tests that judged it stay the same. Mutants that no test can notice are listed
with the reason in test/mutants/equivalent.yaml.
`;

/** A reason why mutants cannot be judged. Its message is shown to the user. */
export class MutationError extends Error {}

/** Reads the arguments of the command line. Throws a `MutationError` for unknown options and wrong values. */
export function optionsOf(args: readonly string[]): Options {
  const values = valuesOf(args);
  return {
    folders: values.folder ?? FOLDERS,
    sample: values.all ? Number.POSITIVE_INFINITY : numberOf("sample", values.sample, 150),
    seed: numberOf("seed", values.seed, 1),
    workers: numberOf("workers", values.workers, 1),
    near: numberOf("near", values.near, 60),
    seconds: numberOf("seconds", values.seconds, 6),
    slow: numberOf("slow", values.slow, 4),
    fresh: values.fresh === true,
    help: values.help === true,
  };
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        folder: { type: "string", multiple: true },
        sample: { type: "string" },
        all: { type: "boolean" },
        seed: { type: "string" },
        workers: { type: "string" },
        near: { type: "string" },
        seconds: { type: "string" },
        slow: { type: "string" },
        fresh: { type: "boolean" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    throw new MutationError(error instanceof Error ? error.message : String(error));
  }
}

function numberOf(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d*$/.test(text)) throw new MutationError(`--${name} needs a number from 1, not “${text}”`);
  return Number(text);
}
