/**
 * `npm run bench`: compares the built server with yaml-language-server, both as processes over stdio and alternately,
 * and the command line with ajv-cli. Answers are checked while they are timed. Writes `test/bench/RESULTS.md` and the
 * figures in the READMEs; a missed target does not fail the run. ROUNDS is the number of repetitions; arguments select
 * chapters.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { installPeers } from "../host/install.ts";
import { manyAliases } from "./aliases.ts";
import { atMost, type Chapter, type JudgedFigure, markdown, type Setting } from "./chapter.ts";
import { commandLine } from "./command-line.ts";
import { exchange } from "./exchange.ts";
import { table } from "./figures.ts";
import { fleet } from "./fleet.ts";
import { memory } from "./memory.ts";
import { rentree, writeSchema, yamlLanguageServer } from "./peers.ts";
import { quote } from "./quote.ts";
import { requests } from "./requests.ts";
import { starting } from "./starting.ts";
import { typing } from "./typing.ts";

const chapters: { readonly [name: string]: (setting: Setting) => Promise<Chapter> } = {
  small: (setting) => typing(setting, 300),
  medium: (setting) => typing(setting, 3_000),
  large: (setting) => typing(setting, 30_000),
  requests,
  start: starting,
  memory,
  aliases: manyAliases,
  fleet,
  exchange,
  "command-line": commandLine,
};

const RESULTS = join(import.meta.dirname, "RESULTS.md");
const selected = process.argv.slice(2);
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
    if (selected.length > 0 && !selected.includes(name)) continue;
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
if (selected.length === 0) {
  const { model = "unknown processor" } = cpus()[0] ?? {};
  const head = `# Measured\n\nMade by \`npm run bench\`; ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} cores (${model.trim()}). Milliseconds as the client sees them, p50 / p95, unless another unit is named, in a session that has been typed in for a while; read the ratios.\n\n## Targets\n\n${targets}\n`;
  writeFileSync(RESULTS, `${[head, ...[...done.values()].map(markdown)].join("\n")}\n`);
  quote(done);
}

/** How the time of a key grows with the length of the file. */
function growth(): readonly JudgedFigure[] {
  const [small, large] = [done.get("small")?.key, done.get("large")?.key];
  if (small === undefined || large === undefined) return [];
  return [atMost("one character, 100 times as many lines: in the time of 300 (p50)", large / small, 2, "×")];
}
