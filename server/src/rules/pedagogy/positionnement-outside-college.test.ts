import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { positionnementOutsideCollege } from "./positionnement-outside-college.ts";

test("reports the scale in a lycée, once for a niveau", () => {
  checkRule(
    positionnementOutsideCollege,
    `
etablissement: { type: lycee-professionnel }
niveaux: { 2de: { positionnement: echelle-1-4 } }
#                                 ^^^^^^^^^^^ “2A” cannot be positioned on the scale from 1 to 4: it exists in a collège, and this is a lycée. (2 times)
classes: { 2A: { niveau: 2de }, 2B: { niveau: 2de } }
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
