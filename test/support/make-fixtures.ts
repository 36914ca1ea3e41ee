/** `npm run fixtures -- FOLDER` makes `test/fixtures` anew from what it was made of; its README says what that is. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fewest } from "./fewest.ts";
import { leanModel } from "./lean-model.ts";

/** The folder of what the tests read and others wrote, or a script made. */
export const FIXTURES = join(import.meta.dirname, "../fixtures");

type Content = Uint8Array | string;

/** One file of `test/fixtures`: where it comes from, and what is made of that. Made of itself, it stays as it is. */
interface Made {
  readonly from: string;
  readonly to: string;
  readonly make: (source: Uint8Array) => Content;
}

const asItIs = (source: Uint8Array): Content => source;

export const FILES: readonly Made[] = [
  { from: "domain/seed-items.tsv", to: "booklet.tsv", make: (source) => columns(textOf(source)) },
  {
    from: "formats/samples/sts_emp_0759998K_2026.xml",
    to: "stsweb/sts_emp_0759998K_2026.xml",
    make: asItIs,
  },
  {
    from: "corpora/lsp/metaModel-3.17.json",
    to: "lsp/metaModel-3.17.json",
    make: (source) => leanModel(textOf(source)),
  },
  { from: "corpora/lsp/LICENSE", to: "lsp/LICENSE", make: asItIs },
  { from: "corpora/schemastore/LICENSE", to: "schemastore/LICENSE", make: asItIs },
  { from: "corpora/schemastore/NOTICE", to: "schemastore/NOTICE", make: asItIs },
];

/** Where the YAML files are of which some are taken, and where these go. */
export const CHOSEN = { from: "corpora/schemastore", to: "schemastore" };

/** What the tests need to know of a statement of the booklet; the first line names it. */
const COLUMNS = ["id", "kind", "depends_on"];

function columns(table: string): string {
  const [head = [], ...rows] = table
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split("\t"));
  const places = COLUMNS.map((column) => head.indexOf(column));
  if (places.includes(-1)) throw new Error(`columns are missing: ${COLUMNS.join(", ")}`);
  return [head, ...rows].map((row) => `${places.map((place) => row[place] ?? "").join("\t")}\n`).join("");
}

const YAML = /\.ya?ml$/;
/** Longer ones are mostly whole files of other projects. */
const MOST_BYTES = 3000;
/** A comment of one that was taken from elsewhere: its licence may be another. */
const FROM_ELSEWHERE = /#.*(?:https?:|copyright|licen[sc]e|source|generated|\bfrom\b)/i;
/** A telephone number, or an identifier of something that exists. */
const LONG_NUMBER = /\d{9}/;

/** Those of the YAML files of a folder that are taken, by their paths in it. */
export function chosen(folder: string): readonly string[] {
  const texts = yamlIn(folder)
    .map((name) => [name, readFileSync(join(folder, name), "utf8")] as const)
    .filter(([, text]) => Buffer.byteLength(text) <= MOST_BYTES)
    .filter(([, text]) => !FROM_ELSEWHERE.test(text) && !LONG_NUMBER.test(text));
  return fewest(new Map(texts));
}

function yamlIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => YAML.test(name))
    .map((name) => name.replaceAll("\\", "/"));
}

function textOf(source: Uint8Array): string {
  return new TextDecoder().decode(source);
}

function makeAll(from: string, to: string): void {
  const files = FILES.filter((one) => isThere(from, one.from));
  for (const one of files) write(join(to, one.to), one.make(readFileSync(join(from, one.from))));
  const names = isThere(from, CHOSEN.from) ? makeChosen(join(from, CHOSEN.from), join(to, CHOSEN.to)) : [];
  const made = files.length + names.length;
  process.stdout.write(`${made} files made\n`);
  if (made === 0) process.exitCode = 1;
}

function makeChosen(from: string, to: string): readonly string[] {
  const files = chosen(from).map((name) => [name, readFileSync(join(from, name))] as const);
  if (existsSync(to)) for (const name of yamlIn(to)) rmSync(join(to, name));
  for (const [name, content] of files) write(join(to, name), content);
  return files.map(([name]) => name);
}

function isThere(folder: string, path: string): boolean {
  if (existsSync(join(folder, path))) return true;
  process.stderr.write(`There is no ${path} in ${folder}: what was made of it stays as it is.\n`);
  return false;
}

function write(file: string, content: Content): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

if (process.argv[1] === import.meta.filename) {
  const [, , folder] = process.argv;
  if (folder === undefined) {
    process.stderr.write("npm run fixtures -- FOLDER: where is what the fixtures are made of?\n");
    process.exitCode = 2;
  } else makeAll(folder, FIXTURES);
}
