/** `npm run fixtures -- FOLDER` makes `test/fixtures` anew from its sources, which the README there describes. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fewest } from "./fewest.ts";
import { leanModel } from "./lean-model.ts";

/** The folder of files that were written elsewhere or made by a script. */
export const FIXTURES = join(import.meta.dirname, "../fixtures");

type Content = Uint8Array | string;

/** A file of `test/fixtures`: its source, and how it is made. Made from its own result, it stays the same. */
interface FixtureFile {
  readonly from: string;
  readonly to: string;
  readonly make: (source: Uint8Array) => Content;
}

const unchanged = (source: Uint8Array): Content => source;

/** All files of `test/fixtures` that are made one by one. */
export const FILES: readonly FixtureFile[] = [
  { from: "domain/seed-items.tsv", to: "booklet.tsv", make: (source) => columns(textOf(source)) },
  {
    from: "formats/samples/sts_emp_0759998K_2026.xml",
    to: "stsweb/sts_emp_0759998K_2026.xml",
    make: unchanged,
  },
  ...[
    "Communs.xml",
    "ExportXML_ElevesSansAdresses.zip",
    "ExportXML_Nomenclature.zip",
    "Structures.xml",
    "pronote/EXP_COURS.csv",
    "udt/UnDeuxTEMPS.zip",
  ].map((name) => ({
    from: `formats/samples/${name}`,
    to: `exports/${name.replace(/^.*\//, "")}`,
    make: unchanged,
  })),
  ...[
    "EXP_CLASSE.txt",
    "EXP_MATIERE.csv",
    "EXP_PROFESSEUR.txt",
    "EXP_SERVICE.txt",
    "ecarts/EXPECTED.json",
    "ecarts/EXP_CLASSE.txt",
    "ecarts/services-copie.tsv",
    "eleves-copie.tsv",
    "personnels-copie.tsv",
    "salles-copie.tsv",
    "sans-titres.tsv",
    "services-copie.tsv",
    "services-espace.csv",
  ].map((name) => ({ from: `formats/samples/pronote/${name}`, to: `lists/${name}`, make: unchanged })),
  {
    from: "corpora/lsp/metaModel-3.17.json",
    to: "lsp/metaModel-3.17.json",
    make: (source) => leanModel(textOf(source)),
  },
  { from: "corpora/lsp/LICENSE", to: "lsp/LICENSE", make: unchanged },
  { from: "corpora/schemastore/LICENSE", to: "schemastore/LICENSE", make: unchanged },
  { from: "corpora/schemastore/NOTICE", to: "schemastore/NOTICE", make: unchanged },
];

/** The folder of the YAML files to select from, and that of the selected ones. */
export const SELECTION = { from: "corpora/schemastore", to: "schemastore" };

/** The columns that the tests need of each statement of the booklet. */
const COLUMNS = ["id", "kind", "depends_on"];

function columns(table: string): string {
  const [head = [], ...rows] = table
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split("\t"));
  const columnIndices = COLUMNS.map((column) => head.indexOf(column));
  if (columnIndices.includes(-1)) throw new Error(`columns are missing: ${COLUMNS.join(", ")}`);
  return [head, ...rows]
    .map((row) => `${columnIndices.map((place) => row[place] ?? "").join("\t")}\n`)
    .join("");
}

const YAML = /\.ya?ml$/;
/** Longer files are mostly whole configurations of other projects. */
const MAX_BYTES = 3000;
/** A comment that shows that a file comes from elsewhere, so that it may have another licence. */
const FROM_ELSEWHERE = /#.*(?:https?:|copyright|licen[sc]e|source|generated|\bfrom\b)/i;
/** A number that may be a phone number or an identifier of something real. */
const LONG_NUMBER = /\d{9}/;

/** The YAML files of a folder that are selected, as relative paths. */
export function selectedFiles(folder: string): readonly string[] {
  const texts = yamlIn(folder)
    .map((name) => [name, readFileSync(join(folder, name), "utf8")] as const)
    .filter(([, text]) => Buffer.byteLength(text) <= MAX_BYTES)
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
  const files = FILES.filter((one) => hasSource(from, one.from));
  for (const one of files) write(join(to, one.to), one.make(readFileSync(join(from, one.from))));
  const names = hasSource(from, SELECTION.from)
    ? makeSelected(join(from, SELECTION.from), join(to, SELECTION.to))
    : [];
  const made = files.length + names.length;
  process.stdout.write(`${made} files made\n`);
  if (made === 0) process.exitCode = 1;
}

function makeSelected(from: string, to: string): readonly string[] {
  const files = selectedFiles(from).map((name) => [name, readFileSync(join(from, name))] as const);
  if (existsSync(to)) for (const name of yamlIn(to)) rmSync(join(to, name));
  for (const [name, content] of files) write(join(to, name), content);
  return files.map(([name]) => name);
}

function hasSource(folder: string, path: string): boolean {
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
