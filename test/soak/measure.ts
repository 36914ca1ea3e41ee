import type { ChildProcess } from "node:child_process";
import { join } from "node:path";

const here = (name: string) => join(import.meta.dirname, name);

/**
 * The options of Node with which a server can be measured. What the compiler makes of a function is made at its first
 * call, and kept: otherwise it would come and go at other moments in each run, and grow for as long as functions are
 * made faster.
 */
export const MEASURED = [
  ...["--expose-gc", "--no-opt", "--no-sparkplug", "--no-lazy-feedback-allocation", "--no-flush-bytecode"],
  ...["--import", here("probe.mjs")],
];
/** The options with which a server loses memory at each message. */
export const LEAKING = ["--import", here("leak.mjs")];

/** What a process holds after a collection of garbage. */
export interface Holding {
  /** In bytes, compiled code and all. */
  readonly heap: number;
  /** Of these bytes, those of compiled code: functions that are rarely called are compiled late. */
  readonly code: number;
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
  let least = await measured(server);
  for (let measures = 1, rises = 0; measures < MAX_MEASURES && rises < 2; measures++) {
    const next = await measured(server);
    const isLess = next.heap < least.heap || next.handles < least.handles;
    rises = isLess ? 0 : rises + 1;
    least = next.heap < least.heap ? { ...next, handles: Math.min(least.handles, next.handles) } : least;
    if (next.handles < least.handles) least = { ...least, handles: next.handles };
  }
  return least;
}

function measured(server: ChildProcess): Promise<Holding> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("the server ended"));
    server.once("exit", ended);
    server.once("message", (holding) => {
      server.off("exit", ended);
      resolve(holding as Holding);
    });
    server.send({});
  });
}

/**
 * How many bytes each operation added in the second half of the run: the median of the slopes between pairs of samples, so
 * that a sample taken at a bad moment decides nothing. The first half warms the server up; what is made once and kept, at a
 * request that comes late, is one step, of which no pair has a sample on each side.
 */
export function bytesPerOperation(samples: readonly Sample[]): number {
  const half = samples.slice(Math.floor(samples.length / 2));
  const step = largestStep(half);
  const slopes = [half.slice(0, step), half.slice(step)].flatMap(slopesIn);
  return slopes.sort((a, b) => a - b)[Math.floor(slopes.length / 2)] ?? 0;
}

/** The index of the sample that is above the one before it by most. */
function largestStep(samples: readonly Sample[]): number {
  const rises = samples.slice(1).map((one, at) => objects(one) - objects(samples[at] ?? one));
  return rises.indexOf(Math.max(...rises)) + 1;
}

/** The bytes for an operation between each two samples. */
function slopesIn(samples: readonly Sample[]): number[] {
  return samples.flatMap((one, at) =>
    samples
      .slice(at + 1)
      .map((other) => (objects(other) - objects(one)) / (other.operations - one.operations)),
  );
}

/** The bytes of what is not compiled code. */
function objects({ heap, code }: Holding): number {
  return heap - code;
}

/**
 * Of what the leak in the control adds at each operation, a run may add this part. What is compiled late adds up to a
 * fifth; an entry of a map at each message adds nearly half, a listener all of it.
 */
const TOLERANCE = 1 / 3;

/**
 * What grew in a run; `undefined` if all is flat. `control` is a run of the same operations against a server that leaves
 * one listener behind at each message: what it adds more is what a leak adds when it is measured so.
 */
export function growthOf(samples: readonly Sample[], control: readonly Sample[]): string | undefined {
  const added = bytesPerOperation(samples);
  const leaked = bytesPerOperation(control) - added;
  if (added > leaked * TOLERANCE)
    return `each operation adds ${added.toFixed(1)} bytes; a leak of our own adds ${leaked.toFixed(1)}`;
  const half = Math.floor(samples.length / 2);
  const least = (part: readonly Sample[]) => Math.min(...part.map(({ handles }) => handles));
  const [before, after] = [least(samples.slice(0, half)), least(samples.slice(half))];
  return after > before ? `the handles grew from ${before} to ${after}` : undefined;
}

/** A size in words. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
