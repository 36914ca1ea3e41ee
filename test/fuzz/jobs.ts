import type { ForeignText } from "../corpus/foreign.ts";

/** The work of one process: edits of a part, from a seed. */
export interface Job {
  readonly part: string;
  readonly seed: number;
  readonly edits: number;
  /** How many edits are made in one workspace before the next one. */
  readonly each: number;
  /** The texts to edit, if the part does not generate them. */
  readonly texts?: readonly ForeignText[];
}

interface Part {
  readonly name: string;
  /** Its share of the edits, in thousandths. */
  readonly share: number;
  /** See `Job`. */
  readonly each: number;
  /** How many edits one job makes: about a minute of work. */
  readonly portion: number;
}

/** Mostly short texts, as edits of long ones take longer. */
const PARTS: readonly Part[] = [
  { name: "own", share: 380, each: 40, portion: 10_000 },
  // Long enough for caches to be cleaned up.
  { name: "lives", share: 40, each: 2_000, portion: 6_000 },
  { name: "examples", share: 500, each: 40, portion: 15_000 },
  { name: "generated", share: 76, each: 60, portion: 3_000 },
  { name: "long", share: 3, each: 100, portion: 200 },
  { name: "aliases", share: 1, each: 100, portion: 500 },
];

/** The jobs for a number of edits in all. Parts alternate, so that each is run early. */
export function editJobs(seed: number, edits: number, only?: string): readonly Job[] {
  const parts = only === undefined ? PARTS : PARTS.filter(({ name }) => name === only);
  const shares = parts.reduce((sum, { share }) => sum + share, 0);
  const jobs = parts.flatMap(({ name, share, each, portion }) => {
    const partEdits = Math.round((edits * share) / shares);
    const count = Math.ceil(partEdits / portion);
    return Array.from({ length: count }, (_, index) => ({
      job: { part: name, seed: seed + index, edits: Math.ceil(partEdits / count), each },
      order: index / count,
    }));
  });
  return jobs.sort((a, b) => a.order - b.order).map(({ job }) => job);
}
