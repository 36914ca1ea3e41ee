/** Processes from their start: to the answer of `initialize`, and to the first diagnostics of a file. */
import { type Chapter, ratio, rowOf, type Setting } from "./chapter.ts";
import { Client } from "./client.ts";
import { short, type Times } from "./figures.ts";
import { establishment } from "./generate.ts";

const SIZES = [300, 3_000, 30_000];

interface Both {
  readonly own: number[];
  readonly peer: number[];
}

/** Starts both servers again and again, in turn. */
export async function starting(setting: Setting): Promise<Chapter> {
  const start: Both = { own: [], peer: [] };
  const rows: (readonly string[])[] = [];
  let last: Both = start;
  for (const size of SIZES) {
    const made = establishment(size);
    const cold: Both = { own: [], peer: [] };
    for (let i = 0; i < Math.min(setting.rounds, 9); i++) {
      for (const who of ["own", "peer"] as const) {
        const uri = "file:///bench/etablissement.pronote.yaml";
        const client = await Client.start(setting[who], null);
        start[who].push(client.started);
        const begin = await client.open(uri, made.text);
        await client.until(uri, () => true);
        cold[who].push(performance.now() - begin);
        await client.stop();
      }
    }
    last = cold;
    const name = `fresh process, open → first diagnostics, ${made.lines.length} lines`;
    rows.push(rowOf(name, cold.own, cold.peer));
  }
  return {
    title: "Start",
    head: ["", "Rentrée", "yaml-language-server 2.0.0", "ratio of p50"],
    rows: [rowOf("start → `initialize`", start.own, start.peer), ...rows],
    judged: [
      share("start → `initialize`, p50", start.own, start.peer, 0.3),
      share("fresh process, open → first diagnostics, p50", last.own, last.peer, 1 / 3),
    ],
  };
}

function share(what: string, own: Times, peer: Times, most: number) {
  const value = 1 / ratio(own, peer);
  return { what, target: `≤ ${short(most)} of the peer's`, measured: short(value), met: value <= most };
}
