import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { periodesOutOfOrder } from "./periodes-out-of-order.ts";

test("reports a number that comes after a higher one", () => {
  checkRule(
    periodesOutOfOrder,
    `
periodes:
  trimestriel:
    Trimestre 1: { debut: 2026-11-30, fin: 2027-03-05 }
    #                     ^^^^^^^^^^ The period “Trimestre 1” begins after “Trimestre 2”: bulletins and averages would follow the dates, not the numbers.
    Trimestre 2: { debut: 2026-09-01, fin: 2026-11-27 }
    Trimestre 3: { debut: 2027-03-08, fin: 2027-07-02 }
`,
  );
});

test("compares across a period without a number", () => {
  checkRule(
    periodesOutOfOrder,
    `
periodes:
  trimestriel:
    Trimestre 2: { debut: 2026-09-01, fin: 2026-11-27 }
    Stages: { debut: 2026-10-05, fin: 2026-10-16 }
    Trimestre 1: { debut: 2026-11-30, fin: 2027-03-05 }
    #                     ^^^^^^^^^^ The period “Trimestre 1” begins after “Trimestre 2”: bulletins and averages would follow the dates, not the numbers.
`,
  );
});

test("is silent on any order in the file, and on names without a number", () => {
  checkRule(
    periodesOutOfOrder,
    `
periodes:
  trimestriel:
    Trimestre 2: { debut: 2026-11-30, fin: 2027-03-05 }
    Trimestre 1: { debut: 2026-09-01, fin: 2026-11-27 }
  semestriel:
    Second: { debut: 2026-09-01, fin: 2026-11-27 }
    Premier: { debut: 2027-03-08, fin: 2027-07-02 }
`,
  );
});
