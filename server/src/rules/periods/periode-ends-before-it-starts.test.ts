import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { periodeEndsBeforeItStarts } from "./periode-ends-before-it-starts.ts";

test("reports a period that ends before it begins, over a base too", () => {
  checkRule(
    periodeEndsBeforeItStarts,
    `
#- base.pronote.yaml
periodes: { semestriel: { Semestre 1: { fin: 2026-01-29 } } }
#- college/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
periodes:
  trimestriel:
    Trimestre 2:
      debut: 2026-11-30
      fin: 2026-03-05
      #    ^^^^^^^^^^ The period “Trimestre 2” ends on 5 March 2026, before it begins (30 November 2026): no grade could belong to it.
  semestriel: { Semestre 1: { debut: 2026-09-01 } }
  #                                  ^^^^^^^^^^ The period “Semestre 1” ends on 29 January 2026, before it begins (1 September 2026): no grade could belong to it.
`,
  );
});

test("is silent on one day, and on what is not written or no date", () => {
  checkRule(
    periodeEndsBeforeItStarts,
    `
periodes:
  annee-continue:
    A: { debut: 2026-09-01, fin: 2026-09-01 }
    B: { debut: 2026-09-01 }
    E: { fin: 2026-09-01 }
    C: { debut: 2026-09-01, fin: 01/02/2026 }
    D: { debut: 2026-09-01, fin: ~ }
`,
  );
});

test("offers to swap the days", () => {
  checkFix(
    periodeEndsBeforeItStarts,
    "periodes: { annee-continue: { A: { debut: 2027-07-02, fin: 2026-09-01 } } }\n",
    "periodes: { annee-continue: { A: { debut: 2026-09-01, fin: 2027-07-02 } } }\n",
  );
});
