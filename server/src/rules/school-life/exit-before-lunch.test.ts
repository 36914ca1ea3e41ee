import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { exitBeforeLunch } from "./exit-before-lunch.ts";

test("reports an exit before lunch for those who have it at school", () => {
  checkRule(
    exitBeforeLunch,
    `
regimes:
  DP: { repas-midi: { lundi: true, mardi: true, jeudi: true, vendredi: true } }
  EXT: { code: "0" }
autorisations-sortie:
  Libre:
    sorties: { fin-matinee: true }
    regimes: [EXT, DP]
    #              ^^ “Libre” lets students go at the end of the morning, and those of “DP” have lunch at school: the study-hall sheet and the canteen would contradict each other.
`,
  );
});

test("is silent on a few lunches, on the afternoon and while the régimes are not known", () => {
  checkRule(
    exitBeforeLunch,
    `
regimes: { DP1: { code: 21 }, DP: { code: 2 } }
autorisations-sortie:
  A: { sorties: { fin-matinee: true }, regimes: [DP1, AUTRE] }
  B: { sorties: { fin-apres-midi: true }, regimes: DP }
  C: { sorties: { fin-matinee: true } }
`,
  );
  checkRule(
    exitBeforeLunch,
    `
regimes: { INT: { repas-midi: { lundi: true, mardi: true, jeudi: true, vendredi: true }, repas-soir: { lundi: true } } }
autorisations-sortie: { A: { sorties: { fin-matinee: true }, regimes: INT } }
`,
  );
  checkRule(
    exitBeforeLunch,
    "etablissement: { type: lycee-polyvalent }\nregimes: { DP: { code: 2 } }\nautorisations-sortie: { A: { sorties: { fin-matinee: true }, regimes: DP } }\n",
  );
});

test("offers to refuse the exit", () => {
  checkFix(
    exitBeforeLunch,
    "regimes: { DP: { code: 2 } }\nautorisations-sortie: { A: { sorties: { fin-matinee: true }, regimes: DP } }\n",
    "regimes: { DP: { code: 2 } }\nautorisations-sortie: { A: { sorties: { fin-matinee: false }, regimes: DP } }\n",
  );
});
