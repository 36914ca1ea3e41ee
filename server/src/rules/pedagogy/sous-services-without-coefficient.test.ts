import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { sousServicesWithoutCoefficient } from "./sous-services-without-coefficient.ts";

test("reports sub-services that are all without weight, once, also for a niveau", () => {
  checkRule(
    sousServicesWithoutCoefficient,
    `
niveaux:
  6e:
    services:
      FRANC:
        sous-services:
          Oral: { coefficient: 0 }
          #                    ^ No sub-service of “FRANC” counts: its average cannot be computed. (2 times)
          Écrit: { coefficient: 0.0 }
classes: { 6A: { niveau: 6e }, 6B: { niveau: 6e } }
`,
  );
});

test("is silent where one counts, is not written or has weights by period", () => {
  checkRule(
    sousServicesWithoutCoefficient,
    `
classes:
  6A:
    services:
      A: { sous-services: { Oral: { coefficient: 0 }, Écrit: martin } }
      B: { sous-services: { Oral: { coefficient: 0, coefficient-par-periode: { Trimestre 1: 1 } } } }
      C: { sous-services: {} }
      D: { sous-services: { Oral: { coefficient: 0 }, Écrit: } }
`,
  );
});

test("offers to let each count", () => {
  checkFix(
    sousServicesWithoutCoefficient,
    "classes: { 6A: { services: { F: { sous-services: { O: { coefficient: 0 }, E: { coefficient: 0 } } } } } }\n",
    "classes: { 6A: { services: { F: { sous-services: { O: { coefficient: 1 }, E: { coefficient: 1 } } } } } }\n",
  );
});
