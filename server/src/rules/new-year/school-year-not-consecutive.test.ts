import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { schoolYearNotConsecutive } from "./school-year-not-consecutive.ts";

const why = "The base, its periods and the file names follow this year.";

test("reports years that do not follow each other", () => {
  checkRule(
    schoolYearNotConsecutive,
    `
etablissement: { annee-scolaire: 2026-2028 }
#                                ^^^^^^^^^ “2026-2028” is not a school year: after 2026 comes 2027. ${why}
base:
  annee-scolaire: 2026-2026
#                 ^^^^^^^^^ “2026-2026” is not a school year: after 2026 comes 2027. ${why}
`,
  );
});

test("is reported once on a base", () => {
  checkRule(
    schoolYearNotConsecutive,
    `
#- base.pronote.yaml
etablissement: { annee-scolaire: 2027-2026 }
#                                ^^^^^^^^^ “2027-2026” is not a school year: after 2027 comes 2028. ${why} (2 of 2 establishments)
#- a/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
#- b/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
`,
  );
});

test("is silent on a good year, another shape, and nothing", () => {
  checkRule(schoolYearNotConsecutive, "etablissement: { annee-scolaire: 2026-2027 }\n");
  checkRule(schoolYearNotConsecutive, "etablissement: { annee-scolaire: 2026 }\nbase: { nom: A }\n");
});

test("offers the year after the first, or the one before the second", () => {
  const text = "etablissement: { annee-scolaire: 2026-2028 }\n";
  checkFix(schoolYearNotConsecutive, text, text.replace("2026-2028", "2026-2027"));
  checkFix(schoolYearNotConsecutive, text, text.replace("2026-2028", "2027-2028"), 1);
});
