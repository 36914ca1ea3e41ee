import { expect, test } from "vitest";
import { checkFix, checkRule, findingsIn } from "../../../../test/support/check.ts";
import { fixture } from "../../../../test/support/fixture.ts";
import { bulletinsBeforePeriodEnd } from "./bulletins-before-period-end.ts";

const says =
  "The bulletins of “Trimestre 1” would be published on 20 November 2026, before the period ends (27 November 2026): families would read unfinished ones.";

test("reports a publication before the period ends", () => {
  checkRule(
    bulletinsBeforePeriodEnd,
    `
periodes: { trimestriel: { Trimestre 1: { fin: 2026-11-27, publication-bulletins: 2026-11-20 } } }
#                                                                                 ^^^^^^^^^^ ${says}
`,
  );
  checkRule(
    bulletinsBeforePeriodEnd,
    `
periodes:
  trimestriel:
    Trimestre 1:
      publication-bulletins: 2026-11-20
#                            ^^^^^^^^^^ ${says}
      fin: 2026-11-27
`,
  );
});

test("is reported on a base, once, where the base writes both", () => {
  checkRule(
    bulletinsBeforePeriodEnd,
    `
#- base.pronote.yaml
periodes: { trimestriel: { Trimestre 1: { fin: 2026-11-27, publication-bulletins: 2026-11-20 } } }
#                                                                                 ^^^^^^^^^^ ${says}
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
`,
  );
});

test("is silent from the last day on, and without a date", () => {
  checkRule(
    bulletinsBeforePeriodEnd,
    "periodes: { trimestriel: { T: { fin: 2026-11-27, publication-bulletins: 2026-11-27 } } }\n",
  );
  checkRule(
    bulletinsBeforePeriodEnd,
    "periodes: { trimestriel: { T: { publication-bulletins: 2026-11-27 } } }\n",
  );
});

test("writes the last day, or nothing", () => {
  const text =
    "periodes: { annee-continue: { A: { fin: 2027-07-02, publication-bulletins: 2026-11-20 } } } # à voir\n";
  checkFix(bulletinsBeforePeriodEnd, text, text.replace("2026-11-20", "2027-07-02"));
  checkFix(bulletinsBeforePeriodEnd, text, text.replace(", publication-bulletins: 2026-11-20", ""), 1);
});

test("the last period of the year may be closed for its conseils de classe, not months before", () => {
  const source = (day: string) => `
periodes:
  trimestriel:
    Trimestre 3: { debut: 2027-03-08, fin: 2027-07-02, publication-bulletins: ${day} }
`;
  const found = (day: string) =>
    findingsIn(fixture(source(day))).filter(({ id }) => id === bulletinsBeforePeriodEnd.id);
  expect(found("2027-06-11")).toEqual([]);
  expect(found("2027-05-21")).toEqual([]);
  expect(found("2027-04-30")).toHaveLength(1);
});

test("is silent where one of both days is not known", () => {
  for (const days of [
    "publication-bulletins: 2026-11-20",
    "fin: 2026-11-27",
    "fin: x, publication-bulletins: 2026-11-20",
  ])
    checkRule(bulletinsBeforePeriodEnd, `periodes: { trimestriel: { Trimestre 1: { ${days} } } }\n`);
});
