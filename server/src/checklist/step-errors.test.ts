import { expect, test } from "vitest";
import { analysis } from "../../../test/support/analysis.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { fileFindings } from "../analysis/file-findings.ts";
import { establishmentOf } from "../model/establishment.ts";
import type { Finding } from "../rules/api/rule.ts";
import { itemBySlug } from "../schema/checklist.ts";
import { rangeOf } from "../syntax/file.ts";
import { errorsIn, errorsOf } from "./step-errors.ts";

test("an item is blocked by errors of its own rules, also in values that it does not cover", () => {
  const { snapshot } = fixture(
    "classes: { 6A: { periodicite: mensuel } }\nlicence: { professeurs: 7 }\n",
  ).context;
  const root = establishmentOf(snapshot).value;
  const item = itemBySlug.get("choix-hebergement")!;
  const errors = errorsOf(snapshot, analysis.establishmentFindings(snapshot));
  expect(errors).toHaveLength(2);
  expect(errorsIn(item, root, errors)).toEqual([]);
  expect(errorsIn({ ...item, rules: ["unknown-value"] }, root, errors)).toEqual(errors);
});

test("errors are sorted by position, whichever rule found them", () => {
  const { snapshot, file } = fixture(`
professeurs: { roux: {} }
classes:
  6A: { professeur-principal: martin, services: { FRANC: [] } }
  6B: { periodicite: mensuel, professeur-principal: durand }
`).context;
  const lines = errorsOf(snapshot, analysis.establishmentFindings(snapshot)).map(
    ({ at }) => rangeOf(file, at).start.line,
  );
  expect(lines.length).toBeGreaterThan(2);
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
});

test("a warning blocks nothing", () => {
  const { snapshot } = fixture("espaces: { parents: { publie: oui, mobyle: true } }\nsalles:\n").context;
  const severities = (findings: readonly Finding[]) => findings.map(({ rule }) => rule.severity);
  const found = [...snapshot.members.flatMap(fileFindings), ...analysis.establishmentFindings(snapshot)];
  expect(severities(found)).toContain("information");
  expect(new Set(severities(errorsOf(snapshot, found)))).toEqual(new Set(["error"]));
});
