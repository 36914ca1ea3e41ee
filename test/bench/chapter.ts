import type { Peer } from "./client.ts";
import { pair, percentile, short, type Times, table } from "./figures.ts";

/** The input of all chapters. */
export interface Setting {
  readonly own: Peer;
  readonly peer: Peer;
  /** A temporary folder, removed at the end of the run. */
  readonly scratch: string;
  /** The path of the JSON Schema for the peers. */
  readonly schema: string;
  /** How many times an operation is repeated. */
  readonly rounds: number;
}

/** A measured figure with its target. */
export interface JudgedFigure {
  readonly what: string;
  readonly target: string;
  readonly measured: string;
  readonly met: boolean;
}

/** One part of the report. */
export interface Chapter {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly judged: readonly JudgedFigure[];
  /** The p50 time from a typed character to its diagnostics in milliseconds, if it was measured. */
  readonly key?: number;
}

/** A chapter as Markdown. */
export function markdown({ title, head, rows }: Chapter): string {
  return `\n## ${title}\n\n${table(head, rows)}`;
}

/** The row of an operation: our times, the peer's if it was measured, and how many times longer the peer took. */
export function rowOf(name: string, own: Times, peer?: Times): readonly string[] {
  return [name, pair(own), pair(peer), peer ? `×${short(ratio(own, peer))}` : ""];
}

/** How many times longer the peer takes, by medians. */
export function ratio(own: Times, peer: Times): number {
  return percentile(peer, 0.5) / percentile(own, 0.5);
}

/** A figure whose target is at most `most`, in the same unit. */
export function atMost(what: string, value: number, most: number, unit: string): JudgedFigure {
  return { what, target: `≤ ${most} ${unit}`, measured: `${short(value)} ${unit}`, met: value <= most };
}
