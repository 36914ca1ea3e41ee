/**
 * `npm run bench:before -- FOLDER`: compares this build with the one in another checkout (in its `dist/`). The two are
 * measured alternately in one run. Prints a table of p50 and p95 with the ratio of this build to the other; writes no
 * file. ROUNDS is the number of repetitions of each operation.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { breaking } from "./breaking.ts";
import { changing } from "./changing.ts";
import { Client, type Peer } from "./client.ts";
import { common, type Opened, type Operation, ours, unlessUnknown } from "./editing.ts";
import { pair, percentile, short, type Times, table } from "./figures.ts";
import { establishment, writeAcademie } from "./generate.ts";
import { CLI, PROBE, rentree } from "./peers.ts";
import { openedIn } from "./typing.ts";
import { understanding } from "./understanding.ts";

const ROUNDS = Number(process.env["ROUNDS"] ?? 20);
/** How many times each operation runs before it is timed. Only `starting` measures cold code. */
const WARM_UP = 10;
const [folder = ""] = process.argv.slice(2);
const server = join(resolve(folder), "dist/server.node.cjs");
const cli = join(resolve(folder), "dist/rentree.cjs");
if (folder === "" || !existsSync(server)) {
  process.stderr.write("npm run bench:before -- FOLDER: another checkout, built\n");
  process.exit(2);
}

const old: Peer = { ...rentree, name: "before", command: [process.execPath, server, "--stdio"] };
const rows: (readonly string[])[] = [];
for (const size of [300, 30_000]) await typing(size);
await starting();
checking(300);
process.stdout.write(`${table(["", "this build", "before", "this in before's (p50)"], rows)}\n`);

function report(what: string, now: Times, before: Times): void {
  rows.push([what, pair(now), pair(before), `×${short(percentile(now, 0.5) / percentile(before, 0.5))}`]);
  process.stderr.write(`${rows.at(-1)?.join("  ")}\n`);
}

/** Measures all operations in a document of about `size` lines. */
async function typing(size: number): Promise<void> {
  const made = establishment(size);
  const both = [await openedIn(rentree, made), await openedIn(old, made)];
  for (const operation of [...common, ...ours, ...understanding, ...changing, ...breaking]) {
    const times = await inTurn(operation, both, operation.rounds ?? ROUNDS).catch(unlessUnknown);
    // What the other build does not answer is new.
    if (!times) continue;
    const [now = [], before = []] = times;
    report(`${size} lines, ms: ${operation.name}`, now, before);
  }
  for (const { client } of both) await client.stop();
}

async function inTurn(operation: Operation, both: readonly Opened[], rounds: number): Promise<Times[]> {
  const times: number[][] = both.map(() => []);
  for (let i = 0; i < Math.min(WARM_UP, rounds); i++) for (const opened of both) await operation.run(opened);
  for (let i = 0; i < rounds; i++) {
    for (const [index, opened] of both.entries()) times[index]?.push(...(await operation.run(opened)));
  }
  return times;
}

/** Measures new processes until the answer of `initialize`, and until the first diagnostics of 30,000 lines. */
async function starting(): Promise<void> {
  const text = `${establishment(30_000).text}licence: { consultation: peut-être }\n`;
  const uri = "file:///bench/etablissement.pronote.yaml";
  const start: number[][] = [[], []];
  const first: number[][] = [[], []];
  for (let i = 0; i < Math.min(ROUNDS, 9); i++) {
    for (const [index, peer] of [rentree, old].entries()) {
      const client = await Client.start(peer, null);
      start[index]?.push(client.started);
      const begin = await client.open(uri, text);
      await client.until(uri, (count) => count > 0);
      first[index]?.push(performance.now() - begin);
      await client.stop();
    }
  }
  report("start → initialize, ms", start[0] ?? [], start[1] ?? []);
  report("open 30,000 lines → first diagnostics, ms", first[0] ?? [], first[1] ?? []);
}

/** Measures whole processes of `rentree check` on this number of establishments. */
function checking(count: number): void {
  const scratch = mkdtempSync(join(tmpdir(), "rentree-before-"));
  writeAcademie(scratch, count);
  const seconds: number[][] = [[], []];
  const resident: number[][] = [[], []];
  for (let i = 0; i < Math.min(ROUNDS, 7); i++) {
    for (const [index, program] of [CLI, cli].entries()) {
      const begin = performance.now();
      const run = spawnSync(process.execPath, [...PROBE, program, "check", scratch, "--format", "json"], {
        encoding: "utf8",
        maxBuffer: 1 << 30,
      });
      if (run.status !== 0)
        throw new Error(`${program} ended with ${run.status}: ${run.stderr.slice(0, 500)}`);
      seconds[index]?.push((performance.now() - begin) / 1000);
      resident[index]?.push(JSON.parse(/^probe (.*)$/m.exec(run.stderr)?.[1] ?? "{}").most);
    }
  }
  rmSync(scratch, { recursive: true, force: true });
  report(`rentree check of ${count} establishments, s`, seconds[0] ?? [], seconds[1] ?? []);
  report(`rentree check of ${count} establishments, resident MB`, resident[0] ?? [], resident[1] ?? []);
}
