import { expect, test } from "vitest";
import { checkFix, checkRule, findingsIn } from "../../../../test/support/check.ts";
import { fixture } from "../../../../test/support/fixture.ts";
import { clotureBeforePeriodEnd } from "./cloture-before-period-end.ts";

const PERIODES = "periodes: { trimestriel: { T1: { debut: 2026-09-01, fin: 2026-11-27 } } }";

test("reports a closing date before the end, once for a niveau", () => {
  checkRule(
    clotureBeforePeriodEnd,
    `
${PERIODES}
niveaux:
  6e:
    periodicite: trimestriel
    cloture:
      T1:
        notes: 2026-11-20
        #      ^^^^^^^^^^ The period “T1” would be closed for “6A” on 20 November 2026, before it ends (27 November 2026): teachers could enter nothing in its last days. (2 times)
        niveaux: immediate
        appreciations: 2026-12-01
classes: { 6A: { niveau: 6e }, 6B: { niveau: 6e } }
`,
  );
});

test("is silent on other periods, and while one of the two days is not written", () => {
  checkRule(
    clotureBeforePeriodEnd,
    `
${PERIODES}
classes:
  6A: { periodicite: semestriel, cloture: { T1: { notes: 2026-10-01 } } }
  6D: { periodicite: trimestriel, cloture: { T1: } }
  6B: { cloture: { T1: { notes: 2026-10-01 } } }
  6C: { periodicite: trimestriel, cloture: { T1: { notes: 2026-11-27 }, T2: { notes: 2026-10-01 }, T3: } }
`,
  );
});

test("offers the last day", () => {
  checkFix(
    clotureBeforePeriodEnd,
    `${PERIODES}\nclasses: { A: { periodicite: trimestriel, cloture: { T1: { notes: 2026-11-01 } } } }\n`,
    `${PERIODES}\nclasses: { A: { periodicite: trimestriel, cloture: { T1: { notes: 2026-11-27 } } } }\n`,
  );
});

test("the last period of the year may be closed for its conseils de classe, not months before", () => {
  const source = (day: string) => `
periodes: { trimestriel: { Trimestre 3: { debut: 2027-03-08, fin: 2027-07-02 } } }
classes: { TG1: { periodicite: trimestriel, cloture: { Trimestre 3: { notes: ${day} } } } }
`;
  const found = (day: string) =>
    findingsIn(fixture(source(day))).filter(({ id }) => id === clotureBeforePeriodEnd.id);
  expect(found("2027-06-11")).toEqual([]);
  expect(found("2027-05-21")).toEqual([]);
  expect(found("2027-04-30")).toHaveLength(1);
});
