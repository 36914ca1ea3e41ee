import type { ChildProcess } from "node:child_process";
import { join } from "node:path";

/** The options of Node with which a server can be measured. */
export const MEASURED = ["--expose-gc", "--import", join(import.meta.dirname, "probe.mjs")];

/** What a process holds after a collection of garbage. */
export interface Holding {
  /** In bytes, compiled code and all. */
  readonly heapUsed: number;
  /** The objects in the heap, without what the compiler makes. In bytes. */
  readonly objects: number;
  /** In bytes. */
  readonly rss: number;
  /** Timers, requests of the system, open files and sockets. */
  readonly handles: number;
}

/** A sample of a server, after so many operations, in the same state as the samples before. */
export interface Sample extends Holding {
  readonly operations: number;
}

/** At most so many measures are made for one sample: work that was begun has to end. */
const MAX_MEASURES = 30;

/** What a process holds when it has come to rest: measured until two measures in turn hold no less. */
export async function atRest(server: ChildProcess): Promise<Holding> {
  let least = await measured(server, false);
  for (let measures = 1, rises = 0; measures < MAX_MEASURES && rises < 2; measures++) {
    const next = await measured(server, false);
    const isLess = next.heapUsed < least.heapUsed || next.handles < least.handles;
    rises = isLess ? 0 : rises + 1;
    least = {
      ...next,
      heapUsed: Math.min(least.heapUsed, next.heapUsed),
      handles: Math.min(least.handles, next.handles),
    };
  }
  return { ...least, objects: (await measured(server, true)).objects };
}

function measured(server: ChildProcess, counted: boolean): Promise<Holding> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("the server ended"));
    server.once("exit", ended);
    server.once("message", (holding) => {
      server.off("exit", ended);
      resolve(holding as Holding);
    });
    server.send({ counted });
  });
}

/** The first samples are left out: what is kept for ever is made then. */
const WARM = 2;
/** By how much the objects may differ without growing. */
const TOLERANCE = 0.03;
/** How many bytes one operation may add: tables of a fixed size fill up slowly. Any object is larger. */
const PER_OPERATION = 10;

/**
 * What grew from sample to sample; `undefined` if all is flat. The last third is compared with the first, so that one
 * sample that was taken at a bad moment decides nothing.
 */
export function growthOf(samples: readonly Sample[]): string | undefined {
  const warm = samples.slice(WARM);
  const third = Math.ceil(warm.length / 3);
  const least = (part: readonly Sample[], of: (sample: Sample) => number) => Math.min(...part.map(of));
  const [first, last] = [warm.slice(0, third), warm.slice(-third)];
  const objects = [first, last].map((part) => least(part, (sample) => sample.objects));
  const handles = [first, last].map((part) => least(part, (sample) => sample.handles));
  const [before = 0, after = 0] = objects;
  const operations = (last[0]?.operations ?? 0) - (first[0]?.operations ?? 0);
  if (after - before > Math.max(before * TOLERANCE, operations * PER_OPERATION))
    return `the objects grew from ${megabytes(before)} to ${megabytes(after)}`;
  if ((handles[1] ?? 0) > (handles[0] ?? 0)) return `the handles grew from ${handles[0]} to ${handles[1]}`;
  return undefined;
}

/** A size in words. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
