import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, rentree, textOf } from "../support/cli.ts";
import { FIXTURES } from "../support/make-fixtures.ts";
import { CANARY, elevesXml, encoded, SCHOOL, stsEmpXml } from "../support/school-exports.ts";

const latin = (text: string) => encoded(text, "iso-8859-15");
const stsweb = readFileSync(join(FIXTURES, "stsweb/sts_emp_0759998K_2026.xml"));
const SCHOOL_FILES = ["etablissement.pronote.yaml", "niveaux.pronote.yaml"];
const IMPORTED = ["classes", "groupes", "matieres", "personnels", "professeurs"].map(
  (name) => `${name}.pronote.yaml`,
);

test("the plan comes first, and writes nothing; --write writes it; then there is nothing to do", async () => {
  const folder = folderWith({ "sts.xml": stsweb });
  const plan = await rentree(folder, ["import", "sts.xml", "--into", "college"]);
  expect([plan.code, plan.err]).toEqual([1, ""]);
  expect(plan.out).toMatchInlineSnapshot(`
    "Collège de la Fiction ← sts.xml (STSWEB)
      + 15 subjects · 32 teachers · 2 members of the staff · 12 classes · 160 services · 18 groups of students
      → to write: college/etablissement.pronote.yaml, college/niveaux.pronote.yaml, college/importe/{matieres,professeurs,personnels,classes,groupes}.pronote.yaml
      ! sts.xml:2555:13: Several teachers, not marked as co-teaching: 5ESP2A ESP2.
      · To be written by you: hebergement/mode, periodes, niveaux/6e/periodicite, niveaux/5e/periodicite, niveaux/4e/periodicite, niveaux/3e/periodicite.
      · In no export, so not imported: kinds of periods, coefficients, modes of assessment, profiles and rights.

    Nothing is written yet: the same with --write writes it.
    "
  `);
  expect(readdirSync(folder)).toEqual(["sts.xml"]);
  const writing = await rentree(folder, ["import", "sts.xml", "--into", "college", "--write"]);
  expect([writing.code, writing.out.includes("Files written: 7.")]).toEqual([0, true]);
  expect(readdirSync(join(folder, "college")).sort()).toEqual([...SCHOOL_FILES, "importe"].sort());
  expect(readdirSync(join(folder, "college/importe")).sort()).toEqual(IMPORTED);
  const checked = await rentree(folder, ["check", "college"]);
  expect([checked.code, checked.err]).toEqual([
    0,
    "6 pieces of information in 1 establishment and 7 files.\n",
  ]);
  const before = statSync(join(folder, "college/importe/classes.pronote.yaml")).mtimeMs;
  const again = await rentree(folder, ["import", "sts.xml", "--into", "college", "--write", "--refresh"]);
  expect([again.code, again.out.includes("Nothing to do.")]).toEqual([0, true]);
  expect(statSync(join(folder, "college/importe/classes.pronote.yaml")).mtimeMs).toBe(before);
});

test("the plan is JSON too, and a diff", async () => {
  const folder = folderWith({ "sts.xml": latin(stsEmpXml()) });
  const { out } = await rentree(folder, ["import", "sts.xml", "--format", "json"]);
  const { version, establishment, added, files, written } = JSON.parse(out);
  expect({ version, establishment, added, written }).toEqual({
    version: 1,
    establishment: { name: "Collège des Tilleuls", folder: ".", new: true },
    added: { matieres: 3, professeurs: 7, classes: 4, services: 12 },
    written: false,
  });
  expect(files[0]).toEqual({ file: "etablissement.pronote.yaml", action: "create" });
  const diff = await rentree(folder, ["import", "sts.xml", "--format", "diff"]);
  expect(diff.out).toContain("+++ b/importe/classes.pronote.yaml\n@@ -0,0 +1,");
});

test("a new establishment inherits from the base beside it, which is named; nothing of it is written again", async () => {
  const folder = folderWith({
    "exports/sts.xml": latin(stsEmpXml()),
    "academie.pronote.yaml":
      "etablissement: { academie: Paris }\nmatieres: { FRANC: { libelle: Français, code: 020700 } }\n",
  });
  const cwd = join(folder, "exports");
  const { code, out } = await rentree(folder, ["import", "exports", "--into", "college", "--format", "json"]);
  const { establishment, added } = JSON.parse(out);
  expect([code, establishment.base, added.matieres]).toEqual([1, "academie.pronote.yaml", 2]);
  const writing = await rentree(folder, ["import", "exports", "--into", "college", "--write"]);
  expect([writing.code, writing.out.includes("inherits from the base “../academie.pronote.yaml”")]).toEqual([
    0,
    true,
  ]);
  const checked = await rentree(folder, ["check", "."]);
  expect([checked.code, checked.err]).toEqual([
    0,
    expect.stringMatching(/^7 pieces of information in 1 est/),
  ]);
  // Without a repository, nothing above the working folder is read.
  const inside = await rentree(cwd, ["import", "sts.xml", "--into", "college"]);
  expect([inside.code, inside.out.includes("herite-de")]).toEqual([1, false]);
});

test("a folder of files: what is no export is passed over; without files, those that the configuration names", async () => {
  const folder = folderWith({
    "exports/sts.xml": latin(stsEmpXml()),
    "exports/notes.txt": "un mot",
    "college/etablissement.pronote.yaml":
      "etablissement: { rne: 0759998K, nom: Tilleuls }\nimports: { stsweb: sts.xml }\n",
  });
  const all = await rentree(folder, ["import", "exports", "--into", "college"]);
  expect([all.code, all.out.includes("· exports/notes.txt: It is none of the exports")]).toEqual([1, true]);
  const named = await rentree(join(folder, "college"), ["import", "--from", "../exports"]);
  expect([named.code, named.out.startsWith("Tilleuls ← ../exports/sts.xml (STSWEB)\n")]).toEqual([1, true]);
  const none = await rentree(join(folder, "exports"), ["import"]);
  expect([none.code, none.err]).toEqual([2, expect.stringContaining("Which files? Name them")]);
});

test.each([
  ["another establishment", stsEmpXml({ ...SCHOOL, rne: "0759901E" }), "of the establishment 0759901E"],
  ["another year", stsEmpXml({ ...SCHOOL, annee: "2025" }), "of the school year 2025-2026"],
  ["half a file", stsEmpXml().slice(0, 2000), "The file ends in the middle"],
])("%s: nothing is written, and exit code 2", async (_, xml, why) => {
  const folder = folderWith({
    "etablissement.pronote.yaml":
      "etablissement: { rne: 0759998K, nom: Tilleuls, annee-scolaire: 2026-2027 }\n",
    "sts.xml": latin(xml),
  });
  const { code, out } = await rentree(folder, ["import", "sts.xml", "--write"]);
  expect(code).toBe(2);
  expect(out).toContain(why);
  expect(out).toMatch(/✗ sts\.xml:\d+:\d+: .*\n\nNothing was written\.\n$/);
  expect(readdirSync(folder).sort()).toEqual(["etablissement.pronote.yaml", "sts.xml"]);
});

test("where no file can be read, only the establishment and why are told", async () => {
  const folder = folderWith({
    "sts.xml": stsweb.subarray(0, 4000),
    "college/etablissement.pronote.yaml": "etablissement: { nom: Collège de la Fiction, rne: 0759998K }\n",
  });
  const { code, out } = await rentree(folder, ["import", "sts.xml", "--into", "college"]);
  expect([code, out]).toMatchInlineSnapshot(`
    [
      2,
      "Collège de la Fiction
      ✗ sts.xml:115:5: The file ends in the middle: it was cut off while it was downloaded or copied. Export it again.

    Nothing was written.
    ",
    ]
  `);
});

test("several establishments, a file that is missing and a part that does not exist are wrong usage", async () => {
  const marker = "etablissement: { rne: 0759998K, nom: Tilleuls }\n";
  const folder = folderWith({
    "a/etablissement.pronote.yaml": marker,
    "b/etablissement.pronote.yaml": marker,
    "sts.xml": latin(stsEmpXml()),
  });
  for (const [args, why] of [
    [["sts.xml"], "several establishments"],
    [["none.xml", "--into", "a"], "There is no file or folder “none.xml”"],
    [["sts.xml", "--into", "a", "--only", "classe"], "Did you mean “classes”?"],
    [["sts.xml", "--into", "sts.xml"], "“sts.xml” is not a folder"],
  ] as const) {
    const { code, err } = await rentree(folder, ["import", ...args]);
    expect([code, err]).toEqual([2, expect.stringContaining(why)]);
  }
});

test("a file that is there is not replaced, and no link leads a file elsewhere", async () => {
  const folder = folderWith({ "sts.xml": latin(stsEmpXml()) });
  // What a link that leads nowhere is called is taken, and no configuration.
  symlinkSync("nowhere", join(folder, "niveaux.pronote.yaml"));
  mkdirSync(join(folder, "elsewhere"));
  symlinkSync("elsewhere", join(folder, "importe"));
  const { code, out, err } = await rentree(folder, ["import", "sts.xml", "--write"]);
  expect([code, out.includes("Files written: 1 of 5; the others could not be.")]).toEqual([2, true]);
  expect(err).toContain("“niveaux.pronote.yaml” is there already: it is left as it is.");
  expect(err).toContain("“importe/classes.pronote.yaml” would come into another folder");
  expect(readdirSync(join(folder, "elsewhere"))).toEqual([]);
  expect(existsSync(join(folder, "nowhere"))).toBe(false);
});

test("exports in the git repository are told, unless git leaves them out", async () => {
  const folder = folderWith({ "sts.xml": latin(stsEmpXml()), ".git/HEAD": "", "college/sts.txt": "" });
  const told = await rentree(folder, ["import", "sts.xml", "--into", "college"]);
  expect(told.out).toContain("· sts.xml: It lies in the git repository, and holds people's data");
  writeFileSync(join(folder, ".gitignore"), "*.xml\n");
  const silent = await rentree(folder, ["import", "sts.xml", "--into", "college"]);
  expect(silent.out).not.toContain("git repository");
});

test("nothing private is printed or written, in any format", async () => {
  const folder = folderWith({ "sts.xml": latin(stsEmpXml()), "eleves.xml": latin(elevesXml()) });
  for (const format of ["pretty", "json", "diff"]) {
    const args = ["import", "sts.xml", "eleves.xml", "--counts", "--into", "c", "--format", format];
    const { out, err } = await rentree(folder, args);
    expect(out.length).toBeGreaterThan(100);
    expect(out + err).not.toContain(CANARY);
  }
  await rentree(folder, ["import", "sts.xml", "eleves.xml", "--counts", "--into", "c", "--write"]);
  const files = readdirSync(join(folder, "c"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith("yaml"),
  );
  expect(files.length).toBeGreaterThan(4);
  for (const name of files) expect(textOf(folder, `c/${name}`)).not.toContain(CANARY);
});

test("in French too", async () => {
  const folder = folderWith({ "sts.xml": latin(stsEmpXml()) });
  const { out } = await rentree(folder, ["import", "sts.xml", "--lang", "fr"]);
  expect(out).toMatch(/Rien n'est encore écrit\s: la même commande avec --write l'écrit\.\n$/);
});
