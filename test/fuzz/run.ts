/**
 * `npm run fuzz`: makes random edits and compares the incremental state with one computed from the texts alone after
 * each.
 * Variables: SEED; EDITS; PLAIN, the number of documents for the fast parser; ONLY, the name of a part; JOBS, the
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
const { SEED, EDITS = 1_000_000, PLAIN = 1_000_000, ONLY, JOBS } = process.env;

await build({
  entryPoints: [join(import.meta.dirname, "worker.ts")],
  outfile: WORKER,
  bundle: true,
  platform: "node",
  format: "cjs",
  loader: { ".md": "text" },
  sourcemap: "inline",
  logLevel: "warning",
});

const seed = Number(SEED ?? Date.now() % 1_000_000_007);
const jobs: readonly Job[] = [
  ...[...corpora].map(([part, texts]) => ({ part, seed, edits: 0, each: 50, texts })),
  ...jobsOf("plain", Number(PLAIN), 100_000),
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

function jobsOf(part: string, edits: number, portion: number): readonly Job[] {
  return Array.from({ length: Math.ceil(edits / portion) }, (_, index) => ({
    part,
    seed: seed + index,
    edits: Math.min(portion, edits - index * portion),
    each: 0,
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
