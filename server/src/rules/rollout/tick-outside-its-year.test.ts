import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { tickOutsideItsYear } from "./tick-outside-its-year.ts";

const line = (day: string, year: string) => `
deroulement:
  licences: { fait: ${day}, annee: ${year} }
`;

test.each([
  ["2025-12-31", "2026-2027", "31 December 2025"],
  ["2026-08-24", "2024-2025", "24 August 2026"],
])("reports %s for %s", (day, year, words) => {
  checkRule(
    tickOutsideItsYear,
    `${line(day, year)} #                  ^^^^^^^^^^ “licences” is ticked on ${words} for the school year ${year}: one of the two is wrong.\n`,
  );
});

test("is silent on a day in one of the two calendar years, and where one of the two is not understood", () => {
  for (const day of ["2026-01-01", "2026-08-24", "2027-12-31", "2020-02-30"])
    checkRule(tickOutsideItsYear, line(day, "2026-2027"));
  checkRule(tickOutsideItsYear, line("2020-08-24", "26-27"));
  checkRule(
    tickOutsideItsYear,
    "deroulement: { licences: { fait: 2020-08-24 }, dates-periodes: { annee: 2026-2027 } }\n",
  );
});
