/** Typing in a document of some size: both servers alternately, with each answer checked. */

import { breaking } from "./breaking.ts";
import { atMost, type Chapter, type JudgedFigure, ratio, rowOf, type Setting } from "./chapter.ts";
import { Client, type Peer } from "./client.ts";
import { burst, common, type Opened, type Operation, ours } from "./editing.ts";
import { pair, percentile, short, type Times } from "./figures.ts";
import { type BenchEstablishment, establishment } from "./generate.ts";

/** How long the peer waits after an edit before it validates, in milliseconds; subtracted to compare only the work. */
const PEER_DELAY = 200;
/** How many times our server is measured for each time of the peer, which is slow. */
const OWN_REPETITIONS = 5;
const BURST = "completion in a burst, 10 keys a second";
const KEY = "one character → diagnostics";

/** Types in a document of about `size` lines. */
export async function typing(setting: Setting, size: number): Promise<Chapter> {
  const made = establishment(size);
  const own = await openedIn(setting.own, made);
  const peer = await openedIn(setting.peer, made);
  if (own.well !== 0 || peer.well !== 0)
    throw new Error(`the establishment is not well: ${own.well}, ${peer.well}`);
  const first = await firstKeys(own);
  await warmUp(own, peer);
  const rounds = (operation: Operation) => Math.min(setting.rounds, operation.rounds ?? setting.rounds);
  const measured: [name: string, own: Times, peer?: Times][] = [[`${KEY}, the first 20`, first]];
  for (const operation of common) {
    const most = size > 3_000 ? 8 : setting.rounds;
    measured.push([operation.name, ...(await inTurn(operation, own, peer, rounds(operation), most))]);
  }
  for (const operation of ours)
    measured.push([operation.name, await alone(operation, own, rounds(operation))]);
  for (const operation of breaking) {
    const most = size > 3_000 ? 2 : 5;
    measured.push([operation.name, ...(await inTurn(operation, own, peer, rounds(operation), most))]);
  }
  measured.push([BURST, await burst(own), await burst(peer)]);
  await own.client.stop();
  await peer.client.stop();
  return {
    title: `${made.lines.length} lines`,
    head: ["", "Rentrée", "yaml-language-server 2.0.0", "ratio of p50"],
    rows: measured.flatMap(([name, mine, theirs]) => rowsOf(name, mine, theirs)),
    judged: size > 3_000 ? judge(measured) : [],
    key: percentile(measured.find(([name]) => name === KEY)?.[1] ?? [], 0.5),
  };
}

/** Runs operations without timing them, as a session lasts for hours. */
async function warmUp(own: Opened, peer: Opened): Promise<void> {
  for (const operation of [...common, ...ours]) {
    for (let i = 0; i < 15; i++) await operation.run(own);
    if (common.includes(operation)) await operation.run(peer);
  }
  await peer.client.quiet();
}

/** The times of the first keys of a session, when the code is cold. */
async function firstKeys(own: Opened): Promise<Times> {
  const times: number[] = [];
  const [key] = common;
  for (let i = 0; i < 10; i++) times.push(...((await key?.run(own)) ?? []));
  return times;
}

/** Starts a server and opens this document in it. */
export async function openedIn(peer: Peer, made: BenchEstablishment): Promise<Opened> {
  const uri = "file:///bench/etablissement.pronote.yaml";
  const client = await Client.start(peer, null);
  await client.open(uri, made.text);
  await client.until(uri, () => true);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return { client, uri, made, well: client.count(uri) ?? 0 };
}

async function inTurn(
  operation: Operation,
  own: Opened,
  peer: Opened,
  rounds: number,
  most: number,
): Promise<readonly [Times, Times]> {
  const mine: number[] = [];
  const theirs: number[] = [];
  await operation.run(own);
  for (let i = 0; i < rounds; i++) {
    for (let j = 0; j < OWN_REPETITIONS; j++) mine.push(...(await operation.run(own)));
    if (i >= most) continue;
    theirs.push(...(await operation.run(peer)));
    await peer.client.quiet();
  }
  return [mine, theirs];
}

async function alone(operation: Operation, own: Opened, rounds: number): Promise<Times> {
  const times: number[] = [];
  await operation.run(own);
  for (let i = 0; i < OWN_REPETITIONS * rounds; i++) times.push(...(await operation.run(own)));
  return times;
}

function rowsOf(name: string, mine: Times, theirs?: Times): readonly (readonly string[])[] {
  const row = rowOf(name, mine, theirs);
  if (!theirs || !name.includes("diagnostics")) return [row];
  const worked = theirs.map((time) => time - PEER_DELAY);
  return [
    row,
    [`… its ${PEER_DELAY} ms of waiting taken off`, "", pair(worked), `×${short(ratio(mine, worked))}`],
  ];
}

function judge(measured: readonly (readonly [string, Times, Times?])[]): readonly JudgedFigure[] {
  const [key] = measured.filter(([name]) => name === KEY);
  const [, own = [], peer = []] = key ?? [];
  const worked = ratio(
    own,
    peer.map((time) => time - PEER_DELAY),
  );
  const broke = new Set(breaking.map(({ name }) => name));
  const asked = /^(?:completion|hover|definition)/;
  return [
    atMost(`${KEY}, p95`, percentile(own, 0.95), 10, "ms"),
    {
      what: `${KEY}: the peer's own work, in ours (p50)`,
      target: "≥ ×100",
      measured: `×${short(worked)}`,
      met: worked >= 100,
    },
    ...measured.flatMap(([name, times]) => {
      if (asked.test(name)) return [atMost(`${name}, p95`, percentile(times, 0.95), 10, "ms")];
      return broke.has(name) ? [atMost(`${name}, p95`, percentile(times, 0.95), 100, "ms")] : [];
    }),
  ];
}
