/**
 * `npm run soak -- N`: plays N random operations (100,000 without N) against the built server, and prints what it
 * holds at each tenth. Variable: SEED.
 */
import { megabytes } from "./measure.ts";
import { soak } from "./soak.ts";

const count = Number(process.argv[2] ?? 100_000);
const seed = Number(process.env["SEED"] ?? 1);
const started = Date.now();
const write = (text: string) => void process.stdout.write(`${text}\n`);

const { messages, answers, failure } = await soak(count, seed, (sample) => {
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  const { operations, objects, heapUsed, rss, handles } = sample;
  write(
    `${minutes} min, ${operations} operations: objects ${megabytes(objects)}, heap ${megabytes(heapUsed)}, in all ${megabytes(rss)}, ${handles} handles`,
  );
});
write(`${messages} messages validated, ${answers} answers compared with a fresh server's`);
write(failure === undefined ? "flat, and right" : `FAILED: ${failure}`);
process.exitCode = failure === undefined ? 0 : 1;
