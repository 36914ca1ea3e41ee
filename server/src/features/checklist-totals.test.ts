import { expect, test } from "vitest";
import { checklistOf } from "../../../test/support/analysis.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { totalsOf } from "./checklist-totals.ts";

function totals(source: string) {
  const [list] = checklistOf(fixture(source).workspace);
  return totalsOf(list!, JSON.stringify(list), "file:///t");
}

test("count what the filters of a list need, and have another revision when something changes", () => {
  const school = (name: string) => `#- etablissement.pronote.yaml
etablissement: { annee-scolaire: 2026-2027, rne: 0759998K, nom: Tilleuls }
#- deroulement.pronote.yaml
deroulement:
  aide-aux-utilisateurs: { pour: ${name}, avant: 2026-08-01 }
  archive-de-juillet: { pour: ${name} }
  rne-etablissement: { fait: 2026-08-01, pour: b }
  licences: { sans-objet: non, pour: b }
`;
  const found = totals(school("a.petit"));
  expect(found).toMatchObject({
    name: "Tilleuls",
    overdue: 1,
    assigned: [{ name: "a.petit", count: 2 }],
    tickFile: "file:///t",
  });
  expect(found.rgpd).toBeGreaterThan(0);
  expect(found.revision).toBe(totals(school("a.petit")).revision);
  expect(found.revision).not.toBe(totals(school("a.petite")).revision);
});
