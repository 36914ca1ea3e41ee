/**
 * `npm run bench`: the built server beside yaml-language-server, both as processes over stdio, in turn; the command line
 * beside ajv-cli. What is answered is checked while it is timed. Writes `test/bench/RESULTS.md` and what the READMEs
 * quote of it; judges nothing. ROUNDS says how often things are repeated; arguments choose among the chapters.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { installPeers } from "../host/install.ts";
import { manyAliases } from "./aliases.ts";
import { atMost, type Chapter, type Judged, markdown, type Setting } from "./chapter.ts";
import { commandLine } from "./command-line.ts";
import { table } from "./figures.ts";
import { fleet } from "./fleet.ts";
import { memory } from "./memory.ts";
import { rentree, writeSchema, yamlLanguageServer } from "./peers.ts";
import { quote } from "./quote.ts";
import { starting } from "./starting.ts";
import { typing } from "./typing.ts";

const chapters: { readonly [name: string]: (setting: Setting) => Promise<Chapter> } = {
  small: (setting) => typing(setting, 300),
  medium: (setting) => typing(setting, 3_000),
  large: (setting) => typing(setting, 30_000),
  start: starting,
  memory,
  aliases: manyAliases,
  fleet,
  "command-line": commandLine,
};

const RESULTS = join(import.meta.dirname, "RESULTS.md");
const wanted = process.argv.slice(2);
installPeers();
const scratch = mkdtempSync(join(tmpdir(), "rentree-bench-"));
const schema = join(scratch, "pronote.schema.json");
writeSchema(schema);
const setting: Setting = {
  own: rentree,
  peer: yamlLanguageServer(schema),
  scratch,
  schema,
  rounds: Number(process.env["ROUNDS"] ?? 20),
};

const done = new Map<string, Chapter>();
try {
  for (const [name, run] of Object.entries(chapters)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const chapter = await run(setting);
    done.set(name, chapter);
    process.stdout.write(`${markdown(chapter)}\n`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const targets = table(
  ["", "target", "measured", ""],
  [...[...done.values()].flatMap(({ judged }) => judged), ...growth()].map(
    ({ what, target, measured, met }) => [what, target, measured, met ? "met" : "**missed**"],
  ),
);
process.stdout.write(`\n## Targets\n\n${targets}\n`);
if (wanted.length === 0) {
  const { model = "unknown processor" } = cpus()[0] ?? {};
  const head = `# Measured\n\nMade by \`npm run bench\`; ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} cores (${model.trim()}). Milliseconds as the client sees them, p50 / p95, unless another unit is named, in a session that has been typed in for a while; read the ratios.\n\n## Targets\n\n${targets}\n`;
  writeFileSync(RESULTS, `${[head, ...[...done.values()].map(markdown)].join("\n")}\n`);
  quote(done);
}

/** Whether a key costs more in a long file than in a short one. */
function growth(): readonly Judged[] {
  const [small, large] = [done.get("small")?.key, done.get("large")?.key];
  if (small === undefined || large === undefined) return [];
  return [atMost("one character, 100 times as many lines: in the time of 300 (p50)", large / small, 2, "×")];
}
