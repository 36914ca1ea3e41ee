/** What an import writes, keeps and notices. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { localizerFor } from "../../server/src/base/localize.ts";
import type { ImportPlan } from "../../server/src/exchange/import-plan.ts";
import { findingsIn } from "../support/check.ts";
import { importPlanOf, type SchoolFiles, sourceOf, workspaceWith, written } from "../support/import.ts";
import { FIXTURES } from "../support/make-fixtures.ts";
import { coursTable, elevesXml, empStsXml, encoded, stsEmpXml } from "../support/school-exports.ts";

const latin = (text: string) => encoded(text, "iso-8859-15");
const stsweb = readFileSync(join(FIXTURES, "stsweb/sts_emp_0759998K_2026.xml"));
const structures = readFileSync(join(FIXTURES, "exports/Structures.xml"));
const eleves = readFileSync(join(FIXTURES, "exports/ExportXML_ElevesSansAdresses.zip"));
const sample = [sourceOf("sts_emp.xml", stsweb)];
const small = [sourceOf("sts.xml", latin(stsEmpXml()))];

const english = localizerFor("en");
const told = ({ findings }: ImportPlan) => findings.map(({ id, message }) => `${id}: ${english(message)}`);
/** The findings of the analysis on an establishment. */
const analysed = (files: SchoolFiles) =>
  findingsIn({ workspace: workspaceWith(files) }).map(({ rule, id }) => `${rule.severity} ${id}`);
const textIn = (files: SchoolFiles, name: string) => files.get(name) ?? "";

test("an empty folder becomes a school of which only what is not decided yet is told", () => {
  const plan = importPlanOf(sample);
  expect(Object.fromEntries(plan.added)).toEqual({
    matieres: 15,
    professeurs: 32,
    personnels: 2,
    classes: 12,
    services: 160,
    "groupes-eleves": 18,
  });
  const files = written(new Map(), plan);
  expect(analysed(files)).toEqual(Array(6).fill("information unfinished"));
  expect(textIn(files, "etablissement.pronote.yaml")).toContain(`etablissement:
  rne: 0759998K
  nom: Collège de la Fiction
  type: college
  annee-scolaire: 2026-2027
  academie: Paris
`);
});

test("the kind of periods may be given: then it is not left open", () => {
  const files = written(new Map(), importPlanOf(small, new Map(), { periodicite: "trimestriel" }));
  expect(textIn(files, "niveaux.pronote.yaml")).toContain("  6e:\n    periodicite: trimestriel\n");
  expect(analysed(files).filter((one) => one.endsWith("unfinished"))).toHaveLength(2);
});

test("a second import has nothing to do", () => {
  const files = written(new Map(), importPlanOf(sample));
  for (const options of [{}, { refresh: true }, { refresh: true, prune: true }]) {
    const again = importPlanOf(sample, files, options);
    expect(again.files).toEqual([]);
    expect([again.added.size, again.differences.length, again.outdated.length, again.gone.length]).toEqual([
      0, 0, 0, 0,
    ]);
  }
});

describe("what is written by hand", () => {
  const by = (text: string) =>
    new Map([
      ["etablissement.pronote.yaml", MARKER],
      ["classes.pronote.yaml", text],
    ]);
  const MARKER = "etablissement: { rne: 0759998K, nom: Collège des Tilleuls, annee-scolaire: 2026-2027 }\n";

  test("stays where it differs, and both places are told", () => {
    const files = by(
      "classes:\n  6E1: { libelle: Sixième 1, niveau: 6e, services: { FRANC: brocoli } }\nprofesseurs:\n  brocoli: { nom: Brocoli, prenom: Jean-Brocoli }\n",
    );
    const plan = importPlanOf(small, files);
    expect(
      plan.differences.map(({ path, ours, theirs, at, place }) => [
        path.join("/"),
        ours,
        theirs,
        at?.range.start.line,
        place.source,
      ]),
    ).toEqual([
      ["classes/6E1/libelle", "Sixième 1", "6E1 EME", 1, "sts.xml"],
      ["classes/6E1/services/FRANC/professeurs", "brocoli", "ananas", 1, "sts.xml"],
    ]);
    const after = written(files, plan);
    expect(textIn(after, "classes.pronote.yaml")).toBe(textIn(files, "classes.pronote.yaml"));
    expect(textIn(after, "importe/classes.pronote.yaml")).not.toMatch(/6E1:\n(?: {4}.*\n)* {6}FRANC/);
  });

  test("is the same however it is written: in a niveau, by `comme`, as a niveau's classes, in another case", () => {
    const files = by(`niveaux: { 6e: { services: { FRANC: ananas } }, 5e: { comme: 6e } }
classes: { 6E1: { libelle: 6e1 ème, niveau: 6e }, 5E1: { comme: 6E1, niveau: 5e } }
professeurs: { ananas: { nom: Ananas, prenom: JEAN-ANANAS } }
`);
    const plan = importPlanOf(small, files);
    expect(plan.differences.map(({ path }) => path.join("/"))).toEqual([
      "classes/5E1/libelle",
      "classes/5E1/services/FRANC/professeurs",
    ]);
    const after = textIn(written(files, plan), "importe/classes.pronote.yaml");
    expect(after).toContain("  6E1:\n    services:\n      MATHS: brocoli\n");
  });

  test("holds for a class that only the sources have, if it stands in the niveau of that class", () => {
    const files = by("niveaux: { 6e: { services: { FRANC: ananas, MATHS: ananas } } }\n");
    const plan = importPlanOf(small, files);
    expect(plan.differences.map(({ path }) => path.join("/"))).toEqual([
      "classes/6E1/services/MATHS/professeurs",
    ]);
    expect(textIn(written(files, plan), "importe/classes.pronote.yaml")).toContain(
      "  6E1:\n    niveau: 6e\n    libelle: 6E1 EME\n    services:\n      EPS: celeri\n",
    );
  });

  test("is found under its own key", () => {
    const files =
      by(`professeurs: { martin: { nom: ANANAS, prenom: Jean-Ananas }, brocoli: { profil: Profil 2 } }
matieres: { FRANÇAIS: { code: 020700 } }
classes: { 6 E1: { niveau: 6e } }
`);
    const after = written(files, importPlanOf(small, files));
    const classes = textIn(after, "importe/classes.pronote.yaml");
    expect(classes).toContain(
      "  6 E1:\n    libelle: 6E1 EME\n    services:\n      FRANÇAIS: martin\n      MATHS: brocoli\n",
    );
    expect(textIn(after, "importe/professeurs.pronote.yaml")).not.toContain("  ananas:");
  });

  test("is left out where it is cut, and nothing is concluded from what cannot be read", () => {
    const files = by("classes: { 6E1: { services: { FRANC: ~ } }, 5E1: ~ }\n");
    const plan = importPlanOf(small, files);
    const after = textIn(written(files, plan), "importe/classes.pronote.yaml");
    expect(plan.cut).toBeGreaterThan(3);
    expect(after).not.toContain("5E1");
    expect(after).toMatch(/6E1:\n(?: {4}.*\n)*? {6}MATHS/);
    expect(after.split("4E1")[0]).not.toContain("FRANC");
    const broken = by('classes:\n  6E1: { libelle: "\n');
    const silent = importPlanOf(small, broken);
    expect(written(broken, silent).get("importe/classes.pronote.yaml")).toBeUndefined();
    expect(silent.unknown).toBeGreaterThan(3);
  });
});

test("people of one name get keys of their own, and find them again", () => {
  const twins = stsEmpXml().replace("<NOM_USAGE>BROCOLI<", "<NOM_USAGE>ANANAS<");
  const sources = [sourceOf("sts.xml", latin(twins))];
  const files = written(new Map(), importPlanOf(sources));
  expect(textIn(files, "importe/professeurs.pronote.yaml")).toContain(
    "  ananas:\n    nom: ANANAS\n    prenom: Jean-Ananas\n  ananas-jean-brocoli:",
  );
  expect(importPlanOf(sources, files, { refresh: true }).files).toEqual([]);
});

test("two sources of one school are one: the timetable's services count, with the names of STSWEB", () => {
  const plan = importPlanOf([
    ...small,
    sourceOf("emp.xml", latin(empStsXml())),
    sourceOf("cours.csv", coursTable()),
  ]);
  expect(plan.findings).toEqual([]);
  expect(plan.added.get("services")).toBe(12);
  const other = coursTable().replace("ANANAS;Jean-ANANAS", "ENDIVE;Jean-ENDIVE");
  expect(told(importPlanOf([...small, sourceOf("cours.csv", other)]))).toEqual([
    "contradicting-sources: EDT has other services than “sts.xml” in 1 places, the first being FRANC of 6E1: those of “sts.xml” are taken.",
  ]);
});

test("emp_sts without the names of sts_emp is one error, not one for each service", () => {
  expect(told(importPlanOf([sourceOf("emp.xml", latin(empStsXml()))]))).toEqual([
    "names-missing: “emp_sts” holds no names and no labels: give “sts_emp” of the same year too.",
  ]);
});

test("a teacher or a subject that no source describes is told once, however many services name it", () => {
  const gone = stsEmpXml()
    .replaceAll(/ENSEIGNANT ID="\d+"/g, 'ENSEIGNANT ID="100"')
    .replace(/<INDIVIDU ID="100"[\s\S]*?<\/INDIVIDU>/, "")
    .replace(/<MATIERE CODE="100100">[\s\S]*?<\/MATIERE>/, "");
  expect(told(importPlanOf([sourceOf("sts.xml", latin(gone))])).slice(0, 2)).toEqual([
    expect.stringMatching(/^unknown-subject: 6E1 is taught the subject 100100.*; 4 services in all\.$/),
    expect.stringMatching(/^unknown-teacher: .* names the teacher 100, .*: 12 services are taken/),
  ]);
});

test("the six planted discrepancies of the sample are found, and no others than its one question", () => {
  const text = new TextDecoder("iso-8859-15").decode(stsweb);
  const first = (pattern: RegExp, by: string) => (whole: string) => whole.replace(pattern, by);
  const planted = [
    first(/(<DIVISION CODE="5E1">[\s\S]*?CODE_MATIERE="061300"[\s\S]*?<ENSEIGNANT ID=")\d+/, "$199999"),
    first(/(<DIVISION CODE="6E2">[\s\S]*?CODE_MATIERE=")081300/, "$1070800"),
    first(/\s*<FONCTION>ENS<\/FONCTION>/, ""),
    first(/(<DIVISION CODE="4E3">[\s\S]*?)<SERVICE CODE_MATIERE="090100"[\s\S]*?<\/SERVICE>/, "$1"),
  ].reduce((whole, change) => change(whole), text);
  const more = new TextDecoder("iso-8859-15")
    .decode(structures)
    .replace(
      "</DIVISIONS>",
      '<DIVISION CODE_STRUCTURE="3E4"><LIBELLE_LONG>3EME 4</LIBELLE_LONG></DIVISION></DIVISIONS>',
    );
  const found = told(
    importPlanOf([sourceOf("sts.xml", latin(planted)), sourceOf("Structures.xml", latin(more))]),
  );
  expect(found.map((one) => one.slice(0, one.indexOf(":")))).toEqual([
    "unknown-teacher",
    "person-without-function",
    "class-in-one-source",
    "service-without-teacher",
    "teachers-not-together",
    "off-programme",
    "missing-service",
    "missing-service",
  ]);
});

test("headcounts are compared on request; of small numbers only that they are small", () => {
  const sources = [...sample, sourceOf("eleves.zip", eleves)];
  const agreeing = importPlanOf(sources, new Map(), { counts: true });
  expect(told(agreeing).filter((one) => /headcount|student/.test(one))).toEqual([
    "headcounts: Counted in SIECLE: 297 students, 12 classes; < 5 students have left.",
  ]);
  const moved = elevesXml().replace("<CODE_STRUCTURE>5E1", "<CODE_STRUCTURE>5 E1");
  const plan = importPlanOf([...small, sourceOf("eleves.xml", latin(moved))], new Map(), { counts: true });
  expect(told(plan)[0]).toBe(
    "pupils-of-unknown-class: Students are in “5 E1” in SIECLE, probably the class “5E1”: < 5.",
  );
});

test("courses without a class, as below merged cells, are told once, with their number", () => {
  const rows = ["FRANC;ANANAS;6E1", "MATHS;BROCOLI;", "EPS;CELERI;", ";ANANAS;"];
  const table = ["MAT_CODE;PROF_NOM;CLASSE", ...rows].join("\n");
  const { findings } = importPlanOf([...small, sourceOf("cours.csv", table)]);
  expect(findings.filter(({ id }) => id === "no-class")).toMatchObject([
    { severity: "information", place: { source: "cours.csv", line: 3, column: 3 }, message: { args: [2] } },
  ]);
});
