import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RandomClient } from "../clients/client.ts";
import { differenceAfter } from "../clients/difference.ts";
import { METHODS, operations, START } from "../clients/operation.ts";
import { dice } from "../corpus/dice.ts";
import { CLIENT_KINDS } from "../support/client-kinds.ts";
import { PATIENCE } from "../support/patience.ts";
import { write } from "../support/write-file.ts";
import { atRest, MEASURED, type Sample } from "./measure.ts";
import { serverProcess } from "./server-process.ts";

/** How many operations are played before their answers are awaited. */
const BATCH = 50;
/** How many samples are taken. */
const SAMPLES = 20;
/** The answers are compared after so many samples, and at the end. */
const COMPARED_EVERY = 5;

/** What came out of a soak. */
export interface SoakResult {
  readonly samples: readonly Sample[];
  /** How many messages of the server were validated. */
  readonly messages: number;
  /** How many answers were compared with those of a fresh server. */
  readonly answers: number;
  /** What was wrong with a message or an answer. */
  readonly failure: string | undefined;
}

/** How a soak is made. */
export interface SoakOptions {
  readonly count: number;
  readonly seed: number;
  /** More options of Node for the server. */
  readonly node?: readonly string[];
  /** Gets each sample. */
  readonly sampled?: (sample: Sample) => void;
}

/**
 * Plays so many random operations, edits and requests among them, against the built server in a process of its own,
 * on files and folders that change. What is played follows from the seed alone. From time to time, findings and answers
 * are compared with those of a fresh server. At each sample, everything is taken back first.
 */
export async function soak({ count, seed, node = [], sampled = () => {} }: SoakOptions): Promise<SoakResult> {
  const folder = await mkdtemp(join(tmpdir(), "rentree-soak-"));
  for (const [path, text] of Object.entries(START)) await write(join(folder, path), text);
  const server = serverProcess([...MEASURED, ...node]);
  const client = new RandomClient(folder, CLIENT_KINDS["full"] ?? {}, server);
  const samples: Sample[] = [];
  let answers = 0;
  let failure: string | undefined;
  try {
    await client.start();
    for (let part = 1; part <= SAMPLES && failure === undefined; part++) {
      await play(client, Math.round(count / SAMPLES), seed * SAMPLES + part);
      if (part % COMPARED_EVERY === 0) {
        const compared = await comparedWithFresh(client, folder);
        answers += compared.answers;
        failure = compared.difference;
      }
      failure ??= client.check.faults[0];
      await client.reset();
      const sample = { operations: Math.round((count * part) / SAMPLES), ...(await atRest(server.process)) };
      samples.push(sample);
      sampled(sample);
    }
    return { samples, messages: client.check.count, answers, failure };
  } finally {
    client.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Plays operations. Each batch has names of its own among its files: what is kept for each name would add up. */
async function play(client: RandomClient, count: number, seed: number): Promise<void> {
  const rolls = dice(Math.imul(seed, 0x9e3779b1));
  for (let played = 0; played < count; played += BATCH) {
    const name = `${seed}-${played}`;
    const own = [`a/classes-${name}.pronote.yaml`, `${name}/etablissement.pronote.yaml`];
    const script = operations(rolls, Math.min(BATCH, count - played), own);
    for (const operation of script) await client.play(operation).catch(ignored);
    await client.answered();
    for (const path of own) await client.play({ kind: "close", path });
    await client.play({ kind: "delete", path: own[0] ?? "" });
    await client.play({ kind: "delete", path: name });
  }
  await client.answered();
}

/** A file cannot be written where a folder is, and the like: then this operation does nothing. */
function ignored(): void {}

/** Compares the findings, then answers about places in each file, with those of a fresh server of the same state. */
async function comparedWithFresh(
  client: RandomClient,
  folder: string,
): Promise<{ readonly answers: number; readonly difference: string | undefined }> {
  const fresh = new RandomClient(folder, CLIENT_KINDS["full"] ?? {}, serverProcess());
  let answers = 0;
  try {
    await fresh.start(client);
    const difference = await differenceAfter(client, fresh, PATIENCE);
    if (difference !== undefined) return { answers, difference };
    for (const path of new Set([...Object.keys(START), ...client.open])) {
      for (const method of METHODS) {
        for (const [line, character] of PLACES) {
          const [one, other] = await Promise.all(
            [client, fresh].map((of) => of.answer(method, path, line, character).catch(String)),
          );
          answers++;
          if (one !== other)
            return { answers, difference: `${method} at ${path}:${line}:${character}: ${one}, not ${other}` };
        }
      }
    }
    return { answers, difference: fresh.check.faults[0] };
  } finally {
    fresh.end();
  }
}

/** The places about which is asked, as line and column. */
const PLACES = [
  [0, 3],
  [1, 6],
  [2, 30],
] as const;
