/**
 * `npm run mutants`: mutation testing of the engine, by samples. See `HELP`.
 *
 * Why not StrykerJS: version 10 needs Node 22. Version 9.6.1 stops at `tsconfig.json`, because TypeScript 7 has no
 * JavaScript API; without that file it runs, but it counts three of four mutants as static (many test files load examples
 * when they are imported), and runs all tests for each of them. It has no samples either.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { judgeAll, type Progress, sorted } from "./campaign.ts";
import { equivalentsOf, staleAmong } from "./equivalents.ts";
import { HELP, MutationError, type Options, optionsOf } from "./options.ts";
import { instrumentedSources, mutantsByFolder, type SampledMutant, samples } from "./plan.ts";
import { tableOf, unnoticedIn } from "./report.ts";
import { allTexts, unitTests } from "./repository.ts";
import { Results } from "./results.ts";
import { TestSession } from "./session.ts";

const EQUIVALENT = join(import.meta.dirname, "equivalent.yaml");
const RESULTS = join(import.meta.dirname, "../../.cache/mutants/results.jsonl");

/** The number of mutants between two lines about the progress. */
const STEP = 25;

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const options = optionsOf(process.argv.slice(2));
  if (options.help) process.stdout.write(HELP);
  else await run(options);
} catch (error) {
  if (!(error instanceof MutationError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function run(options: Options): Promise<void> {
  const texts = allTexts();
  const mutants = mutantsByFolder(options.folders, texts);
  const equivalents = equivalentsOf(readFileSync(EQUIVALENT, "utf8"));
  const all = [...mutants.values()].flat();
  const looked = new Set(all.map(({ file }) => file));
  const own = equivalents.filter(({ file }) => looked.has(file) || !texts.has(file));
  for (const { file, before } of staleAmong(own, all))
    say(`equivalent.yaml: ${file} does not contain “${before}” any more`);
  const sessions = await Promise.all(
    Array.from({ length: options.workers }, () => TestSession.start(unitTests())),
  );
  try {
    const tests = new Set(await sessions[0]?.tests());
    await judge(samples(mutants, options, texts, tests, equivalents), options, texts, sessions);
  } finally {
    await Promise.all(sessions.map((session) => session.close()));
  }
}

async function judge(
  sampled: readonly SampledMutant[],
  options: Options,
  texts: ReadonlyMap<string, string>,
  sessions: readonly TestSession[],
): Promise<void> {
  const results = Results.read(RESULTS, options.fresh);
  const { known, open } = sorted(sampled, results);
  say(`seed ${options.seed}: ${sampled.length} mutants, ${known.length} of them known`);
  const sources = instrumentedSources(open, texts);
  for (const session of sessions) session.use(sources);
  const judged = [...known, ...(await judgeAll(open, sessions, results, options, progress()))];
  for (const line of unnoticedIn(judged)) say(line);
  say(`\n${tableOf(judged, options.folders)}`);
}

function progress(): Progress {
  let begun = 0;
  return {
    begun: (tests, mutants) => {
      if (mutants > 0) say(`${mutants} mutants to judge; ${tests} test files run without mutants first`);
    },
    slow: (test) => say(`${test} does not judge: it is too slow, or fails now and then`),
    judging: () => {
      begun = performance.now();
    },
    judged: (done, of) => {
      const each = (performance.now() - begun) / done / 1000;
      if (done % STEP === 0 || done === of) say(`${done} of ${of}, ${each.toFixed(1)} s each`);
    },
  };
}
