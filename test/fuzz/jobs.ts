import type { ForeignText } from "../corpus/foreign.ts";

/** A share of the work: so many edits of a part, from a seed. */
export interface Job {
  readonly part: string;
  readonly seed: number;
  readonly edits: number;
  /** Edits of one workspace before another is begun. */
  readonly each: number;
  /** Where they are not made by the part: what is edited, each so many times. */
  readonly texts?: readonly ForeignText[];
}

interface Part {
  readonly name: string;
  /** Out of a thousand edits. */
  readonly share: number;
  readonly each: number;
  /** Edits of one job: about a minute's. */
  readonly portion: number;
}

/** Long texts take their time: a million edits of short ones, and some of long ones. */
const PARTS: readonly Part[] = [
  { name: "own", share: 380, each: 40, portion: 10_000 },
  // Long enough for what is kept to be tidied up.
  { name: "lives", share: 40, each: 2_000, portion: 6_000 },
  { name: "examples", share: 500, each: 40, portion: 15_000 },
  { name: "generated", share: 76, each: 60, portion: 3_000 },
  { name: "long", share: 3, each: 100, portion: 200 },
  { name: "aliases", share: 1, each: 100, portion: 500 },
];

/** The jobs that make so many edits in all; the parts in turn, so that each is seen early. */
export function editJobs(seed: number, edits: number, only?: string): readonly Job[] {
  const parts = only === undefined ? PARTS : PARTS.filter(({ name }) => name === only);
  const whole = parts.reduce((sum, { share }) => sum + share, 0);
  const jobs = parts.flatMap(({ name, share, each, portion }) => {
    const wanted = Math.round((edits * share) / whole);
    const count = Math.ceil(wanted / portion);
    return Array.from({ length: count }, (_, index) => ({
      job: { part: name, seed: seed + index, edits: Math.ceil(wanted / count), each },
      turn: index / count,
    }));
  });
  return jobs.sort((one, other) => one.turn - other.turn).map(({ job }) => job);
}
