import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { items } from "../../server/src/schema/checklist.ts";
import { folderWith, rentree } from "../support/cli.ts";
import { committed, git } from "../support/git.ts";

const MARKER = "college/etablissement.pronote.yaml";
const FILES = {
  "academie.pronote.yaml":
    "profils-professeurs: { Profil 1: { autorisations: { notes: { saisir-devoirs: true } } } }\n",
  [MARKER]: `herite-de: ../academie.pronote.yaml
etablissement: { rne: 0759998K, nom: Collège des Tilleuls, annee-scolaire: 2026-2027 }
hebergement: { mode: heberge }
professeurs: { martin: { nom: MARTIN, prenom: Alice } }
`,
  "college/classes.pronote.yaml": "classes: { 6A: { services: { FRANC: { coefficient: 2 } } } }\n",
  "lycee/etablissement.pronote.yaml":
    "herite-de: ../academie.pronote.yaml\netablissement: { rne: 0759901E, nom: Lycée }\n",
};
const SETTLED = `deroulement:\n${items.map(({ slug }) => `  ${slug}: { sans-objet: fait ailleurs }\n`).join("")}`;

test("what is left is shown by step and screen, with the values, and ends with 1", async () => {
  const { code, out } = await rentree(folderWith(FILES), ["plan", "college"]);
  expect(code).toBe(1);
  expect(out).toMatch(
    /^Collège des Tilleuls \(college\): open steps: \d+ \(of which waiting: \d+\), values to enter: \d+\n/,
  );
  expect(out).toContain(
    "\n  ○ Enter and check the RNE (to do)\n      Paramètres > ÉTABLISSEMENT > Identité\n",
  );
  expect(out).toMatch(/\n {8}Numéro RNE \(RNE number\) +0759998K\n/);
  expect(out).toContain("Waits for: ");
});

test("nothing to do is one line, and ends with 0", async () => {
  const folder = folderWith({ ...FILES, "college/deroulement.pronote.yaml": SETTLED });
  for (const format of ["text", "md", "html", "json"]) {
    const { code, out } = await rentree(folder, ["plan", "college", "--format", format]);
    expect(code, out).toBe(0);
    if (format === "text") expect(out).toBe("Collège des Tilleuls (college): nothing is left to enter\n");
    else expect(out).not.toContain("0759998K");
  }
});

test("one phase alone can be asked for", async () => {
  const { out } = await rentree(folderWith(FILES), ["plan", "college", "--phase", "7", "--format", "json"]);
  const [{ steps }] = JSON.parse(out).establishments;
  expect(new Set(steps.map((step: { phase: { id: number } }) => step.phase.id))).toEqual(new Set([7]));
  expect((await rentree(folderWith(FILES), ["plan", "--phase", "99"])).code).toBe(2);
});

test("several establishments stand one after the other", async () => {
  const folder = folderWith(FILES);
  const html = (await rentree(folder, ["plan", "--format", "html"])).out;
  expect([...html.matchAll(/<section class="school" id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
    "college",
    "lycee",
  ]);
  expect(html).toContain('<a href="#lycee">Lycée</a>');
  expect(html).not.toMatch(/<script|https?:\/\/(?!hebergement|0759)/);
  const { establishments } = JSON.parse((await rentree(folder, ["plan", "--format", "json"])).out);
  expect(establishments.map(({ folder }: { folder: string }) => folder)).toEqual(["college", "lycee"]);
  expect((await rentree(folder, ["plan", "--format", "md"])).out).toContain("\n## Lycée\n");
});

test("a change is reviewed: each value before and after, its screen, and who gains or loses rights", async () => {
  const folder = committed(FILES);
  writeFileSync(
    join(folder, "college/classes.pronote.yaml"),
    FILES["college/classes.pronote.yaml"].replace("2", "3"),
  );
  const one = await rentree(folder, ["plan", "--since", "HEAD"]);
  expect(one.code).toBe(1);
  expect(one.out).toBe(`Collège des Tilleuls (college): values that changed since “HEAD”: 1
  Ressources > Classes > Services par classe · Choose grades or competences
    6A > FRANC > Coefficient standard (Standard coefficient): 2 → 3
`);
  writeFileSync(
    join(folder, "academie.pronote.yaml"),
    FILES["academie.pronote.yaml"].replace("true", "false"),
  );
  const both = (await rentree(folder, ["plan", "--since", "HEAD"])).out;
  expect(both).toContain("(lycee): values that changed since “HEAD”: 1\n");
  expect(both).toContain("  For MARTIN Alice (people: 1):\n    - Notes > Saisir des devoirs");
  for (const format of ["md", "html", "json"]) {
    const { out, code } = await rentree(folder, ["plan", "--since", "HEAD", "--format", format]);
    expect(code).toBe(1);
    expect(out).toContain("MARTIN Alice");
    if (format === "json") expect(JSON.parse(out).since).toBe("HEAD");
  }
});

test("without a change that counts, nothing is printed, and it ends with 0", async () => {
  const folder = committed(FILES);
  appendFileSync(join(folder, MARKER), "# a comment\n");
  const { code, out, err } = await rentree(folder, ["plan", "--since", "HEAD"]);
  expect([code, out]).toEqual([0, ""]);
  expect(err).toBe("Nothing that is entered in PRONOTE changed since “HEAD”.\n");
});

test("an establishment that is new is reviewed whole, one that is gone is named", async () => {
  const folder = committed(FILES);
  rmSync(join(folder, "lycee/etablissement.pronote.yaml"));
  const { code, err } = await rentree(folder, ["plan", "--since", "HEAD"]);
  expect(code).toBe(1);
  expect(err).toContain("“lycee” was an establishment in “HEAD”, and is none any more.");
  git(folder, "add", "-A");
  git(folder, "commit", "-qm", "second");
  writeFileSync(join(folder, "lycee/etablissement.pronote.yaml"), FILES["lycee/etablissement.pronote.yaml"]);
  const { out } = await rentree(folder, ["plan", "--since", "HEAD"]);
  expect(out).toContain("Numéro RNE (RNE number): 0759901E");
  expect(out).not.toContain("(college)");
});

test.each([
  [["plan", "nowhere"], "There is no file or folder “nowhere”."],
  [["plan", "--since", "no-such-revision"], "git has no revision “no-such-revision” here."],
  [["plan", "--since", "--output=x"], "--since REVISION"],
])("%j ends with 2", async (args, why) => {
  const { code, err } = await rentree(committed(FILES), args);
  expect(code).toBe(2);
  expect(err).toContain(why);
});

test("contents that git lacks are told, and nothing is guessed", async () => {
  const folder = committed(FILES);
  const blob = git(folder, "rev-parse", "HEAD:college/classes.pronote.yaml");
  rmSync(join(folder, ".git/objects", blob.slice(0, 2), blob.slice(2)));
  writeFileSync(join(folder, "college/classes.pronote.yaml"), "classes: { 6B: {} }\n");
  const { code, out, err } = await rentree(folder, ["plan", "--since", "HEAD"]);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("git lacks the contents of “");
});

test("names with markup or control characters do no harm in any format", async () => {
  const name = `<script>alert(1)</script> | **x** \\u001b[31m\\u202e`;
  const folder = folderWith({
    [MARKER]: `etablissement: { rne: 0759998K, nom: "${name}" }\nclasses: { "${name}": { niveau: "${name}" } }\n`,
  });
  for (const format of ["text", "md", "html", "json"]) {
    const { out } = await rentree(folder, ["plan", "--format", format]);
    expect(out).not.toContain("\u001b");
    expect(out).not.toContain("\u202e");
    if (format === "html") expect(out).not.toContain("<script");
    if (format === "md") expect(out).not.toMatch(/(?<!\\)(?:<script|\*\*x)/);
  }
});
