/** Importing again: what is brought up to date, what stays, and what may go. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { localizerFor } from "../../server/src/base/localize.ts";
import type { ImportPlan } from "../../server/src/exchange/import-plan.ts";
import { goneWords } from "../../server/src/exchange/import-words.ts";
import { findingsIn } from "../support/check.ts";
import { importPlanOf, type SchoolFiles, sourceOf, workspaceWith, written } from "../support/import.ts";
import { FIXTURES } from "../support/make-fixtures.ts";
import { coursTable, encoded, SCHOOL, stsEmpXml } from "../support/school-exports.ts";

const latin = (text: string) => encoded(text, "iso-8859-15");
const structures = readFileSync(join(FIXTURES, "exports/Structures.xml"));
const small = [sourceOf("sts.xml", latin(stsEmpXml()))];

/** The findings of the analysis on an establishment. */
const analysed = (files: SchoolFiles) =>
  findingsIn({ workspace: workspaceWith(files) }).map(({ rule, id }) => `${rule.severity} ${id}`);
const textIn = (files: SchoolFiles, name: string) => files.get(name) ?? "";

describe("refreshing", () => {
  const first = written(new Map(), importPlanOf(small));
  const changed = [
    sourceOf("sts.xml", latin(stsEmpXml().replace("<LIBELLE_LONG>6E1 EME", "<LIBELLE_LONG>SIXIEME 1"))),
  ];
  const smaller = [sourceOf("sts.xml", latin(stsEmpXml({ ...SCHOOL, classes: 3, matieres: 2 })))];

  test("brings imported values up to date, and only if it is asked for", () => {
    const plan = importPlanOf(changed, first);
    expect(plan.outdated.map(({ path, theirs }) => [path.join("/"), theirs])).toEqual([
      ["classes/6E1/libelle", "SIXIEME 1"],
    ]);
    expect(plan.files).toEqual([]);
    const after = written(first, importPlanOf(changed, first, { refresh: true }));
    expect(textIn(after, "importe/classes.pronote.yaml")).toContain("libelle: SIXIEME 1");
  });

  test("never rewrites a file that somebody corrected: what is missing comes beside it", () => {
    const corrected = new Map(first);
    const text = textIn(first, "importe/classes.pronote.yaml");
    const byHand = text
      .replace("    libelle: 6E1 EME\n", "    libelle: Sixième un # corrigé\n")
      .replace(/ {2}3E1:[\s\S]*$/, "");
    corrected.set("importe/classes.pronote.yaml", byHand);
    const plan = importPlanOf(changed, corrected, { refresh: true, prune: true });
    expect(plan.corrected).toHaveLength(1);
    expect(plan.differences.map(({ path, ours }) => [path.join("/"), ours])).toEqual([
      ["classes/6E1/libelle", "Sixième un"],
    ]);
    const after = written(corrected, plan);
    expect(textIn(after, "importe/classes.pronote.yaml")).toBe(byHand);
    expect(textIn(after, "importe/classes-2.pronote.yaml")).toMatch(/^# Importé .*\nclasses:\n {2}3E1:/);
    expect(importPlanOf(changed, after, { refresh: true }).files).toEqual([]);
  });

  test("a value that is written by hand beside it leaves the imported file", () => {
    const files = new Map([...first, ["main.pronote.yaml", "classes: { 6E1: { libelle: Sixième un } }\n"]]);
    const after = written(files, importPlanOf(small, files, { refresh: true }));
    expect(textIn(after, "importe/classes.pronote.yaml")).toMatch(/6E1:\n {4}niveau: 6e\n {4}services/);
    expect(analysed(after).filter((one) => one.startsWith("error"))).toEqual([]);
  });

  test("what no source has any more is listed, and removed only if that is asked for and nothing needs it", () => {
    const files = new Map([
      ...first,
      ["main.pronote.yaml", "regimes: {}\nclasses: { 5E1: { services: { EPS: { coefficient: 2 } } } }\n"],
    ]);
    const plan = importPlanOf(smaller, files);
    expect(plan.gone.map(({ path, neededBy }) => `${path.join("/")} ${neededBy}`)).toEqual([
      "classes/6E1/services/EPS undefined",
      "classes/5E1/services/EPS hand",
      "classes/4E1/services/EPS undefined",
      "classes/3E1 undefined",
      "matieres/EPS hand",
    ]);
    expect(plan.files).toEqual([]);
    const told = (one: ImportPlan) => goneWords(one, "--prune").map((words) => localizerFor("en")(words));
    const pruned = importPlanOf(smaller, files, { prune: true });
    expect([told(plan)[0], told(pruned)[0]]).toEqual([
      "classes/6E1/services/EPS: in no source any more; kept, --prune removes it",
      "classes/6E1/services/EPS: in no source any more, removed",
    ]);
    expect(told(pruned)[1]).toMatch(/kept, as your own text needs it$/);
    const after = written(files, pruned);
    const classes = textIn(after, "importe/classes.pronote.yaml");
    expect(classes).not.toContain("3E1");
    expect(classes.match(/EPS/g)).toHaveLength(1);
    expect(textIn(after, "importe/matieres.pronote.yaml")).toContain("EPS");
  });

  test("a class that outdated values still name stays while they do, and what it names in turn", () => {
    const text = readFileSync(join(FIXTURES, "stsweb/sts_emp_0759998K_2026.xml"), "latin1");
    const before = written(new Map(), importPlanOf([sourceOf("sts.xml", Buffer.from(text, "latin1"))]));
    const renamed = text.replaceAll('"5E1"', '"5EA"').replaceAll(">5E1<", ">5EA<");
    const later = [sourceOf("sts.xml", Buffer.from(renamed, "latin1"))];
    const pruned = importPlanOf(later, before, { prune: true });
    expect(pruned.gone).toEqual([{ path: ["classes", "5E1"], neededBy: "import" }]);
    expect(goneWords(pruned, "--prune").map((words) => localizerFor("en")(words))).toEqual([
      "classes/5E1: in no source any more; kept while imported values that are outdated name it",
    ]);
    const kept = written(before, pruned);
    expect(analysed(kept).filter((one) => one.startsWith("error"))).toEqual([]);
    expect(textIn(kept, "importe/classes.pronote.yaml")).toContain("  5E1:");
    const whole = importPlanOf(later, kept, { prune: true, refresh: true });
    expect(whole.gone).toEqual([{ path: ["classes", "5E1"] }]);
    const after = written(kept, whole);
    expect(textIn(after, "importe/classes.pronote.yaml")).not.toContain("  5E1:");
    expect(analysed(after).filter((one) => one.startsWith("error"))).toEqual([]);
  });

  test("a timetable takes nobody away: it names only those who teach", () => {
    const cours = [sourceOf("cours.csv", coursTable({ ...SCHOOL, matieres: 1 }))];
    const plan = importPlanOf(cours, first, { prune: true });
    expect(plan.gone.map(({ path }) => path[0])).toContain("classes");
    expect(plan.gone.map(({ path }) => path[0])).not.toContain("professeurs");
  });

  test("a source that says nothing of a section takes nothing from it", () => {
    const plan = importPlanOf([sourceOf("Structures.xml", structures)], first, { prune: true });
    expect(plan.gone.filter(({ path }) => path[0] !== "classes")).toEqual([]);
    expect(plan.gone.filter(({ path }) => path.length > 2)).toEqual([]);
  });
});

test("services that all classes of a niveau share stand in the niveau, if that is asked for, and stay there", () => {
  const school = { ...SCHOOL, classes: 8 };
  const same = stsEmpXml(school).replaceAll(/ENSEIGNANT ID="\d+"/g, 'ENSEIGNANT ID="100"');
  const sources = [sourceOf("sts.xml", latin(same))];
  const files = written(new Map(), importPlanOf(sources, new Map(), { lift: true }));
  expect(textIn(files, "importe/niveaux.pronote.yaml")).toContain(
    "  6e:\n    services:\n      FRANC: ananas\n",
  );
  expect(textIn(files, "importe/classes.pronote.yaml")).not.toContain("FRANC");
  expect(importPlanOf(sources, files, { refresh: true }).files).toEqual([]);
  const alone = written(new Map(), importPlanOf(small, new Map(), { lift: true }));
  expect(textIn(alone, "importe/classes.pronote.yaml")).toContain("FRANC");
  expect(analysed(files).filter((one) => !one.startsWith("information"))).toEqual([]);
});
