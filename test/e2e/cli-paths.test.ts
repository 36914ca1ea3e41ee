/** What is checked depends on the paths that are given. */
import { expect, test } from "vitest";
import { folderWith, found, rentree } from "../support/cli.ts";

const marker = (rne: string, more = "") =>
  `${more}etablissement: { rne: ${rne}, nom: École, annee-scolaire: 2026-2027 }\n`;

const FILES = {
  ".git/HEAD": "",
  "avant/etablissement.pronote.yaml": marker("0759998K"),
  "ex/a/etablissement.pronote.yaml": marker("0759998K"),
};

async function checked(files: { readonly [path: string]: string }, ...args: readonly string[]) {
  const { out } = await rentree(folderWith(files), ["check", "--format", "json", ...args]);
  return { found: found(out), establishments: JSON.parse(out).summary.establishments, out };
}

test("establishments beyond the paths are not compared with, also where a file of no establishment is", async () => {
  const without = await checked(FILES, "ex");
  expect([without.found, without.establishments]).toEqual([[], 1]);
  const orphan = await checked({ ...FILES, "ex/seul.pronote.yaml": "classes: {}\n" }, "ex");
  expect([orphan.found, orphan.establishments]).toEqual([
    ["ex/seul.pronote.yaml:0:0 file-of-no-establishment"],
    1,
  ]);
  const all = await checked({ ...FILES, "ex/seul.pronote.yaml": "classes: {}\n" });
  expect(all.found).toContain("ex/a/etablissement.pronote.yaml:0:22 rne-of-two-establishments");
});

test("a base is checked with its heirs beyond the paths, which are not compared either", async () => {
  const files = {
    ...FILES,
    "avant/etablissement.pronote.yaml": marker("0759998K", "herite-de: ../ex/base.pronote.yaml\n"),
    "autre/etablissement.pronote.yaml": marker("0759901E"),
    "ex/base.pronote.yaml":
      "professeurs: { martni: {} }\nclasses: { 6A: { professeur-principal: martin } }\n",
  };
  const { found, establishments, out } = await checked(files, "ex");
  expect([found, establishments]).toEqual([["ex/base.pronote.yaml:1:39 unknown-reference"], 1]);
  // Of those that are checked, one inherits from it.
  expect(out).toContain("(1 of 2 establishments)");
  expect((await checked(files, "ex/base.pronote.yaml")).found).toEqual([
    "ex/base.pronote.yaml:1:39 unknown-reference",
  ]);
});
