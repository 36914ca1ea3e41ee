import { expect, test } from "vitest";
import { currentPrincipals } from "./principals.ts";
import { emptyRecords } from "./records.ts";
import type { SourceFinding } from "./source.ts";

const place = { source: "sts.xml", line: 1, column: 1 };
const person = { id: "1", nom: "MARTIN", prenom: "Alice", fonction: "ENS", isLocal: false, place };

/** Whether somebody who is one between these days is taken as professeur principal, by an export of a year. */
function isTaken(debut: string, fin: string, today: string, year?: string): boolean {
  const source = emptyRecords("sts-emp", "sts.xml");
  source.people.push({ ...person, principal: [{ classe: "6A", debut, fin, place }] });
  if (year !== undefined) source.year = { value: year, place };
  const findings: SourceFinding[] = [];
  const found = currentPrincipals([source], { find: () => person }, today, findings);
  expect(findings.map(({ id }) => id)).toEqual(found.has("6A") ? [] : ["principal-out-of-date"]);
  return found.has("6A");
}

test("is taken on the first and on the last day, and between, but not before and after", () => {
  const days = ["2026-08-31", "2026-09-01", "2026-12-01", "2027-01-31", "2027-02-01"];
  const taken = (debut: string, fin: string) => days.map((day) => isTaken(debut, fin, day));
  expect(taken("2026-09-01", "2027-01-31")).toEqual([false, true, true, true, false]);
  expect(taken("2026-09-01", "")).toEqual([false, true, true, true, true]);
  expect(taken("", "2027-01-31")).toEqual([true, true, true, true, false]);
  expect(taken("", "")).toEqual([true, true, true, true, true]);
});

test("an export of another year is of a day in that", () => {
  expect(isTaken("2026-09-01", "2027-07-31", "2026-06-20", "2026")).toBe(true);
  expect(isTaken("2026-09-01", "2027-07-31", "2026-06-20")).toBe(false);
  expect(isTaken("2025-09-01", "2026-07-31", "2026-08-30", "2025")).toBe(true);
});
