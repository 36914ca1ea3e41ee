import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dice } from "../corpus/dice.ts";
import { CLIENT_KINDS } from "../support/client-kinds.ts";
import { PATIENCE } from "../support/patience.ts";
import { write } from "../support/write-file.ts";
import { RandomClient } from "./client.ts";
import { differenceAfter } from "./difference.ts";
import { type ClientOperation, operations, START } from "./operation.ts";
import { serverHere } from "./server-here.ts";

/** The result of one run of a random client. */
export interface ClientRun {
  readonly operations: number;
  /** How many messages of the server were validated. */
  readonly messages: number;
  /** What went wrong, with a short script that shows it; `undefined` if nothing did. */
  readonly failure: string | undefined;
}

/** How many times a script that fails is tried with parts left out. */
const MAX_TRIES = 120;

/** Plays so many random operations with a client whose kind follows from the seed. */
export async function randomRun(seed: number, count: number): Promise<ClientRun> {
  const kinds = Object.keys(CLIENT_KINDS);
  const kind = kinds[Math.abs(seed) % kinds.length] ?? "full";
  const script = operations(dice(Math.imul(seed, 0x9e3779b1)), count);
  const { trouble, messages } = await played(kind, script, PATIENCE);
  if (trouble === undefined) return { operations: count, messages, failure: undefined };
  const short = await shortened(kind, script, trouble);
  const lines = short.map((operation) => `  ${JSON.stringify(operation)}`).join("\n");
  return { operations: count, messages, failure: `seed ${seed}, ${kind} client: ${trouble}\n${lines}` };
}

/** Fewer operations that still fail. The tries wait less long than the run did. */
async function shortened(
  kind: string,
  script: readonly ClientOperation[],
  trouble: string,
): Promise<readonly ClientOperation[]> {
  let best = script;
  let tries = 0;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < best.length && tries < MAX_TRIES; ) {
      tries++;
      const fewer = [...best.slice(0, from), ...best.slice(from + size)];
      const found = await played(kind, fewer, PATIENCE / 30);
      if (sortOf(found.trouble) === sortOf(trouble)) best = fewer;
      else from += size;
    }
  }
  return best;
}

/** What is wrong, without where and with which texts. */
function sortOf(trouble: string | undefined): string | undefined {
  return trouble?.startsWith("file:") ? "findings differ" : trouble;
}

/**
 * Plays a script, and compares what the server says of each file at the end with what a fresh server says, which gets at
 * most `patience` milliseconds to become equal.
 */
async function played(
  kind: string,
  script: readonly ClientOperation[],
  patience: number,
): Promise<{ trouble: string | undefined; messages: number }> {
  const folder = await mkdtemp(join(tmpdir(), "rentree-random-"));
  for (const [path, text] of Object.entries(START)) await write(join(folder, path), text);
  const rejections: string[] = [];
  const onRejection = (error: unknown) => void rejections.push(`unhandled: ${String(error)}`);
  process.on("unhandledRejection", onRejection);
  const capabilities = CLIENT_KINDS[kind] ?? {};
  const client = new RandomClient(folder, capabilities, serverHere());
  // The same client, which is also told when everything is checked.
  const ours = (capabilities.experimental as { readonly rentree?: object } | undefined)?.rentree;
  const withStatus = { ...capabilities, experimental: { rentree: { ...ours, status: true } } };
  const fresh = new RandomClient(folder, withStatus, serverHere());
  try {
    await client.start();
    for (const operation of script) await client.play(operation).catch(ignored);
    await client.answered();
    await fresh.start(client);
    const difference = await differenceAfter(client, fresh, patience);
    const faults = [...client.check.faults, ...fresh.check.faults, ...rejections];
    const messages = client.check.count + fresh.check.count;
    return { trouble: faults[0] ?? difference, messages };
  } finally {
    client.end();
    fresh.end();
    process.off("unhandledRejection", onRejection);
    await rm(folder, { recursive: true, force: true });
  }
}

/** A file cannot be written where a folder is, and the like: then this operation does nothing. */
function ignored(): void {}
