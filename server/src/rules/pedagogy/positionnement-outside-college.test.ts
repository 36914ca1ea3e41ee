import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { positionnementOutsideCollege } from "./positionnement-outside-college.ts";

test("reports a positioning of the collège in a lycée, once for a niveau", () => {
  checkRule(
    positionnementOutsideCollege,
    `
etablissement: { type: lycee-professionnel }
niveaux: { 2de: { positionnement: echelle-1-4 } }
#                                 ^^^^^^^^^^^ “2A” cannot have the positioning “echelle-1-4”: it exists in a collège, and this is a lycée. (2 times)
classes: { 2A: { niveau: 2de }, 2B: { niveau: 2de } }
`,
  );
  checkRule(
    positionnementOutsideCollege,
    `
etablissement: { type: lycee-polyvalent }
classes: { 2A: { positionnement: objectifs-apprentissage } }
#                                ^^^^^^^^^^^^^^^^^^^^^^^ “2A” cannot have the positioning “objectifs-apprentissage”: it exists in a collège, and this is a lycée.
`,
  );
});

test("is silent in a collège, a cité scolaire and an establishment of no written kind", () => {
  checkRule(positionnementOutsideCollege, "classes: { A: { positionnement: echelle-1-4 } }\n");
  for (const type of ["college", "cite-scolaire"])
    checkRule(
      positionnementOutsideCollege,
      `etablissement: { type: ${type} }\nclasses: { A: { positionnement: echelle-1-4 } }\n`,
    );
});

test("offers to remove it", () => {
  checkFix(
    positionnementOutsideCollege,
    "etablissement: { type: lycee-polyvalent }\nclasses: { A: { niveau: 2de, positionnement: echelle-1-4 } }\n",
    "etablissement: { type: lycee-polyvalent }\nclasses: { A: { niveau: 2de } }\n",
  );
});
