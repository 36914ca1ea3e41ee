import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { uncoveredWeekdays } from "./uncovered-weekdays.ts";

test("reports weekdays between two periods", () => {
  checkRule(
    uncoveredWeekdays,
    `
periodes:
  trimestriel:
    Trimestre 1: { debut: 2026-09-01, fin: 2026-11-27 }
    Trimestre 2: { debut: 2026-12-02, fin: 2027-03-05 }
    #                     ^^^^^^^^^^ No period covers the weekdays from 30 November 2026 to 1 December 2026, between “Trimestre 1” and “Trimestre 2”: what is entered then may count in none.
    Trimestre 3: { debut: 2027-03-08, fin: 2027-07-02 }
`,
  );
});

test("is silent on week-ends, holidays, overlaps and days that do not exist", () => {
  checkRule(
    uncoveredWeekdays,
    `
periodes:
  trimestriel:
    A: { debut: 2026-09-01, fin: 2026-12-18 }
    B: { debut: 2027-01-04, fin: 2027-03-31 }
    C: { debut: 2027-03-30, fin: 2027-06-31 }
    D: { debut: 2027-07-05, fin: 2027-07-06 }
`,
  );
});

test("is silent where a longer period goes on behind a shorter one", () => {
  checkRule(
    uncoveredWeekdays,
    `
periodes:
  trimestriel:
    A: { debut: 2026-09-01, fin: 2026-12-18 }
    B: { debut: 2026-10-05, fin: 2026-12-11 }
    C: { debut: 2026-12-21, fin: 2027-03-31 }
`,
  );
});

test("offers to begin at once", () => {
  checkFix(
    uncoveredWeekdays,
    "periodes: { semestriel: { A: { debut: 2026-09-01, fin: 2027-01-29 }, B: { debut: 2027-02-03, fin: 2027-07-02 } } }\n",
    "periodes: { semestriel: { A: { debut: 2026-09-01, fin: 2027-01-29 }, B: { debut: 2027-02-01, fin: 2027-07-02 } } }\n",
  );
});
