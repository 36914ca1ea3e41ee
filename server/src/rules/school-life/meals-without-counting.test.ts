import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { mealsWithoutCounting } from "./meals-without-counting.ts";

test("reports meals that are not counted, by boxes or by the national code, and meals in the evening", () => {
  checkRule(
    mealsWithoutCounting,
    `
demi-pension:
  decompte-automatique: false
  #                     ^^^^^ Meals are not counted, and students take some (“DP4”): nobody could enter an absence from the canteen.
  repas-du-soir: false
  #              ^^^^^ There is no meal in the evening, and “INT” has some: they would not be counted.
regimes:
  EXT: { code: "0" }
  DP4: { code: 24 }
  INT: { repas-midi: { lundi: true }, repas-soir: { lundi: true } }
`,
  );
});

test("is reported on the establishment's own régime over a base", () => {
  checkRule(
    mealsWithoutCounting,
    `
#- base.pronote.yaml
demi-pension: { decompte-automatique: false }
#- college/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
regimes: { DP: { code: 2 } }
#          ^^ Meals are not counted, and students take some (“DP”): nobody could enter an absence from the canteen.
`,
  );
});

test("is silent on the régimes of a base, which has them for others", () => {
  checkRule(
    mealsWithoutCounting,
    `
#- base.pronote.yaml
regimes: { DP: { code: 2 }, INT: { repas-soir: { lundi: true } } }
#- college/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
demi-pension: { decompte-automatique: false, repas-du-soir: false }
`,
  );
});

test("is silent without meals, and while it is not written", () => {
  checkRule(
    mealsWithoutCounting,
    'demi-pension: { decompte-automatique: false }\nregimes: { EXT: { code: "0" } }\n',
  );
  checkRule(mealsWithoutCounting, "demi-pension: { repas-du-soir: true }\nregimes: { DP: { code: 2 } }\n");
  checkRule(
    mealsWithoutCounting,
    "demi-pension: { decompte-automatique: false }\nregimes: { DP: { code: 2, repas-midi: { lundi: false } } }\n",
  );
});

test("offers to count", () => {
  checkFix(
    mealsWithoutCounting,
    "demi-pension: { decompte-automatique: false }\nregimes: { DP: { code: 2 } }\n",
    "demi-pension: { decompte-automatique: true }\nregimes: { DP: { code: 2 } }\n",
  );
});
