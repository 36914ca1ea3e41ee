import { expect, test } from "vitest";
import { ACADEMIE, folderWith, found, rentree } from "../support/cli.ts";

const LYCEE = "lycee/classes/classes.pronote.yaml";
const ALL = [
  "academie.pronote.yaml:3:21 boolean-word",
  `${LYCEE}:1:56 unknown-reference`,
  `${LYCEE}:2:8 unknown-key`,
  `${LYCEE}:3:0 unknown-key`,
];

test("all files in the working folder are checked; findings of a base are listed once", async () => {
  const { code, out, err } = await rentree(folderWith(ACADEMIE), ["check", "--format", "json"]);
  expect(found(out)).toEqual(ALL);
  expect(JSON.parse(out).summary).toEqual({
    establishments: 2,
    files: 4,
    errors: 4,
    warnings: 0,
    information: 0,
    hints: 0,
  });
  expect(code).toBe(1);
  expect(err).toContain("4 errors in 2 establishments and 4 files.");
});

test("the JSON format has all properties of a finding", async () => {
  const folder = folderWith({
    "etablissement.pronote.yaml": "classes:\n  6A: {}\n  6A: {}\nespaces: { parents: { publie: non } }\n",
  });
  const { out } = await rentree(folder, ["check", "--format=json", "--rule", "missing-key=off"]);
  expect(JSON.parse(out)).toEqual({
    version: 1,
    findings: [
      {
        file: "etablissement.pronote.yaml",
        rule: "duplicate-key",
        severity: "error",
        message: "“6A” is written twice in the same place: neither holds until one of them is removed.",
        range: { start: { line: 2, character: 2 }, end: { line: 2, character: 4 } },
        related: [
          {
            file: "etablissement.pronote.yaml",
            range: { start: { line: 1, character: 2 }, end: { line: 1, character: 4 } },
            message: "Written here first.",
          },
        ],
        fixes: [{ title: "Remove this one", safety: "probable" }],
      },
      {
        file: "etablissement.pronote.yaml",
        rule: "boolean-word",
        severity: "error",
        message: "“non” is read as text. Write: false",
        range: { start: { line: 3, character: 30 }, end: { line: 3, character: 33 } },
        related: [],
        fixes: [{ title: "Replace by “false”", safety: "sure" }],
      },
    ],
    summary: { establishments: 1, files: 1, errors: 2, warnings: 0, information: 0, hints: 0 },
  });
});

test("paths may be folders and files, which are checked as parts of their establishments", async () => {
  const folder = folderWith(ACADEMIE);
  const findings = async (...paths: string[]) =>
    found((await rentree(folder, ["check", "--format", "json", ...paths])).out);
  expect(await findings("college")).toEqual(ALL.slice(0, 1));
  expect(await findings("lycee")).toEqual(ALL);
  // A part of an establishment is checked with the rest of it, but only its own findings are printed.
  expect(await findings("lycee/classes")).toEqual(ALL.slice(1));
  expect(await findings(LYCEE)).toEqual(ALL.slice(1));
  expect(await findings("college/etablissement.pronote.yaml")).toEqual([]);
  // A base alone, without its heirs.
  expect(await findings("academie.pronote.yaml")).toEqual(ALL.slice(0, 1));
  expect(await findings("college", LYCEE, "lycee")).toEqual(ALL);
  expect(await findings("--", "college")).toEqual(ALL.slice(0, 1));
});

test("paths are relative to the working folder; without git, bases outside of it are not read", async () => {
  const folder = folderWith({ ...ACADEMIE, ".git/HEAD": "" });
  const { out } = await rentree(`${folder}/college`, ["check", "--format", "json"]);
  expect(found(out)).toEqual(["../academie.pronote.yaml:3:21 boolean-word"]);
  const alone = await rentree(`${folderWith(ACADEMIE)}/college`, ["check", "--format", "json"]);
  expect(found(alone.out)).toEqual(["etablissement.pronote.yaml:0:11 herite-de"]);
});

test("without findings, the exit code is 0 and a message tells so; without a configuration, it is 2", async () => {
  const folder = folderWith({ "etablissement.pronote.yaml": "hebergement: { mode: heberge }\n" });
  const { code, out, err } = await rentree(folder, ["check"]);
  expect({ code, out, err }).toEqual({
    code: 0,
    out: "",
    err: "Nothing to report in 1 establishment and 1 file.\n",
  });
  const empty = await rentree(folderWith({}), ["check"]);
  expect([empty.code, empty.err]).toEqual([
    2,
    "Below “.” there is no configuration: no file whose name ends in “.pronote.yaml”.\n",
  ]);
});

test("warnings are a failure only above `--max-warnings`", async () => {
  const folder = folderWith({ "etablissement.pronote.yaml": "espaces: { parents: { publie: oui } }\n" });
  const warn = ["check", "--rule", "boolean-word=warning"];
  expect((await rentree(folder, warn)).code).toBe(0);
  expect((await rentree(folder, [...warn, "--max-warnings", "1"])).code).toBe(0);
  const { code, err } = await rentree(folder, [...warn, "--max-warnings=0"]);
  expect([code, err.includes("Too many warnings: 1, of which 0 are allowed.")]).toEqual([1, true]);
});

test("`--rule` changes the severity of a rule", async () => {
  const folder = folderWith({ "etablissement.pronote.yaml": "espaces: { parents: { publie: oui } }\n" });
  const severities = async (...rules: string[]) => {
    const args = rules.flatMap((rule) => ["--rule", rule]);
    const { out } = await rentree(folder, ["check", "--format", "json", ...args]);
    return JSON.parse(out).findings.map(({ severity }: { severity: string }) => severity);
  };
  expect(await severities("boolean-word=hint")).toEqual(["hint"]);
  expect(await severities("boolean-word=hint", "boolean-word=information")).toEqual(["information"]);
  expect(await severities("boolean-word=off")).toEqual([]);
});

test("standard input replaces the text of a file", async () => {
  const folder = folderWith(ACADEMIE);
  const args = ["check", "--format", "json", "--stdin", "--stdin-path"];
  const input = "classes: { 2A: { periodicite: trimestriel, professeur-principal: martin, nivau: x } }\n";
  expect(found((await rentree(folder, [...args, LYCEE], { input })).out)).toEqual([
    `${LYCEE}:0:73 unknown-key`,
  ]);
  // A file that does not exist yet belongs to the same establishment.
  const other = "lycee/autres.pronote.yaml";
  const { out, code } = await rentree(folder, [...args, other], { input: "eleves: { x: 1" });
  expect([found(out).length > 0, code]).toEqual([true, 1]);
  expect((await rentree(folder, [...args, other], { input: "" })).code).toBe(0);
  const binary = await rentree(folder, [...args, other], { input: new Uint8Array([0, 1, 2]) });
  expect(found(binary.out)).toEqual([`${other}:0:0 file-unreadable`]);
});

test("each establishment is in exactly one share", async () => {
  const folder = folderWith(ACADEMIE);
  const establishments = async (shard: string) => {
    const { out } = await rentree(folder, ["check", "--format", "json", "--shard", shard]);
    return [JSON.parse(out).summary.establishments, found(out)];
  };
  expect(await establishments("1/2")).toEqual([1, ALL.slice(0, 1)]);
  expect(await establishments("2/2")).toEqual([1, ALL]);
  expect(await establishments("3/3")).toEqual([0, []]);
});

test("messages are in the language of `--lang`, otherwise in that of the system", async () => {
  const folder = folderWith({ "etablissement.pronote.yaml": "espaces: { parents: { publie: oui } }\n" });
  const french = "erreur boolean-word";
  const out = async (args: string[], env?: NodeJS.ProcessEnv) =>
    (await rentree(folder, ["check", ...args], { env })).out.includes(french);
  expect(await out(["--lang", "fr"])).toBe(true);
  expect(await out(["--lang=fr"], { LC_ALL: "en_GB.UTF-8" })).toBe(true);
  expect(await out([], { LC_ALL: "fr_FR.UTF-8" })).toBe(true);
  expect(await out([], { LC_ALL: "", LC_MESSAGES: "", LANG: "fr_FR.UTF-8" })).toBe(true);
  expect(await out([], { LC_ALL: "", LC_MESSAGES: "en_GB.UTF-8", LANG: "fr_FR.UTF-8" })).toBe(false);
  expect(await out(["--lang", "en"], { LANG: "fr_FR.UTF-8" })).toBe(false);
  expect((await rentree(folder, ["--lang", "fr", "check"])).out).toContain(french);
});
