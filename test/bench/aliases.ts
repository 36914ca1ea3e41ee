/** Documents with many aliases. The peer is not measured, as it takes minutes. */
import { atMost, type Chapter, type Setting } from "./chapter.ts";
import { Client } from "./client.ts";
import { pair, percentile, short } from "./figures.ts";
import { aliases } from "./generate.ts";

const URI = "file:///bench/etablissement.pronote.yaml";
/** How many keys are typed before any is timed, so that the code is warm as in a long session. */
const WARM_UP = 30;
const LINE = "    periodicite: trimestriel";

/** Opens documents with increasing numbers of aliases, and types in them. */
export async function manyAliases({ own, rounds }: Setting): Promise<Chapter> {
  const rows: string[][] = [];
  let last = { open: Number.NaN, key: Number.NaN };
  for (const count of [2_000, 8_000, 20_000]) {
    const text = aliases(count);
    const client = await Client.start(own, null);
    const begin = await client.open(URI, text);
    await client.until(URI, () => true);
    const open = performance.now() - begin;
    const line = text.split("\n").indexOf(LINE);
    const times: number[] = [];
    for (let i = 0; i < 2 * rounds + WARM_UP; i++) {
      const from = { line, character: LINE.length };
      const to = { line, character: LINE.length + (i % 2) };
      const start = performance.now();
      await client.change(URI, from, to, i % 2 ? "" : "x");
      await client.until(URI, (found) => (i % 2 ? found === 0 : found > 0));
      if (i >= WARM_UP) times.push(performance.now() - start);
    }
    await client.stop();
    rows.push([String(count), short(open), pair(times)]);
    last = { open, key: percentile(times, 0.95) };
  }
  return {
    title: "Aliases (Rentrée alone: the peer takes minutes)",
    head: ["aliases", "open → diagnostics", "one character → diagnostics"],
    rows,
    judged: [
      atMost("20,000 aliases: open → diagnostics", last.open, 1000, "ms"),
      atMost("20,000 aliases: one character → diagnostics, p95", last.key, 10, "ms"),
    ],
  };
}
