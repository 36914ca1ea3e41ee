import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, rentree } from "../support/cli.ts";
import { FIXTURES } from "../support/make-fixtures.ts";

const EXAMPLES = join(import.meta.dirname, "../../examples");
const list = (name: string) => join(FIXTURES, "lists", name);
const SCHOOL = {
  "college/etablissement.pronote.yaml":
    "etablissement: { rne: 0759998K, nom: Collège, type: college, annee-scolaire: 2026-2027 }\n",
  "college/classes.pronote.yaml":
    "professeurs: { martin: { nom: MARTIN } }\nclasses: { 6E1: { niveau: 6e, professeur-principal: martin } }\n",
};
const CLASSES = "NOM;NIVEAU;PRINCIPAUX\n6E1;6EME;M. MARTIN Jean\n";

test("differences of the example, told with their places; exit code 1", async () => {
  const args = [
    "compare",
    list("ecarts/EXP_CLASSE.txt"),
    "--in",
    "college-des-tilleuls",
    "--date",
    "2026-08-25",
  ];
  const { code, out, err } = await rentree(EXAMPLES, args);
  expect([code, err]).toEqual([1, ""]);
  expect(out).toMatchInlineSnapshot(`
    "Collège des Tilleuls
    Classes · list of 25 August 2026, rows: 12 · Ressources > Classes > Liste
      +  5E1  Professeur principal: specimen-brocoli, nothing in PRONOTE  (college-des-tilleuls/professeurs-principaux.pronote.yaml:6)
      ≈  “4 E3” is taken for 4E3, which is spelt alike. To keep it, under “correspondances”: classes: { 4 E3: 4E3 }

      Differences: 1. 11 of 12 agree.
      Compared: Niveau, Professeur principal, Track.
      Not in this list: Label, Kind of grading periods, Positioning on the bilan périodique, Bulletin template, Bulletin templates per period, Grade statement template, Closing of periods.
      Step “Name the professeurs principaux”: not proved, differences: 1.
    "
  `);
  const french = await rentree(EXAMPLES, [...args, "--lang", "fr", "--format", "md"]);
  expect(french.out).toContain(
    "| + | 5E1 | Professeur principal\u00a0: specimen-brocoli, rien dans PRONOTE | college-des-tilleuls/professeurs-principaux.pronote.yaml:6 |",
  );
});

test("a list from standard input that agrees; --tick writes the proof, once", async () => {
  const folder = folderWith(SCHOOL);
  const args = ["compare", "-", "--in", "college", "--date", "2026-08-25"];
  const plain = await rentree(folder, args, { input: CLASSES.replace(" Jean", "") });
  expect([plain.code, plain.err]).toEqual([0, ""]);
  expect(plain.out).toContain("this list proves it; --tick writes it down.");
  const ticked = await rentree(folder, [...args, "--tick"], { input: CLASSES.replace(" Jean", "") });
  expect(ticked.out).toContain("the proof is written.");
  const text = () => readFileSync(join(folder, "college/deroulement.pronote.yaml"), "utf8");
  expect(text()).toMatch(
    /professeurs-principaux: \{ annee: 2026-2027, preuve: \{ liste: classes, du: 2026-08-25, lues: 1, ecarts: 0 \}/,
  );
  const before = text();
  await rentree(folder, [...args, "--tick"], { input: CLASSES.replace(" Jean", "") });
  expect(text()).toBe(before);
});

test("--save writes what was taken for the same and what --map says, with the proof in one go; then there is nothing to save", async () => {
  const folder = folderWith(SCHOOL);
  const list = CLASSES.replace(" Jean", "").replace("NOM", "Division").replace("6E1", "6 E1");
  const args = ["compare", "-", "--in", "college", "--date", "2026-08-25"];
  const map = ["--map", "Division=nom"];
  const without = await rentree(folder, args, { input: list });
  expect(without.code).toBe(2);
  expect(without.out).toContain("Write under correspondances/colonnes/classes which one is: Division: nom.");
  const { code, out } = await rentree(folder, [...args, ...map, "--save", "--tick"], { input: list });
  expect(code).toBe(0);
  expect(out).toContain("It is kept under “correspondances”.");
  expect(out).toContain("the proof is written.");
  const kept = () => readFileSync(join(folder, "college/correspondances.pronote.yaml"), "utf8");
  expect(kept()).toBe(
    "correspondances:\n  classes:\n    6 E1: 6E1\n  colonnes:\n    classes:\n      Division: nom\n",
  );
  const before = kept();
  const again = await rentree(folder, [...args, "--save"], { input: list });
  expect([again.code, again.out.includes("≈"), kept() === before]).toEqual([0, false, true]);
});

test("JSON, and HTML without a mark from a list", async () => {
  const folder = folderWith({ ...SCHOOL, "list.csv": CLASSES.replace("M. MARTIN Jean", "<b>X</b>") });
  const json = await rentree(folder, ["compare", "list.csv", "--in", "college", "--format", "json"]);
  const { version, lists } = JSON.parse(json.out);
  expect([json.code, version, lists[0].differences]).toEqual([
    1,
    1,
    [
      {
        sign: "other",
        path: "classes/6E1/professeur-principal",
        ours: "martin",
        theirs: "<b>X</b>",
        row: 2,
        at: { file: "college/classes.pronote.yaml", line: 2 },
      },
    ],
  ]);
  const { out } = await rentree(folder, ["compare", "list.csv", "--in", "college", "--format", "html"]);
  expect(out).toContain("&lt;b&gt;X&lt;/b&gt;");
  expect(out).not.toContain("<b>X");
});

test("what cannot be compared ends with exit code 2, and says why", async () => {
  const folder = folderWith({ ...SCHOOL, "other/etablissement.pronote.yaml": "", "list.csv": CLASSES });
  const run = async (...args: string[]) => {
    const { code, out, err } = await rentree(folder, ["compare", ...args]);
    return `${code} ${out}${err}`;
  };
  expect(await run("list.csv")).toMatch(/^2 .*several establishments.*--in/s);
  expect(await run("list.csv", "--in", "nowhere")).toMatch(
    /^2 rentree: In “nowhere” there is no establishment/,
  );
  expect(await run("--in", "college")).toMatch(/^2 rentree: Name a list/);
  expect(await run("missing.csv", "--in", "college")).toMatch(
    /^2 rentree: There is no file or folder “missing.csv”/,
  );
  expect(await run("list.csv", "--in", "college", "--date", "2026-13-01")).toMatch(
    /^2 rentree: “2026-13-01” is not a day/,
  );
  expect(await run("list.csv", "--in", "college", "--kind", "eleves")).toMatch(/^2 .*--kind/);
  expect(await run(list("eleves-copie.tsv"), "--in", "college")).toMatch(
    /^2 .*list of students or guardians/s,
  );
  expect(await run(list("sans-titres.tsv"), "--in", "college")).toMatch(/^2 .*Ctrl\+A/s);
});
