/** A workspace of 300 establishments with one base, in the editor. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { atMost, type Chapter, type Setting } from "./chapter.ts";
import { Client } from "./client.ts";
import { pair, percentile, short } from "./figures.ts";
import { BASE, establishment, writeAcademie } from "./generate.ts";

const COUNT = 300;
/** How many keys are typed before any is timed, so that the code is warm as in a long session. */
const WARM_UP = 30;

/** Types in one of the establishments, and in their base. */
export async function fleet({ own, scratch, rounds }: Setting): Promise<Chapter> {
  const folder = join(scratch, "academie");
  writeAcademie(folder, COUNT);
  const begin = performance.now();
  const client = await Client.start(own, pathToFileURL(folder).href);
  const path = join(folder, "e150/etablissement.pronote.yaml");
  const uri = pathToFileURL(path).href;
  const text = readFileSync(path, "utf8");
  await client.open(uri, text);
  await client.until(uri, () => true);
  const first = performance.now() - begin;
  await client.settled(({ establishments }) => establishments === COUNT);
  const loaded = performance.now() - begin;

  const lines = text.split("\n");
  const line = lines.findIndex((text, at) => at > lines.length / 2 && text.endsWith("actif: true"));
  const keys = await toggled(client, uri, { line, character: lines[line]?.length ?? 0 }, rounds);

  const base = pathToFileURL(join(folder, "academie.pronote.yaml")).href;
  await client.open(base, BASE);
  await client.settled(() => true);
  const rows = BASE.split("\n");
  const profil = rows.findIndex((row) => row.includes("comme: Profil 1"));
  const character = (rows[profil]?.indexOf("Profil 1") ?? 0) + "Profil 1".length;
  const local = await toggled(client, base, { line: profil, character }, rounds);
  const matiere = rows.findIndex((row) => row.startsWith("  FRANC:"));
  const all = await toggled(
    client,
    base,
    { line: matiere, character: "  FRANC".length },
    Math.min(rounds, 8),
    uri,
  );
  await client.stop();
  const p95 = (times: readonly number[]) => percentile(times, 0.95);
  return {
    title: `A workspace of ${COUNT} establishments of ${establishment(1570).lines.length} lines on one base (Rentrée alone)`,
    head: ["", "in the visible file", "in all"],
    rows: [
      ["start → first diagnostics of the open file", short(first), ""],
      ["start → the whole workspace is checked", "", short(loaded)],
      ["one character in one establishment → diagnostics", pair(keys.shown), pair(keys.settled)],
      ["one character in the base, told in the base", pair(local.shown), pair(local.settled)],
      ["a matière of the base renamed that all 300 teach", pair(all.shown), pair(all.settled)],
    ],
    judged: [
      atMost("one character in one of 300 establishments → diagnostics, p95", p95(keys.shown), 10, "ms"),
      atMost("one character in the base of 300: all is told, p95", p95(local.settled), 500, "ms"),
      atMost(
        "a matière of the base renamed that all 300 teach: all is told, p95",
        p95(all.settled),
        500,
        "ms",
      ),
    ],
  };
}

/**
 * Types and deletes a character again and again. `shown` are the times until the diagnostics of `shownIn`, `settled`
 * those until the server has published everything.
 */
async function toggled(
  client: Client,
  uri: string,
  at: { line: number; character: number },
  rounds: number,
  shownIn = uri,
) {
  const shown: number[] = [];
  const settled: number[] = [];
  for (let i = 0; i < 2 * rounds + WARM_UP; i++) {
    const before = client.errors;
    const begin = performance.now();
    const to = { ...at, character: at.character + (i % 2) };
    await client.change(uri, at, to, i % 2 ? "" : "x");
    const published = client
      .until(shownIn, (count) => (i % 2 ? count === 0 : count > 0))
      .then(() => performance.now() - begin);
    await client.settled(({ errors }) => errors !== before);
    if (i >= WARM_UP) settled.push(performance.now() - begin);
    if (i >= WARM_UP) shown.push(await published);
  }
  return { shown, settled };
}
