import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { impossibleDate } from "./impossible-date.ts";

test("reports days that do not exist, wherever a date is wanted", () => {
  checkRule(
    impossibleDate,
    `
periodes: { semestriel: { Semestre 1: { debut: 2026-09-01, fin: 2027-02-29 } } }
#                                                               ^^^^^^^^^^ There is no 29 February 2027: that month has 28 days.
classes:
  6A:
    cloture: { Trimestre 1: { notes: "2026-11-31", niveaux: immediate } }
    #                                ^^^^^^^^^^^^ There is no 31 November 2026: that month has 30 days.
`,
  );
});

test("is silent on leap years and where no date is wanted", () => {
  checkRule(
    impossibleDate,
    `
periodes: { semestriel: { Semestre 1: { debut: 2027-09-01, fin: 2028-02-29 } } }
etablissement: { nom: 2026-02-31 }
rencontres: { sessions: { A: { date: 2026-13-45 } } }
`,
  );
});

test("offers the last day of the month", () => {
  checkFix(
    impossibleDate,
    "rencontres: { sessions: { A: { date: 2026-11-31 } } }\n",
    "rencontres: { sessions: { A: { date: 2026-11-30 } } }\n",
  );
});
