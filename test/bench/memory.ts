/** The memory of a server after many edits of all kinds in a large document. */
import { atMost, type Chapter, type Setting } from "./chapter.ts";
import { Client, type Memory, type Peer } from "./client.ts";
import { short } from "./figures.ts";
import { type BenchEstablishment, establishment, random } from "./generate.ts";
import { probed } from "./peers.ts";

const LINES = 30_000;
const URI = "file:///bench/etablissement.pronote.yaml";

/** Makes 10,000 edits with our server and 200 with the peer. */
export async function memory(setting: Setting): Promise<Chapter> {
  const [own200, own1000, own10000] = await memoryAfter(setting.own, [200, 1_000, 10_000]);
  const [peer200] = await memoryAfter(setting.peer, [200]);
  const row = (edits: number, memory: Memory | undefined, peer?: Memory) => [
    `after ${edits} edits: resident / heap after a forced collection, MB`,
    both(memory),
    peer ? both(peer) : "–",
  ];
  return {
    title: `Memory, ${establishment(LINES).lines.length} lines`,
    head: ["", "Rentrée", "yaml-language-server 2.0.0"],
    rows: [row(200, own200, peer200), row(1_000, own1000), row(10_000, own10000)],
    judged: [
      atMost("heap after 10,000 edits and a forced collection", own10000?.heap ?? Number.NaN, 150, "MB"),
      atMost("resident after 10,000 edits", own10000?.resident ?? Number.NaN, 300, "MB"),
      atMost(
        "growth of the heap from edit 1,000 to 10,000",
        (own10000?.heap ?? Number.NaN) - (own1000?.heap ?? Number.NaN),
        5,
        "MB",
      ),
    ],
  };
}

function both(memory: Memory | undefined): string {
  return memory ? `${short(memory.resident)} / ${short(memory.heap)}` : "–";
}

/** The memory of a server after each of these numbers of edits. */
async function memoryAfter(peer: Peer, stops: readonly number[]): Promise<readonly Memory[]> {
  const made = establishment(LINES);
  const client = await Client.start(probed(peer), null);
  await client.open(URI, made.text);
  await client.until(URI, () => true);
  const next = random(7);
  const measured: Memory[] = [];
  let edits = 0;
  for (const stop of stops) {
    for (; edits < stop; edits += 2) await editAndUndo(client, made, next);
    await client.until(URI, (count) => count === 0);
    measured.push(await client.memory());
  }
  await client.stop();
  return measured;
}

/** Texts that are typed at the end of a line: characters, names, new lines, incomplete and invalid YAML. */
const INSERTIONS = [
  "x",
  " ",
  "\n        bonus: oui",
  "\n        sous-services:",
  " # vu",
  '"',
  "[",
  "\n  Nouvelle:",
  ": ",
];

async function editAndUndo(client: Client, { lines }: BenchEstablishment, next: (below: number) => number) {
  const line = lines.length - 1 - next(Math.floor(lines.length * 0.9));
  const at = { line, character: lines[line]?.length ?? 0 };
  const name = `${INSERTIONS[next(INSERTIONS.length)] ?? ""}${next(4) === 0 ? next(1_000_000) : ""}`;
  const added = name.split("\n");
  const last = added.at(-1) ?? "";
  const end =
    added.length > 1
      ? { line: line + added.length - 1, character: last.length }
      : { line, character: at.character + last.length };
  await client.change(URI, at, at, name);
  await client.request("textDocument/hover", {
    textDocument: { uri: URI },
    position: { line, character: 6 },
  });
  await client.change(URI, at, end, "");
  await client.request("textDocument/hover", {
    textDocument: { uri: URI },
    position: { line, character: 6 },
  });
}
