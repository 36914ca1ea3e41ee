import type { Peer } from "./client.ts";
import { pair, percentile, short, type Times, table } from "./figures.ts";

/** What all chapters are told. */
export interface Setting {
  readonly own: Peer;
  readonly peer: Peer;
  /** A folder that is removed in the end. */
  readonly scratch: string;
  readonly schema: string;
  /** How often an operation is repeated. */
  readonly rounds: number;
}

/** A figure that has a target, and whether that is met. */
export interface Judged {
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
  readonly judged: readonly Judged[];
  /** Milliseconds from one character to its diagnostics, p50, where that was measured. */
  readonly key?: number;
}

/** A chapter as Markdown. */
export function markdown({ title, head, rows }: Chapter): string {
  return `\n## ${title}\n\n${table(head, rows)}`;
}

/** A row of one operation: ours, the peer's if it was measured, and how many times longer that took. */
export function rowOf(name: string, own: Times, peer?: Times): readonly string[] {
  return [name, pair(own), pair(peer), peer ? `×${short(ratio(own, peer))}` : ""];
}

/** How many times longer the peer takes, by the medians. */
export function ratio(own: Times, peer: Times): number {
  return percentile(peer, 0.5) / percentile(own, 0.5);
}

/** A target in the unit of the figure: at most so much. */
export function atMost(what: string, value: number, most: number, unit: string): Judged {
  return { what, target: `≤ ${most} ${unit}`, measured: `${short(value)} ${unit}`, met: value <= most };
}
