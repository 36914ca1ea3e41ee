import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { version } from "../../package.json";
import { ACADEMIE, folderWith, rentree } from "../support/cli.ts";

const WRONG: readonly (readonly [string, readonly string[], string])[] = [
  ["an unknown command", ["chek"], "There is no command “chek”. Did you mean “check”?"],
  [
    "an unknown command unlike any other",
    ["frobnicate"],
    "There is no command “frobnicate”: check, checklist, plan, effective, report, import, compare, format, explain, schema, version, lsp, help.",
  ],
  [
    "an unknown option",
    ["check", "--formt", "json"],
    "There is no option “--formt”. Did you mean “--format”?",
  ],
  ["an unknown option unlike any other", ["check", "--frobnicate"], "There is no option “--frobnicate”."],
  ["an unknown short option", ["check", "-x"], "There is no option “-x”."],
  ["an option of another command", ["schema", "--fix"], "There is no option “--fix”."],
  [
    "a value",
    ["check", "--format", "jsn"],
    "“jsn” is not a value of “--format”: pretty, json, sarif, github, gitlab, junit. Did you mean “json”?",
  ],
  ["an unknown language", ["check", "--lang", "de"], "“de” is not a value of “--lang”: fr, en."],
  ["a missing value", ["check", "--format"], "The option “--format” needs a value: --format FORMAT"],
  [
    "an option in the place of a value",
    ["check", "--format", "--fix"],
    "The option “--format” needs a value: --format FORMAT",
  ],
  ["a value for an option that takes none", ["check", "--fix=yes"], "The option “--fix” takes no value."],
  ["a missing path", ["check", "nowhere"], "There is no file or folder “nowhere”."],
  ["an empty path", ["check", ""], "There is no file or folder “”."],
  ["a missing path after --", ["check", "--", "--fix"], "There is no file or folder “--fix”."],
  [
    "a file that is not a configuration",
    ["check", "notes.yaml"],
    "“notes.yaml” is not a configuration file: its name does not end in “.pronote.yaml”.",
  ],
  [
    "a path through a file",
    ["check", "notes.yaml/a"],
    "“notes.yaml/a” cannot be read: a folder of its path is a file (ENOTDIR).",
  ],
  [
    "a number",
    ["check", "--max-warnings", "many"],
    "“many” is not a number of warnings: write --max-warnings 0.",
  ],
  [
    "a rule",
    ["check", "--rule", "boolean-wrd=off"],
    "There is no rule “boolean-wrd”. Did you mean “boolean-word”?",
  ],
  [
    "a severity",
    ["check", "--rule", "boolean-word=fatal"],
    "“fatal” is not a severity for “boolean-word”: error, warning, information, hint, off.",
  ],
  [
    "a rule without a severity",
    ["check", "--rule", "boolean-word"],
    "“” is not a severity for “boolean-word”: error, warning, information, hint, off.",
  ],
  [
    "a share that does not exist",
    ["check", "--shard", "4/3"],
    "“4/3” is not a share: write --shard 1/3 for the first of three.",
  ],
  [
    "a share with number 0",
    ["check", "--shard", "0/3"],
    "“0/3” is not a share: write --shard 1/3 for the first of three.",
  ],
  ["standard input without a path", ["check", "--stdin"], "“--stdin” and “--stdin-path” go together."],
  [
    "a path without standard input",
    ["check", "--stdin-path", "a.pronote.yaml"],
    "“--stdin” and “--stdin-path” go together.",
  ],
  [
    "standard input for a file that is not a configuration",
    ["check", "--stdin", "--stdin-path", "a.yaml"],
    "“a.yaml” is not a configuration file: its name does not end in “.pronote.yaml”.",
  ],
  [
    "standard input and paths",
    ["check", "--stdin", "--stdin-path", "a.pronote.yaml", "college"],
    "“--stdin” and “college” do not go together.",
  ],
  [
    "standard input to be fixed",
    ["check", "--stdin", "--stdin-path", "a.pronote.yaml", "--fix"],
    "Nothing can be written back to standard input: use --fix-dry-run.",
  ],
  [
    "both ways to fix",
    ["check", "--fix", "--fix-dry-run"],
    "“--fix-dry-run” and “--fix” do not go together.",
  ],
  [
    "a diff in a format",
    ["check", "--fix-dry-run", "--format", "json"],
    "“--fix-dry-run” and “--format” do not go together.",
  ],
  ["too many arguments", ["explain", "boolean-word", "wrong-type"], "“wrong-type” is one argument too many."],
  [
    "an unknown rule to explain",
    ["explain", "boolean-wrd"],
    "There is no rule “boolean-wrd”. Did you mean “boolean-word”?",
  ],
  ["an unknown key to explain", ["explain", "espaces/parent"], "There is no key “espaces/parent”."],
  ["a server without a transport", ["lsp"], "Say how to speak with the editor: rentree lsp --stdio"],
];

test.each(WRONG)("wrong usage is refused: %s", async (_, args, message) => {
  const folder = folderWith({ ...ACADEMIE, "notes.yaml": "a: 1\n" });
  const { code, out, err } = await rentree(folder, args);
  expect({ code, out, err }).toEqual({ code: 2, out: "", err: `rentree: ${message}\n` });
});

test("wrong usage is refused in French too", async () => {
  const { code, err } = await rentree(folderWith({}), ["check", "nulle-part", "--lang", "fr"]);
  expect([code, err]).toEqual([2, "rentree: Il n'y a ni fichier ni dossier « nulle-part ».\n"]);
});

test("help and version are printed", async () => {
  const folder = folderWith({});
  for (const args of [["--version"], ["-V"], ["check", "--version"]]) {
    expect(await rentree(folder, args)).toMatchObject({ code: 0, out: `${version}\n`, err: "" });
  }
  const whole = await rentree(folder, ["--help"]);
  expect(whole).toMatchObject({ code: 0, err: "" });
  for (const command of ["check", "checklist", "explain", "schema", "lsp"]) {
    expect(whole.out).toContain(`rentree ${command}`);
    const { code, out } = await rentree(folder, [command, "--nonsense", "-h", "--lang=fr"]);
    expect([code, out.includes(`Usage : rentree ${command}`), out.includes("--lang fr|en")]).toEqual([
      0,
      true,
      true,
    ]);
  }
  expect((await rentree(folder, ["check", "--help"])).out).toContain("--changed-since REVISION");
  const none = await rentree(folder, []);
  expect(none).toMatchObject({ code: 2, out: "", err: whole.out });
});

test("`explain` prints the page of a rule, or lists all rules", async () => {
  const folder = folderWith({});
  const page = await rentree(folder, ["explain", "unknown-reference", "--lang", "fr"]);
  expect(page).toMatchObject({ code: 0, err: "" });
  expect(page.out).toContain("Un nom doit désigner quelque chose qui existe");
  const list = await rentree(folder, ["explain"]);
  expect(list.out).toMatch(/^unknown-reference\s+error/m);
  // In the order of the index of rules.
  const index = readFileSync(join(import.meta.dirname, "../../server/src/rules/README.md"), "utf8");
  const ids = Array.from(
    index.matchAll(/^\| \[?([a-z-]+)\]?(?:\(\S+\))? \| (?:error|warning|information|hint) /gm),
    ([, id]) => id,
  );
  expect(ids.length).toBeGreaterThan(100);
  expect(
    Array.from(list.out.matchAll(/^([a-z-]+) +(?:error|warning|information|hint) /gm), ([, id]) => id),
  ).toEqual(ids);
  const french = (await rentree(folder, ["explain", "--lang", "fr"])).out;
  expect(french).toContain("\n\nEspaces et ENT\n");
  expect(french).toMatch(/^unknown-reference\s+erreur/m);
});

test("`explain` prints the page of a key, by the keys that lead to it", async () => {
  const folder = folderWith({});
  const page = await rentree(folder, ["explain", "classes/6E1/periodicite", "--lang", "fr"]);
  expect(page).toMatchObject({ code: 0, err: "" });
  expect(page.out).toContain("Configuration PRONOTE › `classes` › `*` › `periodicite`");
  expect(await rentree(folder, ["explain", "classes/*/periodicite", "--lang", "fr"])).toEqual(page);
  expect((await rentree(folder, ["explain", "espaces"])).out).toMatch(/^# Espaces\n/);
});

test("a folder without a configuration is said, and is no success", async () => {
  const folder = folderWith({ "vide/a.txt": "", "etablissement.pronote.yaml": "" });
  for (const command of ["check", "checklist"]) {
    const { code, err } = await rentree(folder, [command, "vide"]);
    expect([code, err.includes("Below “vide” there is no configuration")]).toEqual([2, true]);
    expect((await rentree(folder, [command, "."])).code).toBe(0);
  }
});

test("`help` and `version` are commands", async () => {
  const folder = folderWith({});
  expect((await rentree(folder, ["help", "check"])).out).toBe(
    (await rentree(folder, ["check", "--help"])).out,
  );
  expect((await rentree(folder, ["help"])).out).toBe((await rentree(folder, ["--help"])).out);
  expect((await rentree(folder, ["version"])).out).toBe((await rentree(folder, ["--version"])).out);
  expect((await rentree(folder, ["help", "chek"])).err).toContain("Did you mean “check”?");
});

test("`--summary` counts by establishment and by rule", async () => {
  const folder = folderWith({
    "a/etablissement.pronote.yaml": "edt: { droit-connexion: oui }\n",
    "b/etablissement.pronote.yaml": "",
  });
  const { code, out } = await rentree(folder, ["check", "--summary", "--no-color"]);
  expect(out.replace(/ +/g, " ")).toBe(`By establishment errors warnings information hints
a 1 · · ·
b · · · ·
Total 1 · · ·

By rule errors warnings information hints
boolean-word 1 · · ·
Total 1 · · ·
`);
  expect(code).toBe(1);
});
