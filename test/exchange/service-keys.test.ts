/** The keys that an import gives to services. */
import { describe, expect, test } from "vitest";
import { importPlanOf, sourceOf, written } from "../support/import.ts";
import { encoded, stsEmpXml } from "../support/school-exports.ts";

describe("a service whose key alone was written by hand before the import", () => {
  const withModality = sourceOf(
    "sts.xml",
    encoded(
      stsEmpXml().replace(
        /(<SERVICE CODE_MATIERE="061300" CODE_MOD_COURS=)"CG"([\s\S]*?<\/SERVICE>)/,
        '$1"CG"$2$1"TD"$2',
      ),
      "iso-8859-15",
    ),
  );
  const plain = sourceOf("sts.xml", encoded(stsEmpXml(), "iso-8859-15"));
  const school = written(new Map(), importPlanOf([plain]));
  const servicesWith = (byHand: string) => {
    const files = new Map([...school, ["main.pronote.yaml", byHand]]);
    const after = written(files, importPlanOf([withModality], files));
    expect(importPlanOf([withModality], after, { refresh: true }).files).toEqual([]);
    return after.get("importe/classes.pronote.yaml")?.split("5E1:")[0];
  };

  test("is the one that the import would call so", () => {
    for (const value of ["coefficient: 2", "coefficient: 2, modalite: TD"]) {
      const text = servicesWith(`classes: { 6E1: { services: { MATHS-TD: { ${value} } } } }\n`);
      expect(text).toContain("MATHS-TD: { matiere: MATHS, ");
      expect(text).not.toContain("MATHS-TD-2");
    }
  });

  test("is another one if it says so, or a subject has that name", () => {
    for (const byHand of [
      "classes: { 6E1: { services: { MATHS-TD: { modalite: TP } } } }\n",
      "classes: { 6E1: { services: { MATHS-TD: { matiere: FRANC, modalite: TP } } } }\n",
      "matieres: { MATHS-TD: { libelle: Calcul } }\nclasses: { 6E1: { services: { MATHS-TD: { coefficient: 2 } } } }\n",
    ])
      expect(servicesWith(byHand)).toContain("MATHS-TD-2: { matiere: MATHS, modalite: TD, ");
  });
});
