import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { positionnementAgainstServices } from "./positionnement-against-services.ts";

test("reports a class on the scale with grades, also through a niveau, and the converse", () => {
  checkRule(
    positionnementAgainstServices,
    `
niveaux:
  6e:
    positionnement: echelle-1-4
    #               ^^^^^^^^^^^ The class “6A” is positioned on the scale from 1 to 4, and “FRANC” has grades: where no positioning is entered, it reaches the LSU without one.
classes:
  6A: { niveau: 6e, services: { FRANC: { mode: avec-notes }, EPS: { mode: sans-notes } } }
  6B: { niveau: 6e, services: { FRANC: { mode: sans-notes } } }
  5A: { positionnement: avec-notes, services: { FRANC: { mode: sans-notes }, EPS: { mode: sans-notes } } }
  #                     ^^^^^^^^^^ The class “5A” is positioned by grades, and none of its services has any: each needs a grade for the LSU.
`,
  );
});

test("is silent on a mixture in a class with grades, and on what is not written or inactive", () => {
  checkRule(
    positionnementAgainstServices,
    `
classes:
  6A: { positionnement: avec-notes, services: { FRANC: { mode: avec-notes }, EPS: { mode: sans-notes } } }
  6B: { positionnement: echelle-1-4, services: { FRANC: martin, EPS: { mode: avec-notes, actif: false } } }
  6C: { services: { FRANC: { mode: avec-notes } } }
  6D: { positionnement: avec-notes }
  6E: { positionnement: objectifs-apprentissage, services: { FRANC: { mode: sans-notes } } }
`,
  );
});
