import { expect, test } from "vitest";
import { checklistOf } from "../../../test/support/analysis.ts";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { stepDetails } from "../features/step-details.ts";

const SECRET = "mot de passe : Soleil-2026!";
const told = (source: string) => JSON.stringify(checklistOf(fixture(source).workspace));

test("of a tick on a line that holds a secret, nothing that people wrote is told; the step stays done", () => {
  const text = told(
    `deroulement:\n  licences: { fait: 2026-08-20, par: cachee, note: secrete, pour: petite } # ${SECRET}\n`,
  );
  expect(text).not.toMatch(/cachee|secrete|petite|Soleil/);
  expect(text).toContain('"par":"…"');
  expect(text).toMatch(/Done on 20 August 2026 by …\./);
});

test("nor is why a step was set aside, nor the name of an establishment on such a line", () => {
  const text = told(
    `etablissement: { nom: Tilleuls, mdp: "${SECRET}" }\nderoulement:\n  licences: { sans-objet: raison, par: cachee } # ${SECRET}\n`,
  );
  expect(text).not.toMatch(/Tilleuls|raison|cachee|Soleil/);
});

test("other lines are told as they are written", () => {
  const text = told(
    `deroulement:\n  # ${SECRET}\n  licences: { fait: 2026-08-20, par: c.durand, note: vu }\n`,
  );
  expect(text).toMatch(/"par":"c\.durand".*"note":"vu"|"note":"vu".*"par":"c\.durand"/);
});

test("a reason does not name a thing on such a line, nor do the lines behind the step; other things are named", () => {
  const source = `classes:\n  CACHEE: { niveau: 6e } # ${SECRET}\n  MONTREE: { niveau: 5e }\n`;
  const { context, workspace } = fixture(source);
  const steps = JSON.stringify(checklistOf(workspace));
  const details = JSON.stringify(
    stepDetails(context, { establishment: ROOT, slug: "type-notation-classes" }),
  );
  for (const text of [steps, details]) {
    expect(text).not.toMatch(/CACHEE|Soleil/);
    expect(text).toContain("MONTREE");
  }
});
