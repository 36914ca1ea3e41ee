/** Each request that an editor makes while somebody types, in a long file: all in turn, beside hover. */

import { changing } from "./changing.ts";
import { atMost, type Chapter, type JudgedFigure, type Setting } from "./chapter.ts";
import { common, HOVER, type Opened, type Operation, ours, SYMBOLS, unlessUnknown } from "./editing.ts";
import { pair, percentile, short, type Times } from "./figures.ts";
import { establishment } from "./generate.ts";
import { openedIn } from "./typing.ts";
import { understanding } from "./understanding.ts";

const LINES = 30_000;
/** How many times each request is made for one round of the other chapters, in which requests are not made in turn. */
const REPETITIONS = 5;
const WARM_UP = 10;
/** A pause before each request, in milliseconds: nobody types the next key while the last one is still checked. */
const BETWEEN_KEYS = 30;
/** A request about a place takes at most so many times as long as hover, one about the file as document symbols. */
const [MOST_AT_PLACE, MOST_OF_FILE] = [1.5, 2];

const OPERATIONS: readonly Operation[] = [
  ...common.filter(({ name }) => !name.includes("diagnostics")),
  ...ours,
  ...understanding,
  ...changing,
];

/** The time of each request. One that the server does not know has a row without times. */
export async function requests(setting: Setting): Promise<Chapter> {
  const made = establishment(LINES);
  const opened = await openedIn(setting.own, made);
  const times = await inTurn(opened, setting.rounds);
  await opened.client.stop();
  const ratio = (name: string, share: number) => {
    const whole = OPERATIONS.find((operation) => operation.name === name)?.whole;
    const yardstick = times.get(whole ? SYMBOLS : HOVER) ?? [];
    return percentile(times.get(name) ?? [], share) / percentile(yardstick, share);
  };
  return {
    title: `Requests after an edit, ${made.lines.length} lines, in turn (Rentrée alone)`,
    head: ["", "Rentrée", "compared with", "in its p50 / p95"],
    rows: OPERATIONS.map(({ name, whole }) => [
      name,
      pair(times.get(name)),
      whole ? "document symbols" : "hover",
      `×${short(ratio(name, 0.5))} / ×${short(ratio(name, 0.95))}`,
    ]),
    judged: OPERATIONS.filter(({ name }) => times.has(name)).flatMap((operation) => judge(operation, ratio)),
  };
}

function judge(
  { name, whole }: Operation,
  ratio: (name: string, share: number) => number,
): readonly JudgedFigure[] {
  if (name === HOVER || name === SYMBOLS) return [];
  const than = whole ? "document symbols" : "hover";
  return [
    atMost(`${name}: p95 in that of ${than}`, ratio(name, 0.95), whole ? MOST_OF_FILE : MOST_AT_PLACE, "×"),
  ];
}

/** The times of all requests by name, without those that the server does not know. */
async function inTurn(opened: Opened, rounds: number): Promise<ReadonlyMap<string, Times>> {
  const times = new Map<string, number[]>();
  for (const operation of OPERATIONS) {
    const warm = async () => {
      for (let i = 0; i < Math.min(WARM_UP, operation.rounds ?? WARM_UP); i++) await operation.run(opened);
      return [];
    };
    const known = await warm().catch(unlessUnknown);
    if (known) times.set(operation.name, known);
  }
  for (let round = 0; round < rounds * REPETITIONS; round++) {
    for (const { name, run, rounds: most = rounds } of OPERATIONS) {
      if (round >= most * REPETITIONS) continue;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_KEYS));
      times.get(name)?.push(...(await run(opened)));
    }
  }
  return times;
}
