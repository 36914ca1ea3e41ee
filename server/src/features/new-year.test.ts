import { expect, test } from "vitest";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { newYear } from "./new-year.ts";

const SCHOOL = "etablissement: { annee-scolaire: 2026-2027 }";
const PERIODS = "periodes: { trimestriel: { T1: { debut: 2026-09-01, fin: 2026-11-30 } } }";

function confirmed(source: string) {
  const edit = newYear(fixture(source).context, { establishment: ROOT });
  return Object.values(edit?.changeAnnotations ?? {}).map((one) => [one.label, one.needsConfirmation]);
}

test("the year is chosen already, days and names are proposals", () => {
  expect(confirmed(`${SCHOOL}\n${PERIODS}\nbase: { nom: Tilleuls 2026-2027 }\n`)).toEqual([
    ["School year 2026-2027 → 2027-2028", false],
    ["Days: the same weekdays of the new year", true],
    ["Names that bear the year", true],
  ]);
});

test("where there is nothing but the year, it is shown before it is changed, too", () => {
  expect(confirmed(`${SCHOOL}\n`)).toEqual([["School year 2026-2027 → 2027-2028", true]]);
});

test("a year that is not consecutive is refused, with what to do", () => {
  const { context } = fixture("etablissement: { annee-scolaire: 2026-2028 }\n");
  expect(() => newYear(context, { establishment: ROOT })).toThrow(/^“2026-2028” is not a school year/);
});

test("of a folder that is no establishment, nothing is changed", () => {
  expect(newYear(fixture(SCHOOL).context, { establishment: `${ROOT}/weg` })).toBeUndefined();
});
