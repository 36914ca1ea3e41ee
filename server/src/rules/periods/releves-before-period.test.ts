import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { relevesBeforePeriod } from "./releves-before-period.ts";

const says =
  "The grade statements of “Trimestre 1” would be published on 31 August 2026, before the period begins (1 September 2026): parents and students would find nothing.";

test("reports a publication before the period begins", () => {
  checkRule(
    relevesBeforePeriod,
    `
periodes: { trimestriel: { Trimestre 1: { debut: 2026-09-01, publication-releves: 2026-08-31 } } }
#                                                                                 ^^^^^^^^^^ ${says}
`,
  );
});

test("is reported on the establishment's own date", () => {
  checkRule(
    relevesBeforePeriod,
    `
#- base.pronote.yaml
periodes: { trimestriel: { Trimestre 1: { publication-releves: 2026-08-31, fin: 2026-11-27 } } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
periodes:
  trimestriel:
    Trimestre 1:
      debut: 2026-09-01
#            ^^^^^^^^^^ ${says}
`,
  );
});

test("is silent from the first day on, and without a date", () => {
  checkRule(
    relevesBeforePeriod,
    "periodes: { trimestriel: { T: { debut: 2026-09-01, publication-releves: 2026-09-01 } } }\n",
  );
  checkRule(relevesBeforePeriod, "periodes: { trimestriel: { T: { publication-releves: 2026-09-01 } } }\n");
  checkRule(
    relevesBeforePeriod,
    "periodes: { trimestriel: { T: { debut: 2026-09-01, publication-releves: 1er août } } }\n",
  );
});

test("writes the first day, or nothing", () => {
  const text = "periodes: { semestriel: { S: { debut: 2026-09-01, publication-releves: 2026-08-31 } } }\n";
  checkFix(relevesBeforePeriod, text, text.replace("2026-08-31", "2026-09-01"));
  checkFix(relevesBeforePeriod, text, text.replace(", publication-releves: 2026-08-31", ""), 1);
});
