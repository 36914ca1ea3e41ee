import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { periodesOverlap } from "./periodes-overlap.ts";

test("reports days that two periods share, whatever their order, once for each", () => {
  checkRule(
    periodesOverlap,
    `
periodes:
  trimestriel:
    Trimestre 3: { debut: 2027-03-01, fin: 2027-07-02 }
    #                     ^^^^^^^^^^ The period “Trimestre 3” begins on 1 March 2027, while “Trimestre 2” lasts until 5 March 2027: what is entered then could belong to both.
    Trimestre 1: { debut: 2026-09-01, fin: 2026-11-30 }
    Trimestre 2:
      debut: 2026-11-30
      #      ^^^^^^^^^^ The period “Trimestre 2” begins on 30 November 2026, while “Trimestre 1” lasts until 30 November 2026: what is entered then could belong to both.
      fin: 2027-03-05
  semestriel: { Semestre 1: { debut: 2026-09-01, fin: 2027-01-29 } }
`,
  );
});

test("is reported on the establishment's own text", () => {
  checkRule(
    periodesOverlap,
    `
#- base.pronote.yaml
periodes: { semestriel: { A: { debut: 2026-09-01, fin: 2027-01-29 }, B: { debut: 2027-02-01, fin: 2027-07-02 } } }
#- college/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
periodes: { semestriel: { A: { fin: 2027-02-05 } } }
#                                   ^^^^^^^^^^ The period “B” begins on 1 February 2027, while “A” lasts until 5 February 2027: what is entered then could belong to both.
`,
  );
});

test("is silent on periods that follow each other, of two kinds, or that are not written whole", () => {
  checkRule(
    periodesOverlap,
    `
periodes:
  semestriel: { A: { debut: 2026-09-01, fin: 2027-01-29 }, B: { debut: 2027-01-30 } }
  annee-continue: { C: { debut: 2026-09-01, fin: 2027-07-02 } }
`,
  );
});

test("offers the day after", () => {
  checkFix(
    periodesOverlap,
    "periodes: { semestriel: { A: { debut: 2026-09-01, fin: 2027-01-31 }, B: { debut: 2027-01-25, fin: 2027-07-02 } } }\n",
    "periodes: { semestriel: { A: { debut: 2026-09-01, fin: 2027-01-31 }, B: { debut: 2027-02-01, fin: 2027-07-02 } } }\n",
  );
});
