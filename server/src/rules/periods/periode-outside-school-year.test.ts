import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { periodeOutsideSchoolYear } from "./periode-outside-school-year.ts";

test("reports days of another school year, on the establishment's own text", () => {
  checkRule(
    periodeOutsideSchoolYear,
    `
etablissement: { annee-scolaire: 2026-2027 }
periodes:
  trimestriel:
    Trimestre 1: { debut: 2025-09-01, fin: 2026-11-27 }
    #                     ^^^^^^^^^^ 1 September 2025 is outside the school year 2026-2027, to which “Trimestre 1” belongs.
    Trimestre 3:
      debut: 2027-03-08
      fin: 2028-07-02
      #    ^^^^^^^^^^ 2 July 2028 is outside the school year 2026-2027, to which “Trimestre 3” belongs.
`,
  );
  checkRule(
    periodeOutsideSchoolYear,
    `
#- base.pronote.yaml
periodes: { semestriel: { Semestre 1: { debut: 2025-09-01 } } }
#- college/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
etablissement: { annee-scolaire: 2026-2027 }
#                                ^^^^^^^^^ 1 September 2025 is outside the school year 2026-2027, to which “Semestre 1” belongs.
`,
  );
});

test("is silent without a school year, with a wrong one, in August and in the south", () => {
  const periodes = "periodes: { semestriel: { A: { debut: 2025-09-01, fin: 2026-12-01 } } }\n";
  checkRule(periodeOutsideSchoolYear, periodes);
  checkRule(periodeOutsideSchoolYear, `etablissement: { annee-scolaire: 2026-2028 }\n${periodes}`);
  checkRule(
    periodeOutsideSchoolYear,
    `etablissement: { rne: 9880001X, annee-scolaire: 2026-2027 }\n${periodes}`,
  );
  checkRule(
    periodeOutsideSchoolYear,
    "etablissement: { annee-scolaire: 2026-2027 }\nperiodes: { semestriel: { A: { debut: 2026-08-17, fin: 2027-08-31 } } }\n",
  );
});

test("offers the same day of this school year", () => {
  checkFix(
    periodeOutsideSchoolYear,
    "etablissement: { annee-scolaire: 2026-2027 }\nperiodes: { semestriel: { A: { debut: 2026-02-01, fin: 2027-07-02 } } }\n",
    "etablissement: { annee-scolaire: 2026-2027 }\nperiodes: { semestriel: { A: { debut: 2027-02-01, fin: 2027-07-02 } } }\n",
  );
});

test("is silent on a period that ends before it starts, which another rule reports", () => {
  checkRule(
    periodeOutsideSchoolYear,
    `
etablissement: { rne: 0759998K, nom: Collège des Tilleuls, annee-scolaire: 2026-2027 }
periodes: { trimestriel: { Trimestre 2: { debut: 2026-11-30, fin: 2026-03-05 } } }
`,
  );
});
