import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { rencontreOutsideSchoolYear } from "./rencontre-outside-school-year.ts";

const says = (date: string) =>
  `${date} is outside the school year 2026-2027: “Novembre” cannot be held in this base.`;

test("reports a date before or after the school year", () => {
  checkRule(
    rencontreOutsideSchoolYear,
    `
etablissement: { annee-scolaire: 2026-2027 }
rencontres: { sessions: { Novembre: { date: 2025-11-20 } } }
#                                           ^^^^^^^^^^ ${says("20 November 2025")}
`,
  );
  checkRule(
    rencontreOutsideSchoolYear,
    `
etablissement: { annee-scolaire: 2026-2027 }
rencontres:
  sessions:
    Novembre:
      date: 2027-09-15
#           ^^^^^^^^^^ ${says("15 September 2027")}
`,
  );
});

test("is reported on the establishment's own text", () => {
  checkRule(
    rencontreOutsideSchoolYear,
    `
#- base.pronote.yaml
rencontres: { sessions: { Novembre: { date: 2025-11-20 } } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
etablissement: { annee-scolaire: 2026-2027 }
#                                ^^^^^^^^^ ${says("20 November 2025")}
`,
  );
});

test("is silent within the year, and where the year is not known", () => {
  checkRule(
    rencontreOutsideSchoolYear,
    "etablissement: { annee-scolaire: 2026-2027 }\nrencontres: { sessions: { A: { date: 2026-11-19 }, B: { date: 2027-06-30 } } }\n",
  );
  checkRule(rencontreOutsideSchoolYear, "rencontres: { sessions: { A: { date: 2020-11-19 } } }\n");
  checkRule(
    rencontreOutsideSchoolYear,
    "etablissement: { annee-scolaire: 2026-2028 }\nrencontres: { sessions: { A: { date: 2020-11-19 } } }\n",
  );
});
