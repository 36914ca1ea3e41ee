/**
 * `npm run fuzz`: makes random edits and compares the incremental state with one computed from the texts alone after
 * each.
 * Variables: SEED; EDITS; PLAIN, the number of documents for the fast parser; CLIENTS, the number of operations of random clients; ONLY, the name of a part; JOBS, the
 * number of
 * processes; CORPORA, a folder of other YAML files to edit too.
 */
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { corpora, leftOut } from "../corpus/foreign.ts";
import type { Outcome } from "./fuzz.ts";
import { editJobs, type Job } from "./jobs.ts";

const ROOT = join(import.meta.dirname, "../..");
const WORKER = join(ROOT, ".cache/fuzz.cjs");
const { SEED, EDITS = 1_000_000, PLAIN = 1_000_000, CLIENTS = 200_000, ONLY, JOBS } = process.env;
/** How many operations a random client makes, and how many one process plays. */
const OF_CLIENT = 200;
const OF_CLIENTS_JOB = 10_000;

await build({
  entryPoints: [join(import.meta.dirname, "worker.ts")],
  outfile: WORKER,
  bundle: true,
  platform: "node",
  format: "cjs",
  loader: { ".md": "text" },
  external: ["oxc-parser"],
  // What is read by the bundle are files that `test/support` names from its own place.
  define: { "import.meta.dirname": JSON.stringify(join(ROOT, "test/support")) },
  sourcemap: "inline",
  logLevel: "warning",
});

const seed = Number(SEED ?? Date.now() % 1_000_000_007);
const jobs: readonly Job[] = [
  ...[...corpora].map(([part, texts]) => ({ part, seed, edits: 0, each: 50, texts })),
  ...jobsOf("plain", Number(PLAIN), 100_000),
  ...jobsOf("clients", Number(CLIENTS), OF_CLIENTS_JOB, OF_CLIENT),
  ...editJobs(seed, Number(EDITS), ONLY),
].filter(({ part }) => ONLY === undefined || part.endsWith(ONLY));

/** The sums of each part. */
const sums = new Map<string, { edits: number; mismatches: number; longest: number }>();
const startTime = Date.now();
const waiting = [...jobs];
let done = 0;
process.stdout.write(leftOut);
process.stdout.write(`SEED=${seed}, ${jobs.length} jobs\n`);
await Promise.all(Array.from({ length: Number(JOBS ?? availableParallelism()) }, work));
for (const [part, sum] of sums) process.stdout.write(`${part.padEnd(40)} ${summaryOf(sum)}\n`);
const all = [...sums.values()];
const mismatches = all.reduce((sum, part) => sum + part.mismatches, 0);
process.stdout.write(`${all.reduce((sum, part) => sum + part.edits, 0)} edits, ${mismatches} mismatches\n`);
process.exitCode = mismatches > 0 ? 1 : 0;

async function work(): Promise<void> {
  for (let job = waiting.shift(); job; job = waiting.shift()) {
    const outcome = await outcomeOf(job);
    done++;
    const known = sums.get(job.part) ?? { edits: 0, mismatches: 0, longest: 0 };
    const sum = {
      edits: known.edits + outcome.edits,
      mismatches: known.mismatches + outcome.mismatches,
      longest: Math.max(known.longest, outcome.longest),
    };
    sums.set(job.part, sum);
    const minutes = ((Date.now() - startTime) / 60_000).toFixed(1);
    process.stdout.write(`${minutes} min, ${done} of ${jobs.length}: ${job.part} ${summaryOf(sum)}\n`);
    for (const text of outcome.cases) process.stdout.write(`${job.part}, ${text}\n\n`);
  }
}

function outcomeOf(job: Job): Promise<Outcome> {
  return new Promise((resolve) => {
    const failed = (reason: string) =>
      resolve({ edits: 0, mismatches: 1, cases: [`seed ${job.seed}: ${reason}`], longest: 0 });
    const child = fork(WORKER, { execArgv: ["--enable-source-maps"] });
    child.once("message", (outcome: Outcome) => resolve(outcome));
    child.once("error", ({ message }) => failed(message));
    child.once("exit", (code, signal) => failed(`ended with ${signal ?? code}`));
    child.send(job);
  });
}

function jobsOf(part: string, edits: number, portion: number, each = 0): readonly Job[] {
  return Array.from({ length: Math.ceil(edits / portion) }, (_, index) => ({
    part,
    seed: seed + index * (each === 0 ? 1 : portion / each),
    edits: Math.min(portion, edits - index * portion),
    each,
  }));
}

function summaryOf({
  edits,
  mismatches,
  longest,
}: {
  edits: number;
  mismatches: number;
  longest: number;
}): string {
  const turn = longest > 0 ? `, the longest turn ${Math.round(longest)} ms` : "";
  return `${edits} edits, ${mismatches} mismatches${turn}`;
}
