/** New processes: the time to the answer of `initialize`, and to the first diagnostics of a file. */
import { type Chapter, ratio, rowOf, type Setting } from "./chapter.ts";
import { Client, type Peer } from "./client.ts";
import { short, type Times } from "./figures.ts";
import { establishment } from "./generate.ts";

/** An error that the schema detects, at the end of the text: to report it, both servers must have read everything. */
const FAULT = "licence: { consultation: peut-être }\n";
const URI = "file:///bench/etablissement.pronote.yaml";

/** In lines. */
const SIZES = [300, 3_000, 30_000];

/** The times of new processes. */
interface ColdTimes {
  /** Until the answer of `initialize`. */
  readonly start: number[];
  /** Until the diagnostic of `FAULT`. */
  readonly first: number[];
  /** Until all findings are published. */
  readonly all: number[];
}

/** Starts both servers several times, alternately. */
export async function starting({ own, peer, rounds }: Setting): Promise<Chapter> {
  const sizes: { readonly lines: number; readonly mine: ColdTimes; readonly theirs: ColdTimes }[] = [];
  for (const size of SIZES) {
    const text = `${establishment(size).text}${FAULT}`;
    const mine: ColdTimes = { start: [], first: [], all: [] };
    const theirs: ColdTimes = { start: [], first: [], all: [] };
    for (let i = 0; i < Math.min(rounds, 9); i++) {
      await startOnce(own, text, mine, true);
      await startOnce(peer, text, theirs, false);
    }
    sizes.push({ lines: text.split("\n").length - 1, mine, theirs });
  }
  const starts = (who: "mine" | "theirs") => sizes.flatMap((size) => size[who].start);
  const last = sizes.at(-1);
  return {
    title: "Start",
    head: ["", "Rentrée", "yaml-language-server 2.0.0", "ratio of p50"],
    rows: [
      rowOf("start → `initialize`", starts("mine"), starts("theirs")),
      ...sizes.flatMap(({ lines, mine, theirs }) => [
        rowOf(`fresh process, open → first diagnostics, ${lines} lines`, mine.first, theirs.first),
        rowOf("… → all rules have been told", mine.all),
      ]),
    ],
    judged: [
      share("start → `initialize`, p50", starts("mine"), starts("theirs"), 0.3),
      share(
        "fresh process, open → first diagnostics, p50",
        last?.mine.first ?? [],
        last?.theirs.first ?? [],
        1 / 3,
      ),
    ],
  };
}

async function startOnce(server: Peer, text: string, { start, first, all }: ColdTimes, hasStatus: boolean) {
  const client = await Client.start(server, null);
  start.push(client.started);
  const begin = await client.open(URI, text);
  await client.until(URI, (count) => count > 0);
  first.push(performance.now() - begin);
  if (hasStatus) {
    await client.settled(({ errors }) => errors > 0);
    all.push(performance.now() - begin);
  }
  await client.stop();
}

function share(what: string, own: Times, peer: Times, most: number) {
  const value = 1 / ratio(own, peer);
  return { what, target: `≤ ${short(most)} of the peer's`, measured: short(value), met: value <= most };
}
