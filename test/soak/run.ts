/**
 * `npm run soak -- N`: plays N random operations (100,000 without N) against the built server, and the same against one
 * that loses memory; prints what both hold. Variable: SEED.
 */
import { bytesPerOperation, growthOf, LEAKING, megabytes, type Sample } from "./measure.ts";
import { soak } from "./soak.ts";

const count = Number(process.argv[2] ?? 100_000);
const seed = Number(process.env["SEED"] ?? 1);
const started = Date.now();
const write = (text: string) => void process.stdout.write(`${text}\n`);

const printed =
  (name: string) =>
  ({ operations, heap, code, rss, handles }: Sample) => {
    const minutes = ((Date.now() - started) / 60_000).toFixed(1);
    write(
      `${minutes} min, ${name}, ${operations} operations: heap ${megabytes(heap)} (compiled code ${megabytes(code)}), in all ${megabytes(rss)}, ${handles} handles`,
    );
  };

const [run, control] = await Promise.all([
  soak({ count, seed, sampled: printed("the server") }),
  soak({ count, seed, node: LEAKING, sampled: printed("with a leak") }),
]);
const failure = run.failure ?? growthOf(run.samples, control.samples);
const [added, leaking] = [run, control].map(({ samples }) => bytesPerOperation(samples).toFixed(1));
write(`each operation of the second half adds ${added} bytes; with a leak, ${leaking}`);
write(`${run.messages} messages validated, ${run.answers} answers compared with a fresh server's`);
write(failure === undefined ? "flat, and right" : `FAILED: ${failure}`);
process.exitCode = failure === undefined ? 0 : 1;
