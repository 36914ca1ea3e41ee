/**
 * `npm run bench`: the built server beside yaml-language-server, both as processes over stdio, in turn; the command line
 * beside ajv-cli. What is answered is checked while it is timed. Writes `test/bench/RESULTS.md`; judges nothing.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { installPeers, ROOT } from "../host/install.ts";
import { Client, type Peer } from "./client.ts";
import { burst, common, type Opened, type Operation, ours } from "./editing.ts";
import { pair, percentile, short, type Times, table } from "./figures.ts";
import { academie, aliases, type Establishment, establishment } from "./generate.ts";

const SIZES = [300, 3_000, 30_000];
const ROUNDS = Number(process.env["ROUNDS"] ?? 20);
/** The fixed waiting time of the peer before it says anything; taken off where its own work is compared. */
const PEER_WAITS = 200;

installPeers();
const scratch = mkdtempSync(join(tmpdir(), "rentree-bench-"));
const schema = join(scratch, "pronote.schema.json");
const cli = join(ROOT, "dist/rentree.cjs");
writeFileSync(
  schema,
  spawnSync(process.execPath, [cli, "schema"], { encoding: "utf8", maxBuffer: 1 << 28 }).stdout,
);

const rentree: Peer = {
  name: "rentree",
  command: [process.execPath, join(ROOT, "dist/server.node.cjs"), "--stdio"],
  languageId: "pronote",
  settings: {},
};
const yls: Peer = {
  name: "yaml-language-server",
  command: [
    process.execPath,
    join(import.meta.dirname, "node_modules/yaml-language-server/bin/yaml-language-server"),
    "--stdio",
  ],
  languageId: "yaml",
  settings: {
    yaml: {
      validate: true,
      hover: true,
      completion: true,
      schemaStore: { enable: false },
      schemas: { [pathToFileURL(schema).href]: "*.pronote.yaml" },
    },
  },
};

const report: string[] = [];
try {
  for (const size of SIZES) await editing(size);
  await starting();
  await manyAliases();
  await commandLine();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const { model = "unknown processor" } = cpus()[0] ?? {};
const head = `# Measured\n\nMade by \`npm run bench\`; ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} cores (${model.trim()}). Milliseconds as the client sees them, p50 / p95; read the ratios.\n`;
writeFileSync(join(import.meta.dirname, "RESULTS.md"), `${[head, ...report].join("\n")}\n`);

function say(text: string): void {
  report.push(text);
  process.stdout.write(`${text}\n`);
}

async function opened(peer: Peer, made: Establishment): Promise<Opened> {
  const uri = "file:///bench/etablissement.pronote.yaml";
  const client = await Client.start(peer, null);
  await client.open(uri, made.text);
  await client.until(uri, () => true);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return { client, uri, made, well: client.count(uri) ?? 0 };
}

async function editing(size: number): Promise<void> {
  const made = establishment(size);
  const own = await opened(rentree, made);
  const peer = await opened(yls, made);
  if (own.well !== 0 || peer.well !== 0)
    throw new Error(`the establishment is not well: ${own.well}, ${peer.well}`);
  const rows: string[][] = [];
  for (const operation of common) {
    const [mine, theirs] = await inTurn(operation, own, peer, size);
    rows.push(rowOf(operation.name, mine, theirs));
    if (operation.name.includes("diagnostics")) {
      const worked = theirs.map((time) => time - PEER_WAITS);
      rows.push([`… its ${PEER_WAITS} ms of waiting taken off`, "", pair(worked), ratio(mine, worked)]);
    }
  }
  for (const operation of ours) rows.push(rowOf(operation.name, await alone(operation, own), undefined));
  rows.push(
    rowOf(
      "completion in a burst, 10 keys a second",
      await burst(own),
      size > 3_000 ? await burst(peer) : await burst(peer),
    ),
  );
  for (let i = 0; i < 200; i++) await common[0]?.run(own);
  rows.push([
    "resident memory after some 500 edits, MB",
    short(own.client.resident()),
    short(peer.client.resident()),
    "",
  ]);
  await own.client.stop();
  await peer.client.stop();
  say(
    `\n## ${made.lines.length} lines\n\n${table(["", "Rentrée", "yaml-language-server 2.0.0", "ratio of p50"], rows)}`,
  );
}

async function inTurn(
  operation: Operation,
  own: Opened,
  peer: Opened,
  size: number,
): Promise<readonly [Times, Times]> {
  const rounds = Math.min(ROUNDS, operation.rounds ?? ROUNDS, size > 3_000 ? 8 : ROUNDS);
  const mine: number[] = [];
  const theirs: number[] = [];
  await operation.run(own);
  for (let i = 0; i < rounds; i++) {
    mine.push(...(await operation.run(own)), ...(await operation.run(own)));
    theirs.push(...(await operation.run(peer)));
  }
  return [mine, theirs];
}

async function alone(operation: Operation, own: Opened): Promise<Times> {
  const times: number[] = [];
  for (let i = 0; i < Math.min(ROUNDS, operation.rounds ?? ROUNDS); i++)
    times.push(...(await operation.run(own)));
  return times;
}

function rowOf(name: string, mine: Times, theirs: Times | undefined): string[] {
  return [name, pair(mine), pair(theirs), theirs ? ratio(mine, theirs) : ""];
}

function ratio(mine: Times, theirs: Times): string {
  return `×${short(percentile(theirs, 0.5) / percentile(mine, 0.5))}`;
}

/** A process from its start: to the answer of `initialize`, and to the first diagnostics of a file. */
async function starting(): Promise<void> {
  const rows: string[][] = [];
  const starts: Record<string, number[]> = { rentree: [], "yaml-language-server": [] };
  for (const size of SIZES) {
    const made = establishment(size);
    const cold: Record<string, number[]> = { rentree: [], "yaml-language-server": [] };
    for (let i = 0; i < (size > 3_000 ? 5 : 7); i++) {
      for (const peer of [rentree, yls]) {
        const uri = "file:///bench/etablissement.pronote.yaml";
        const client = await Client.start(peer, null);
        starts[peer.name]?.push(client.started);
        const begin = await client.open(uri, made.text);
        await client.until(uri, () => true);
        cold[peer.name]?.push(performance.now() - begin);
        await client.stop();
      }
    }
    rows.push(
      rowOf(
        `fresh process, open → first diagnostics, ${made.lines.length} lines`,
        cold["rentree"] ?? [],
        cold["yaml-language-server"] ?? [],
      ),
    );
  }
  rows.unshift(rowOf("start → `initialize`", starts["rentree"] ?? [], starts["yaml-language-server"] ?? []));
  say(`\n## Start\n\n${table(["", "Rentrée", "yaml-language-server 2.0.0", "ratio of p50"], rows)}`);
}

async function manyAliases(): Promise<void> {
  const rows: string[][] = [];
  for (const count of [2_000, 8_000, 20_000]) {
    const uri = "file:///bench/etablissement.pronote.yaml";
    const text = aliases(count);
    const client = await Client.start(rentree, null);
    const begin = await client.open(uri, text);
    await client.until(uri, () => true);
    const open = performance.now() - begin;
    const times: number[] = [];
    const line = text.split("\n").indexOf("    periodicite: trimestriel");
    const end = "    periodicite: trimestriel".length;
    for (let i = 0; i < ROUNDS; i++) {
      const from = performance.now();
      await client.change(
        uri,
        { line, character: end },
        { line, character: end + (i % 2) },
        i % 2 ? "" : "x",
      );
      await client.until(uri, (found) => (i % 2 ? found === 0 : found > 0));
      times.push(performance.now() - from);
    }
    await client.stop();
    rows.push([String(count), short(open), pair(times)]);
  }
  say(
    `\n## Aliases (Rentrée alone: the peer takes minutes)\n\n${table(["aliases", "open → diagnostics", "one character → diagnostics"], rows)}`,
  );
}

/** 300 establishments: the whole process, cold, in turn. */
async function commandLine(): Promise<void> {
  const folder = join(scratch, "academie");
  for (const [path, text] of academie(300)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const ajv = join(import.meta.dirname, "node_modules/ajv-cli/dist/index.js");
  const runs = { rentree: [] as number[], ajv: [] as number[] };
  for (let i = 0; i < 5; i++) {
    runs.rentree.push(timedRun([cli, "check", folder, "--format", "json"], /"errors": ?0/));
    runs.ajv.push(
      timedRun([ajv, "validate", "--strict=false", "-s", schema, "-d", `${folder}/e*/*.yaml`], /valid/),
    );
  }
  say(
    `\n## \`rentree check\` on 300 establishments, beside ajv-cli (schema only)\n\n${table(
      ["", "rentree check", "ajv-cli 5.0.0", "ratio of p50"],
      [
        [
          "whole process, seconds",
          ...[runs.rentree, runs.ajv].map((times) => pair(times.map((time) => time / 1000))),
          `×${short(percentile(runs.rentree, 0.5) / percentile(runs.ajv, 0.5))}`,
        ],
      ],
    )}`,
  );
}

function timedRun(args: readonly string[], right: RegExp): number {
  const begin = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0 || !right.test(stdout))
    throw new Error(`${args[0]} ended with ${status}: ${stderr.slice(0, 500)}${stdout.slice(0, 500)}`);
  return performance.now() - begin;
}
